/** SYNC-38: what is done in several rooms at once, and what became of it in each. */

import { type Act, isPresent, type MemberId, type RoomId } from '@goodoffices/core'
import { ok, type Result, type Violation } from '../result.ts'
import type { AtWork } from '../session/at-work.ts'
import { roomsWith } from '../session/device/listing.ts'
import type { Engine } from '../session/engine/engine.ts'
import { entriesFor, type Item } from '../session/outbox.ts'
import { whyShut } from '../session/why-shut.ts'
import type { Everywhere, Remaining } from './decided.ts'

/** Decides it for every room that would take it. Fails with why where that is none. */
export async function actEverywhere(
  engine: Engine,
  acts: readonly { readonly room: RoomId; readonly act: Act }[],
): Promise<Result<Everywhere>> {
  const remaining = acts.flatMap(({ room, act }) => {
    const checked = engine.checkAct(room, act)
    const why = whyShut(engine, room) ?? (checked.ok ? undefined : checked.error)
    return why === undefined ? [] : [{ room, why }]
  })
  const allowed = acts.filter(({ room }) => !remaining.some(each => each.room === room))
  const [first] = remaining
  if (allowed.length === 0 && first !== undefined) return { ok: false, error: first.why }
  const done = await engine.submit(allowed)
  if (!done.ok) return done
  const rooms = allowed.map(({ room }) => room)
  return ok({ rooms, remaining, entries: done.value.map(({ id }) => id) })
}

/** What has become of it until now: in the log, on its way from this device, or not done. */
export type Became = {
  readonly done: readonly RoomId[]
  readonly waiting: readonly RoomId[]
  readonly remaining: readonly Remaining[]
}

/** SYNC-38: of what was decided for several rooms, what has become of it in each. A record is destroyed once the relay has deleted it. */
export function becameOf({ engine }: AtWork, { rooms, remaining, entries }: Everywhere): Became {
  const refusals = engine.outbox.refused()
  const isOurs = ({ job }: Item, room: RoomId): boolean =>
    entries !== undefined && entriesFor(job, room).some(({ id }) => entries.includes(id))
  const first = refusals.find(item => rooms.some(room => isOurs(item, room)))
  const whyNot = (room: RoomId): Violation | undefined => {
    if (entries === undefined || engine.isOver(room)) return undefined
    const log = engine.roomLog(room)
    const own = refusals.find(item => isOurs(item, room))
    if (own !== undefined) return own.refused
    // What hung on another's being said is not said where that was refused.
    return entries.some(entry => log?.has(entry))
      ? undefined
      : (first?.refused ?? { code: 'delivery-not-carried' })
  }
  const isWaiting = (room: RoomId): boolean =>
    engine.outbox.waiting().some(({ job }) => job.kind === 'bury' && job.room === room) ||
    engine.outbox.pendingIn(room).some(({ id }) => entries?.includes(id) ?? true)
  const sent = rooms.filter(room => !isWaiting(room))
  return {
    done: sent.filter(room => whyNot(room) === undefined),
    waiting: rooms.filter(isWaiting),
    remaining: [
      ...sent.flatMap(room => {
        const why = whyNot(room)
        return why === undefined ? [] : [{ room, why }]
      }),
      ...remaining,
    ],
  }
}

/**
 * Where one of this member's devices is listed, as this device knows, and of the other rooms that they are in why not. Nothing is
 * said of a room that they have left.
 */
export function whereListed({ engine }: AtWork, device: string): Everywhere {
  const me: MemberId = engine.identity.member
  const all = roomsWith(engine).flatMap(room => {
    const state = engine.room(room)
    const seat = state?.members[me]
    if (state !== undefined && (seat === undefined || !isPresent(seat))) return []
    return [{ room, isListed: seat?.devices.some(each => each.device === device) === true }]
  })
  return {
    rooms: all.flatMap(({ room, isListed }) => (isListed ? [room] : [])),
    remaining: all.flatMap(({ room, isListed }) =>
      isListed
        ? []
        : [{ room, why: whyShut(engine, room) ?? engine.whyUnread(room) ?? { code: 'device-unknown' } }],
    ),
  }
}
