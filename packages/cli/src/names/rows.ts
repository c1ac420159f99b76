/** A thing as a row of every list has it, whichever command lists it: its id, and the handle that names it alone. CLI-12, CLI-39. */

import type { ProcessSummary, Session } from '@goodoffices/client'
import type { Member, RoomState } from '@goodoffices/core'
import { ownHandle } from './choose.ts'
import { peopleIn, peopleNamed, processesNamed, roomsNamed } from './find.ts'
import { roomHandle, slugOf } from './handles.ts'

/** `among`: the rooms of its talks. */
export const roomRow = (room: RoomState, among: readonly RoomState[]) => ({
  room: room.id,
  handle: ownHandle({ handle: roomHandle(room), id: room.id }, roomsNamed(among)),
})

export const roomsToRows = (rooms: readonly RoomState[]) => rooms.map(room => roomRow(room, rooms))

export const processRow = (
  session: Session,
  { process, title }: Pick<ProcessSummary, 'process' | 'title'>,
) => ({
  process,
  handle: ownHandle({ handle: slugOf(title), id: process }, processesNamed(session.processes())),
  title,
})

/** Somebody of these talks. */
export const personRow = (session: Session, process: ProcessSummary, { member, name }: Member) => ({
  member,
  handle: ownHandle({ handle: slugOf(name), id: member }, peopleNamed(peopleIn(session, process))),
  name,
})
