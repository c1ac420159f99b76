/** Who has undertaken what towards whom, in the rooms that a reader holds. */

import {
  courseOfUndertaking,
  isAddressed,
  isSamePlain,
  lastDayOf,
  makerOf,
  type PartyId,
  type RegisterItem,
  type RoomState,
  resolveTerm,
  standingOf,
  standingOfUndertaking,
  termWorldOf,
  type Undertaking,
  type UnilateralStep,
} from '@goodoffices/core'

export type Placed<T = Undertaking> = { readonly room: RoomState; readonly thing: T }

/** The two kinds of thing are told apart by their registers. */
const thingsOf = <T>(room: RoomState, register: string): readonly Placed<T>[] =>
  Object.values(room.items).flatMap(thing =>
    thing.register === register ? [{ room, thing: thing as unknown as T }] : [],
  )

/** Every one that a reader holds, given or not. */
export const undertakingsIn = (rooms: readonly RoomState[]): readonly Placed[] =>
  rooms.flatMap(room => thingsOf<Undertaking>(room, 'undertaking'))

const isMade = ({ room, thing }: Placed<RegisterItem<unknown>>): boolean =>
  makerOf(room, thing) !== 'mediators'

/** Where their makers put them: what was carried or published from there is left out. */
export const madeIn = (rooms: readonly RoomState[]): readonly Placed[] => undertakingsIn(rooms).filter(isMade)

/** What one party has undertaken, and what was undertaken towards it. */
export function undertakingsFor(
  rooms: readonly RoomState[],
  party: PartyId,
): { readonly made: readonly Placed[]; readonly received: readonly Placed[] } {
  const fieldsOf = ({ thing }: Placed) => standingOf(thing).fields
  return {
    made: madeIn(rooms).filter(each => fieldsOf(each).party === party),
    received: undertakingsIn(rooms).filter(each => {
      const { addressedTo, party: by } = fieldsOf(each)
      return courseOfUndertaking(each.thing, each.room) !== 'offered' && isAddressed(addressedTo, party, by)
    }),
  }
}

/** One-sided steps that a reader holds, each where its maker put it or, where that is not held, as it reached them. */
export function stepsIn(rooms: readonly RoomState[]): readonly Placed<UnilateralStep>[] {
  return rooms.flatMap(room => thingsOf<UnilateralStep>(room, 'unilateral-step'))
}

/** How it is before somebody to whom it was said; undefined where it did not reach them in a room of theirs. */
export function reachedIn(
  rooms: readonly RoomState[],
  { thing }: Placed,
  party: PartyId,
): Placed | undefined {
  const { fields } = standingOf(thing)
  return undertakingsIn(rooms).find(
    each =>
      !isMade(each) &&
      (each.room.kind !== 'caucus' || each.room.party?.party === party) &&
      isSamePlain(standingOf(each.thing).fields, fields),
  )
}

/** Whether it binds its maker today, and until when, as far as its own words say. */
export type Force =
  | { readonly kind: 'offered' | 'in-force' | 'released' | 'revoked' }
  | { readonly kind: 'notice-runs' | 'ended' | 'lapsed'; readonly day: string }

/** UNDT-4: `now` in ms since 1970 UTC, by whichever clock the reader goes by; no rule asks. Days are those of UTC. */
export function forceOf({ room, thing }: Placed, now: number): Force {
  const { standing } = standingOfUndertaking(thing, room)
  const today = new Date(now).toISOString().slice(0, 10)
  if (standing === 'undertaking-offered') return { kind: 'offered' }
  if (standing === 'undertaking-released') return { kind: 'released' }
  const { lapsesOn } = standingOf(thing).fields
  const resolved = lapsesOn === undefined ? undefined : resolveTerm(lapsesOn, termWorldOf(room))
  // Of a day that the sides give differently it has lapsed once the last of them has passed.
  const lapse =
    resolved?.kind === 'day' ? resolved.day : resolved?.kind === 'disputed' ? resolved.days.at(-1) : undefined
  if (lapse !== undefined && lapse < today) return { kind: 'lapsed', day: lapse }
  const last = lastDayOf(thing, room)
  if (last !== undefined) return { kind: last < today ? 'ended' : 'notice-runs', day: last }
  return { kind: standing === 'undertaking-revoked' ? 'revoked' : 'in-force' }
}
