/** A member's devices on the rosters of their rooms: which rooms these are, listing a new one, and the keys that are due for it. */

import {
  type Act,
  authorOf,
  type DeviceCard,
  type DeviceId,
  type Kept,
  mayBeginEpoch,
  type RoomId,
  stewardSets,
} from '@goodoffices/core'
import { secretToText } from '@goodoffices/log'
import { newestKeyOf } from '../../log/newest-key.ts'
import { checkRead } from '../../process/held.ts'
import { ok, type Result } from '../../result.ts'
import type { Engine } from '../engine/engine.ts'

type RoomAct = { readonly room: RoomId; readonly act: Act }

/** What this member's own room lists of them, the paper one too. */
export const cardsListed = (engine: Engine): readonly DeviceCard[] =>
  engine.home()?.members[engine.identity.member]?.devices ?? []

export const isListed = (engine: Engine, device: DeviceId): boolean =>
  cardsListed(engine).some(card => card.device === device)

/** Every paper device that this member is known to have had, the newest last. */
export function papersOf(engine: Engine): readonly DeviceId[] {
  const named = engine.home()?.papers ?? []
  const first = engine.identity.paper.device
  return named.includes(first) ? named : [first, ...named]
}

const isRoom = ({ purpose }: Kept): boolean => purpose === 'room'

/** Whether every room on the keyring was read: one that was not may list the device too. Fails with `relay-unreachable`. */
export const checkAllRead = (engine: Engine): Result<null> =>
  checkRead(engine, Object.values(engine.home()?.keyring ?? {}).filter(isRoom))

/** Every room this member is in, their own first. */
export function roomsWith(engine: Engine): readonly RoomId[] {
  const home = engine.home()
  if (home === undefined) return []
  return [
    home.id,
    ...Object.values(home.keyring).flatMap(kept => (kept.purpose === 'room' ? [kept.room] : [])),
  ]
}

/** Lists a device in every room that does not list it yet. Fails where the member's own room does not take it, or a room is unread. */
export function listingsOf(engine: Engine, card: DeviceCard): Result<readonly RoomAct[]> {
  const act: Act = { kind: 'device.add', card }
  const home = engine.checkAct(engine.identity.home.room, act)
  if (!home.ok && home.error.code !== 'device-known') return home
  const read = checkAllRead(engine)
  if (!read.ok) return read
  const rooms = roomsWith(engine).filter(room => engine.checkAct(room, act).ok)
  return ok(rooms.map(room => ({ room, act })))
}

/** Brings the keyring's lines to the keys of today: those of before were not wrapped for a device that has just been listed. */
export function renewalsOf(engine: Engine): readonly RoomAct[] {
  const home = engine.home()
  if (home === undefined) return []
  return Object.values(home.keyring).flatMap(kept => {
    const newest = newestKeyOf(engine.roomLog(kept.room))
    if (newest === undefined || newest.epoch <= kept.epoch) return []
    const { epoch, key } = newest
    const act: Act = { kind: 'key.keep', kept: { ...kept, epoch, key: secretToText(key) } }
    return [{ room: home.id, act }]
  })
}

/**
 * Whether this device has yet to change the keys of a room whose devices have changed: until it has, a new device can read there
 * and cannot administer. Rooms that nothing is written in any more are not waited for.
 */
export async function owesKeys(engine: Engine): Promise<boolean> {
  for (const room of roomsWith(engine)) {
    const log = engine.roomLog(room)
    if (log === undefined || engine.isOver(room) || log.isKeyedOtherwise || log.isShutOut) continue
    const { kind } = engine.standing(room)
    if (kind === 'stopped' || kind === 'withheld') continue
    const due = log.look(state => {
      const own = state && engine.deviceIn(state).id
      const author = state?.rekeyDue === true && own ? authorOf(state, own) : undefined
      const isDue = state !== undefined && author?.ok === true && mayBeginEpoch(state, author.value)
      return isDue && own ? { after: stewardSets(state), own } : undefined
    })
    // Where this device was given no secret, it can change nothing, however long one waits.
    if (due !== undefined && (await log.stewardship.countersigning(due.after, due.own)) !== undefined)
      return true
  }
  return false
}

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
