/** Notes: written for oneself, the desk or a delegation, and read again. */

import { newId, notesOf, writeNote } from '@goodoffices/client'
import type { NoteId, RoomState } from '@goodoffices/core'
import type { Command } from 'commander'
import { defineWork, type Work } from '../../member/work.ts'
import { findRoom } from '../../names/find.ts'
import { fullHandle, handleOf, roomHandle } from '../../names/handles.ts'
import { readWords } from '../../names/words.ts'
import { indent, timeToText } from '../../page/text.ts'
import { option } from '../../shell/define.ts'
import { demand } from '../../shell/exit.ts'
import { openRows, text, time } from '../../shell/shape.ts'
import type { Terminal } from '../../shell/terminal.ts'
import { noteHandles } from './handles.ts'

type NoteFlags = { readonly in?: string; readonly file?: string; readonly about?: string }

export function registerNotes(program: Command, terminal: Terminal): void {
  const shared = ({ session, flags, processOf }: Work<NoteFlags>): RoomState | undefined =>
    flags.in === undefined || flags.in === 'private' ? undefined : findRoom(session, processOf(), flags.in)
  const inOption = option('--in <room>', 'private (yours alone), desk (the team’s), delegation').default(
    undefined,
    'private',
  )
  defineWork<NoteFlags>(
    program,
    terminal,
    {
      name: 'note',
      arguments: { '[words]': 'the note; standard input if left out' },
      summary: 'write a note: for yourself, for the desk, for your delegation',
      options: [
        inOption,
        option('--about <room>', 'which room it is about, such as caucus:iran'),
        option('--file <file>', 'the words from a file'),
      ],
      answers: { note: text, handle: text, room: text },
      examples: [
        'goodoffices note "They did not mention the deadline."',
        'goodoffices note --in desk "Call Bern."',
      ],
      acts: true,
    },
    async work => {
      const { session, flags, args, processOf } = work
      const room = shared(work)
      const about =
        flags.about === undefined ? {} : { about: { room: findRoom(session, processOf(), flags.about).id } }
      const body = await readWords(terminal, { typed: args[0], file: flags.file })
      const written =
        room === undefined
          ? demand(await writeNote(session, processOf().process, { body, ...about }))
          : { room: room.id, note: newId<NoteId>() }
      const { note } = written
      if (room !== undefined) demand(await session.act(room.id, { kind: 'note.write', note, body, ...about }))
      const now = session.room(written.room)
      if (now === undefined) throw new Error('a note without a room')
      const handle = handleOf(now, noteHandles.note, note)
      return {
        text: `Noted: ${roomHandle(now)}/${handle}`,
        json: { note, handle: fullHandle(now, noteHandles.note, note), room: now.id },
      }
    },
  )
  defineWork<NoteFlags>(
    program,
    terminal,
    {
      name: 'notes',
      summary: 'the notes of a room',
      options: [inOption],
      answers: { notes: openRows({ note: text, handle: text, room: text, body: text, time }) },
      examples: ['goodoffices notes', 'goodoffices notes --in desk'],
      acts: false,
    },
    async work => {
      const room = shared(work)
      const rooms = room === undefined ? notesOf(work.session, work.processOf().process) : [room]
      const notes = rooms.flatMap(each =>
        Object.values(each.notes)
          .sort((a, b) => a.position - b.position)
          .map(note => ({
            ...note,
            handle: fullHandle(each, noteHandles.note, note.note),
            room: each.id,
            who: each.members[note.by]?.name ?? '',
          })),
      )
      return {
        text:
          notes.length === 0
            ? 'No notes.'
            : notes
                .map(each =>
                  [
                    `${each.handle.split('/').at(-1) ?? ''}  ${timeToText(each.time)}  ${each.who}`,
                    indent(each.body),
                  ].join('\n'),
                )
                .join('\n\n'),
        json: { notes },
      }
    },
  )
}
