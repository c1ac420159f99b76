/** SYNC-38: what is done in several rooms at once, and what became of it in each. */

import { type Act, isPresent, type MemberId, type RoomId } from '@goodoffices/core'
import { ok, type Result, type Violation } from '../result.ts'
import type { AtWork } from '../session/at-work.ts'
import { roomsWith } from '../session/device/listing.ts'
import type { Engine } from '../session/engine/engine.ts'
import { whyShut } from '../session/why-shut.ts'

/** The rooms that it was decided for, and those that are as they were, with why. */
export type Everywhere = {
  readonly rooms: readonly RoomId[]
  readonly remaining: readonly { readonly room: RoomId; readonly why: Violation }[]
}

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
  return done.ok ? ok({ rooms: allowed.map(({ room }) => room), remaining }) : done
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
