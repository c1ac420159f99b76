/** Destroying records, and what is left of them. */

import type { Act, Certificate, ProcessId, RoomId } from '@goodoffices/core'
import { decidedIn, type Everywhere } from '../../process/decided.ts'
import { roomsOf } from '../../process/held.ts'
import { ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'

const destruction = ({ engine }: AtWork): Act => ({ kind: 'record.destroy', at: engine.now() })

/** Certifies that a room's record is destroyed, and has it destroyed: refused as `record.destroy` is (RET-4). */
export async function destroyRecord(session: AtWork, room: RoomId): Promise<Result<Everywhere>> {
  const { engine } = session
  const decided = await engine.submit([{ room, act: destruction(session) }])
  return decided.ok ? ok(decidedIn(engine, decided.value)) : decided
}

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
