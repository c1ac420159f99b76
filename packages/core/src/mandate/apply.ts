import type { Entry } from '../act.ts'
import type { MemberId, PartyId } from '../ids.ts'
import type { RoomState } from '../room.ts'
import type { Member } from '../roster/apply.ts'
import type { Circumstance } from '../schema.ts'
import type { MandateAct, Terms } from './acts.ts'

export type Consent = {
  readonly party: PartyId
  readonly standing: 'given' | 'withdrawn'
  readonly by: MemberId
  readonly position: number
  readonly time: number
  /** The party's own words: limits where given, reason where withdrawn. */
  readonly words?: string
  /** The terms that stood when it spoke. */
  readonly terms: Terms
  /** Present where the mediator recorded it. */
  readonly recorded?: Circumstance
}

export function applyMandate(room: RoomState, entry: Entry, author: Member, act: MandateAct): void {
  if (act.kind === 'terms.set') {
    room.terms = act.terms
    return
  }
  const words = act.kind === 'consent.give' ? act.limits : act.note
  room.consents[act.party] = {
    party: act.party,
    standing: act.kind === 'consent.give' ? 'given' : 'withdrawn',
    by: author.member,
    position: entry.position,
    time: entry.time,
    ...(words === undefined ? {} : { words }),
    terms: room.terms,
    ...(act.recorded === undefined ? {} : { recorded: act.recorded }),
  }
}
