/** Which rooms were destroyed, as far as this member knows. */

import { certificatesOf } from '@goodoffices/client'
import type { Certificate, ProcessId, RoomId, RoomState } from '@goodoffices/core'
import type { Session } from '../../session/session.ts'

/** What this member keeps of the room. */
export const certificateOf = (session: Session, room: RoomId): Certificate | undefined =>
  certificatesOf(session).find(each => each.room === room)

/** Also where the word that destroys it is still on its way, and no certificate here yet. */
export const isDestroyed = (
  session: Session,
  id: RoomId | undefined,
  room: Pick<RoomState, 'destroyed'> | undefined,
): id is RoomId =>
  id !== undefined &&
  (room === undefined ? certificateOf(session, id) !== undefined : room.destroyed !== undefined)

/** The desk has no id in its address. */
export const destroyedDesk = (session: Session, process: ProcessId): RoomId | undefined =>
  certificatesOf(session).find(each => each.process.process === process && each.roomKind === 'desk')?.room
