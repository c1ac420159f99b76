/** Who wrote an entry, and who holds the keys. */

import type { DeviceId } from '../ids.ts'
import { fail, ok } from '../result.ts'
import type { DeviceCard } from './cards.ts'
import { isMediator, mayBeginEpoch } from './roles.ts'
import { presentIn, type Room } from './state.ts'

/** ROOM-17: the member whose device this is, if both still belong to the room. */
export function authorOf(room: Room, device: DeviceId) {
  // The device is what the author claims, so it may be any string.
  const owner = Object.hasOwn(room.devices, device) ? room.devices[device] : undefined
  const member = owner === undefined ? undefined : room.members[owner]
  if (member === undefined) return fail('not-a-member')
  if (member.left !== undefined) return fail('no-longer-a-member')
  if (!member.devices.some(card => card.device === device)) return fail('device-removed')
  return ok(member)
}

/** The devices of those who may begin the next epoch: its stewards. */
export const stewardDevices = (room: Room): ReadonlySet<DeviceId> =>
  new Set(
    presentIn(room)
      .filter(member => mayBeginEpoch(room, member))
      .flatMap(member => member.devices.map(({ device }) => device)),
  )

/** The same by side: mediators, and those of a party or third party. */
export function stewardSets(room: Room): Readonly<Record<'mediators' | 'party', readonly DeviceId[]>> {
  const stewards = presentIn(room).filter(member => mayBeginEpoch(room, member))
  const devicesOf = (ofMediators: boolean): readonly DeviceId[] =>
    stewards
      .filter(member => isMediator(member) === ofMediators)
      .flatMap(member => member.devices.map(({ device }) => device))
  return { mediators: devicesOf(true), party: devicesOf(false) }
}

/** The devices that hold the current epoch's key, sorted by id. */
export const rosterDevices = (room: Room): readonly DeviceCard[] =>
  presentIn(room)
    .flatMap(member => member.devices)
    .sort((a, b) => (a.device < b.device ? -1 : 1))
