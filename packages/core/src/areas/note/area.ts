/** Notes: of one person in a private room, of the team at the desk, of a delegation. Written again with the same id they replace. */

import * as v from 'valibot'
import { anyId, id, type NoteId, type RoomId } from '../../ids.ts'
import { fail, ok } from '../../result.ts'
import { act, area } from '../../room/area.ts'
import type { Member, Room, Said } from '../../room/state.ts'
import { body } from '../../schema.ts'

type Written = Said & {
  readonly note: NoteId
  readonly body: string
  readonly about?: { readonly room: RoomId; readonly item?: string }
}
export type Note = Written & {
  /** What was written before under the same id, oldest first. */
  readonly earlier: readonly Written[]
}

export type NoteState = { readonly notes: Record<NoteId, Note> }

export const note = area({
  name: 'note',
  begin: (): NoteState => ({ notes: {} }),
  acts: [
    act<Room & NoteState>()({
      kind: 'note.write',
      fields: {
        note: id('note'),
        body,
        about: v.exactOptional(v.strictObject({ room: id('room'), item: v.exactOptional(anyId) })),
      },
      about: ({ note }) => note,
      check: checkNote,
      apply: (room, said, note) => {
        const known = room.notes[note.note]
        room.notes[note.note] = { ...note, ...said, earlier: known === undefined ? [] : before(known) }
      },
      stands: 'on-its-subject',
    }),
  ],
})

const before = ({ earlier, ...last }: Note): readonly Written[] => [...earlier, last]

/** DESK-7: notes stand where one side is by itself; each is its writer's. */
function checkNote(room: Room & NoteState, author: Member, act: { readonly note: NoteId }) {
  if (room.kind !== 'private' && room.kind !== 'desk' && room.kind !== 'delegation') return fail('wrong-room')
  const note = room.notes[act.note]
  return note === undefined || note.by === author.member ? ok(null) : fail('note-of-another')
}
