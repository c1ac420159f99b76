import { isPresent, type MemberId, type RoomId } from '@goodoffices/core'
import type { AtWork } from './at-work.ts'

/** Members of a room for a device of whom there was nothing in its newest keys (ENV-60): what is said now they may not read. */
export function leftOut({ engine }: AtWork, room: RoomId): readonly MemberId[] {
  const devices = new Set(engine.roomLog(room)?.stewardship.leftOut)
  return Object.values(engine.room(room)?.members ?? {})
    .filter(member => isPresent(member) && member.devices.some(({ device }) => devices.has(device)))
    .map(({ member }) => member)
}
