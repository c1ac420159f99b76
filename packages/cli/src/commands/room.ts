/** Rooms and what is in them: listed, read, spoken in at the table; notes. */

import {
  faultsOf,
  newId,
  notesOf,
  openDelegation,
  openGroup,
  previewGroup,
  readWhole,
  type Session,
  waitingIn,
  writeNote,
} from '@goodoffices/client'
import { type Act, isPresent, itemsOf, type NoteId, type RoomState } from '@goodoffices/core'
import type { Command } from 'commander'
import { pass, type ReachFlags, reachOptions, sayChecked } from '../areas/desk/reach.ts'
import { type SayingFlags, say, sayingOptions } from '../areas/message/speak.ts'
import { noteHandles } from '../areas/note/handles.ts'
import { defineWork, type Work } from '../member/work.ts'
import { findMember, findRoom, onlyRoom } from '../names/find.ts'
import { handleOf, roomHandle } from '../names/handles.ts'
import { noted, readWords } from '../names/words.ts'
import { itemToJson, recordToText } from '../page/record.ts'
import { columns, indent, timeToText } from '../page/text.ts'
import { gather, option } from '../shell/define.ts'
import { demand, misuse } from '../shell/exit.ts'
import { wordFor } from '../shell/report.ts'
import type { Terminal } from '../shell/terminal.ts'

export const present = (room: RoomState): readonly string[] =>
  Object.values(room.members)
    .filter(isPresent)
    .map(({ name }) => name)

export const roomToJson = (session: Session, room: RoomState) => ({
  room: room.id,
  handle: roomHandle(room),
  kind: room.kind,
  ...(room.title === undefined ? {} : { title: room.title }),
  ...(room.party === undefined ? {} : { party: room.party }),
  process: room.process,
  members: Object.values(room.members)
    .filter(isPresent)
    .map(({ member, name, role, post }) => ({ member, name, role, ...(post === undefined ? {} : { post }) })),
  epoch: room.epoch,
  size: room.size,
  waiting: waitingIn(session, room.id).length,
})

export function registerRoom(program: Command, terminal: Terminal): void {
  defineWork(
    program,
    terminal,
    {
      name: 'rooms',
      summary: 'the rooms you are in, and who is there',
      examples: ['goodoffices rooms'],
      acts: false,
    },
    async ({ session, processOf }) => {
      const rooms = session.rooms(processOf().process)
      return {
        text: columns(rooms.map(room => [roomHandle(room), present(room).join(', ')])),
        json: { rooms: rooms.map(room => roomToJson(session, room)) },
      }
    },
  )

  defineWork<{ readonly last?: string }>(
    program,
    terminal,
    {
      name: 'read',
      arguments: { '[room]': 'such as caucus:iran; a party’s caucus if left out' },
      summary: 'the record of a room: what was said, what may pass of it, what was delivered',
      options: [option('--last <number>', 'only so many of the last')],
      examples: ['goodoffices read caucus:iran', 'goodoffices read table --last 5'],
      acts: false,
    },
    async ({ session, processOf, args: [typed], flags }) => {
      const found = processOf()
      const room = typed === undefined ? onlyRoom(session, found, 'caucus') : findRoom(session, found, typed)
      const last = flags.last === undefined ? undefined : Number(flags.last)
      if (last !== undefined && !(Number.isSafeInteger(last) && last > 0)) throw misuse('last-out-of-range')
      const all = itemsOf(room)
      const items = last === undefined ? all : all.slice(-last)
      const { rejected } = room
      const faults = faultsOf(session, room.id)
      const setAside = await setAsideLines(session, room)
      return {
        text: [
          `${room.process.title} · ${roomHandle(room)} · ${present(room).join(', ')}`,
          '',
          recordToText(room, items),
          ...(setAside.length === 0 ? [] : ['', 'Set aside:', ...setAside]),
        ].join('\n'),
        json: {
          ...roomToJson(session, room),
          terms: room.terms,
          items: items.map(item => itemToJson(room, item)),
          rejected,
          faults,
        },
      }
    },
  )

  registerTable(program, terminal)
  registerNotes(program, terminal)
  registerOpenings(program, terminal)
}

/** Entries that broke a rule, and records that are no entries: kept in the log, and of no effect. */
async function setAsideLines(session: Session, room: RoomState): Promise<readonly string[]> {
  const entries = room.rejected.length === 0 ? [] : await readWhole(session, room.id)
  const refused = entries.filter(({ violation }) => violation !== undefined)
  const lines = refused.map(async ({ entry, violation = { code: 'unknown' } }) => {
    const owner = room.devices[entry.device]
    const name = owner === undefined ? 'Somebody' : (room.members[owner]?.name ?? 'Somebody')
    return `  ${timeToText(entry.time)}  ${await wordFor(violation, name)}`
  })
  const faults = faultsOf(session, room.id).map(
    async ({ position, violation }) => `  record ${position}: ${await wordFor(violation, 'Somebody')}`,
  )
  return Promise.all([...lines, ...faults])
}

function registerTable(program: Command, terminal: Terminal): void {
  const table = gather(program, 'table', 'where all are: opened by the mediator for direct exchange')
  for (const name of ['open', 'close'] as const) {
    defineWork<ReachFlags & { readonly note?: string }>(
      table,
      terminal,
      {
        name,
        summary: name === 'open' ? 'let the parties speak to each other directly' : 'end the direct exchange',
        options: [option('--note <words>', 'said with it'), ...reachOptions],
        examples: [`goodoffices table ${name}`],
        acts: true,
      },
      async ({ session, processOf, flags }) => {
        const room = onlyRoom(session, processOf(), 'table')
        const act: Act = { kind: `table.${name}`, ...noted(flags.note) }
        return sayChecked(session, room, {
          act,
          flags,
          said: () => ({
            text: name === 'open' ? 'The table is open.' : 'The table is closed.',
            json: { tableOpen: name === 'open' },
          }),
        })
      },
    )
  }
  defineWork<SayingFlags & ReachFlags>(
    table,
    terminal,
    {
      name: 'say',
      arguments: { '[words]': 'what is said; standard input if left out' },
      summary: 'say something at the table',
      options: [...sayingOptions, ...reachOptions],
      examples: ['goodoffices table say "We thank our hosts."'],
      acts: true,
    },
    async work => say(work, onlyRoom(work.session, work.processOf(), 'table')),
  )
}

type NoteFlags = { readonly in?: string; readonly file?: string; readonly about?: string }

function registerNotes(program: Command, terminal: Terminal): void {
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
      return { text: `Noted: ${roomHandle(now)}/${handle}`, json: { note, handle, room: now.id } }
    },
  )
  defineWork<NoteFlags>(
    program,
    terminal,
    {
      name: 'notes',
      summary: 'the notes of a room',
      options: [inOption],
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
            handle: handleOf(each, noteHandles.note, note.note),
            who: each.members[note.by]?.name,
          })),
      )
      return {
        text:
          notes.length === 0
            ? 'No notes.'
            : notes
                .map(each =>
                  [`${each.handle}  ${timeToText(each.time)}  ${each.who ?? ''}`, indent(each.body)].join(
                    '\n',
                  ),
                )
                .join('\n\n'),
        json: { notes },
      }
    },
  )
}

function registerOpenings(program: Command, terminal: Terminal): void {
  const group = gather(program, 'group', 'working groups of named members')
  defineWork<ReachFlags>(
    group,
    terminal,
    {
      name: 'open',
      arguments: { '<title>': 'what it is about', '<people...>': 'who is in it' },
      summary: 'open a working group',
      examples: ['goodoffices group open "Frozen assets" iran united-states'],
      options: reachOptions,
      acts: true,
    },
    async ({ session, processOf, args: [title = '', ...names], flags }) => {
      const found = processOf()
      const members = names.map(typed => findMember(session, found, typed).member)
      const request = { title, members }
      const preview = demand(previewGroup(session, found.process, request))
      const passed = pass(session, [{ room: preview.group, preview }], flags)
      if ('shown' in passed) return passed.shown
      const id = demand(await openGroup(session, found.process, request, passed.accepted[0]))
      const room = session.room(id)
      return {
        text: `Opened: ${room === undefined ? title : roomHandle(room)}`,
        json: { room: id, title, members },
      }
    },
  )
  const delegation = gather(program, 'delegation', 'your party’s own room, which no mediator enters')
  defineWork(
    delegation,
    terminal,
    {
      name: 'open',
      summary: 'open your party’s own room',
      examples: ['goodoffices delegation open'],
      acts: true,
    },
    async ({ session, processOf }) => {
      const id = demand(await openDelegation(session, processOf().process))
      return { text: 'Opened: delegation', json: { room: id } }
    },
  )
}
