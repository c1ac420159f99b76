/** Which of this program's devices acts in a room, while new keys take the place of those that it had (RING-21). */

import {
  authorOf,
  type Member,
  type MemberId,
  mayBeginEpoch,
  type RoomState,
  rosterDevices,
} from '@goodoffices/core'
import type { Device, StewardSets } from '@goodoffices/log'
import { fail, type Result } from '../result.ts'

/** `former`: the keys of before, until every room has taken the new ones. */
export type OwnDevices = { readonly device: Device; readonly former?: Device | undefined }

/** The one of now first. */
export const ownDevices = (own: OwnDevices | undefined): readonly Device[] =>
  own === undefined ? [] : own.former === undefined ? [own.device] : [own.device, own.former]

/** The first of them that is of the room. */
export function listedDevice(own: OwnDevices | undefined, state: RoomState): Device | undefined {
  const listed = new Set(rosterDevices(state).map(({ device }) => device))
  return ownDevices(own).find(({ id }) => listed.has(id))
}

/**
 * The former one as long as a room lists it and not the new one; and where it may change the room's keys, until the new one was given
 * what that takes. `stewards`: who was given it in the epoch that the room is in.
 */
export function actingDevice(
  { device, former }: OwnDevices,
  state: RoomState,
  stewards: StewardSets | undefined,
): Device {
  if (former === undefined) return device
  const before = authorOf(state, former.id)
  if (!before.ok) return device
  // Somebody else may have listed the new one as their own.
  const now = authorOf(state, device.id)
  if (!now.ok || now.value.member !== before.value.member) return former
  const isGiven = [...(stewards?.mediators ?? []), ...(stewards?.party ?? [])].includes(device.id)
  return isGiven || !mayBeginEpoch(state, before.value) ? device : former
}

/**
 * RING-22: who a device is in a room, as its own member. Fails as `authorOf` does; with `device-of-another` where somebody else has
 * listed it as theirs, so that what it says would be said in their name.
 */
export function ownSeat(
  state: RoomState,
  { device, member }: { readonly device: Device; readonly member: MemberId },
): Result<Member> {
  const author = authorOf(state, device.id)
  if (!author.ok) return author
  return author.value.member === member ? author : fail('device-of-another')
}
