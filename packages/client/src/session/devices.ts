/** A member's devices: which there are, taking one out, and listing a new one. `device/` brings one in by a link. */

import {
  type Act,
  authorOf,
  type DeviceCard,
  type DeviceId,
  type Kept,
  mayBeginEpoch,
  type RoomId,
} from '@goodoffices/core'
import { secretToText } from '@goodoffices/log'
import { checkRead } from '../process/find.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Engine } from './engine/engine.ts'

type RoomAct = { readonly room: RoomId; readonly act: Act }

export type OwnDevice = { readonly device: DeviceId; readonly is: 'this' | 'paper' | 'other' }

export function devicesOf(engine: Engine): readonly OwnDevice[] {
  const { member, paper } = engine.identity
  const cards = engine.home()?.members[member]?.devices ?? []
  return cards.map(({ device }) => ({
    device,
    is: device === engine.device ? 'this' : device === paper.device ? 'paper' : 'other',
  }))
}

const isRoom = ({ purpose }: Kept): boolean => purpose === 'room'

/** Every room this member is in, their own first. */
function roomsWith(engine: Engine): readonly RoomId[] {
  const home = engine.home()
  if (home === undefined) return []
  return [
    home.id,
    ...Object.values(home.keyring).flatMap(kept => (kept.purpose === 'room' ? [kept.room] : [])),
  ]
}

/** Takes a device out of every room. New keys follow at once where this member administers, elsewhere by whoever does. */
export async function removeDevice(engine: Engine, device: DeviceId): Promise<Result<null>> {
  if (device === engine.device) return fail('device-in-use')
  const read = checkRead(engine, Object.values(engine.home()?.keyring ?? {}).filter(isRoom))
  if (!read.ok) return read
  const act: Act = { kind: 'device.remove', device }
  const rooms = roomsWith(engine).filter(room => engine.checkAct(room, act).ok)
  if (rooms.length === 0) return fail('device-unknown')
  const removed = await engine.submit(rooms.map(room => ({ room, act })))
  return removed.ok ? ok(null) : removed
}

/** Lists a device in every room that does not list it yet. Fails where the member's own room does not take it, or a room is unread. */
export function listingsOf(engine: Engine, card: DeviceCard): Result<readonly RoomAct[]> {
  const act: Act = { kind: 'device.add', card }
  const home = engine.checkAct(engine.identity.home.room, act)
  if (!home.ok && home.error.code !== 'device-known') return home
  const read = checkRead(engine, Object.values(engine.home()?.keyring ?? {}).filter(isRoom))
  if (!read.ok) return read
  const rooms = roomsWith(engine).filter(room => engine.checkAct(room, act).ok)
  return ok(rooms.map(room => ({ room, act })))
}

/** Brings the keyring's lines to the keys of today: those of before were not wrapped for a device that has just been listed. */
export function renewalsOf(engine: Engine): readonly RoomAct[] {
  const home = engine.home()
  return Object.values(home?.keyring ?? {}).flatMap(kept => {
    const log = engine.roomLog(kept.room)
    const key = log?.epochKey(log.epoch)
    if (home === undefined || log === undefined || key === undefined || log.epoch <= kept.epoch) return []
    const act: Act = { kind: 'key.keep', kept: { ...kept, epoch: log.epoch, key: secretToText(key) } }
    return [{ room: home.id, act }]
  })
}

/**
 * Whether this device has yet to change the keys of a room whose devices have changed: until it has, a new device can read there
 * and cannot administer. Rooms that nothing is written in any more are not waited for.
 */
export const owesKeys = (engine: Engine): boolean =>
  roomsWith(engine).some(room => {
    const log = engine.roomLog(room)
    if (log === undefined || engine.isOver(room) || log.isKeyedOtherwise || log.isShutOut) return false
    const { kind } = engine.standing(room)
    if (kind === 'stopped' || kind === 'withheld') return false
    return log.look(state => {
      if (state?.rekeyDue !== true) return false
      const author = authorOf(state, engine.device)
      return author.ok && mayBeginEpoch(state, author.value)
    })
  })

/** Both, one after the other, as far as the relay is reached. */
export async function enrolDeviceEverywhere(engine: Engine, card: DeviceCard): Promise<Result<null>> {
  const listings = listingsOf(engine, card)
  if (!listings.ok) return listings
  const added = await engine.submit(listings.value)
  if (!added.ok) return added
  await engine.settle()
  const renewed = await engine.submit(renewalsOf(engine))
  await engine.settle()
  return renewed.ok ? ok(null) : renewed
}
