/** Destroying records, and what is left of them. */

import type { Act, Certificate, EntryId, ProcessId, RoomId } from '@goodoffices/core'
import { roomsOf } from '../../process/held.ts'
import type { Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import type { Session } from '../../session/session.ts'

const destruction = ({ engine }: AtWork): Act => ({ kind: 'record.destroy', at: engine.now() })

/** Certifies that a room's record is destroyed, and has it destroyed: refused as `record.destroy` is (RET-4). */
export const destroyRecord = (
  session: AtWork & Pick<Session, 'act'>,
  room: RoomId,
): Promise<Result<EntryId>> => session.act(room, destruction(session))

/** Rooms of a process that this member may destroy now. */
export function destructibleRooms(session: AtWork, process: ProcessId): readonly RoomId[] {
  const act = destruction(session)
  return roomsOf(session.engine, process).flatMap(({ id }) =>
    session.engine.checkAct(id, act).ok ? [id] : [],
  )
}

/** What is left of the rooms whose records were destroyed, the newest first. */
export const certificatesOf = ({ engine }: AtWork): readonly Certificate[] =>
  Object.values(engine.home()?.certificates ?? {}).sort((a, b) => b.destroyed - a.destroyed)
