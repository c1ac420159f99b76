/** How far each party has come with an instrument: by what it has said and signed of these very words, and by nothing else. */

import type { ItemId, PartyId } from '../../ids.ts'
import { type ItemState, type Mark, standingOf } from '../../item/item.ts'
import { countingMarks, isTakenBack } from '../../item/register.ts'
import type { Room } from '../../room/state.ts'
import type { Done } from './done.ts'
import type { Instrument, Signing } from './fields.ts'
import { instrumentVerbs, signingVerbs } from './verbs.ts'

type Holding = Room & ItemState

/** `bound`: its signature is full; `deposited`: the depositary has its ratification. */
export type Rung =
  | 'adopted'
  | 'initialled'
  | 'signed-ad-referendum'
  | 'signed'
  | 'ratified'
  | 'deposited'
  | 'consent-refused'

export type Ladder = {
  readonly party: PartyId
  /** Undefined while nothing was said. */
  readonly rung: Rung | undefined
  /** What was done, each the last that stands; a refusal ends what went before it, and what was signed since ends that. */
  readonly done: ReadonlyMap<Done, Signing>
  readonly adopted?: Mark
  readonly compared?: Mark
  readonly deposited?: Mark
}

/** CLOS-11: the digests under which a signature is one of this instrument. */
export const digestsOf = (instrument: Instrument): readonly string[] => {
  const { digest, formerly = [] } = standingOf(instrument).fields
  return [digest, ...formerly]
}

/** What stands signed of an instrument in a room, in the order in which it was put: not withdrawn, and of these words. */
export function signingsOn(instrument: Instrument, { items }: ItemState): readonly Signing[] {
  const digests = digestsOf(instrument)
  return (Object.values(items) as readonly unknown[] as readonly Signing[]).filter(thing => {
    if (thing.register !== 'signing') return false
    const { instrument: named, digest } = standingOf(thing).fields
    return (
      named === instrument.item && digests.includes(digest) && !isTakenBack({ verbs: signingVerbs }, thing)
    )
  })
}

const partyOf = ({ party, for: speaker }: Mark): PartyId | undefined =>
  speaker !== undefined && 'party' in speaker ? speaker.party : party

/** In its own caucus what is written down for a party is that party's. */
const isBy = (room: Holding, mark: Mark, party: PartyId): boolean =>
  (partyOf(mark) ??
    (mark.recorded === undefined && mark.question === undefined ? undefined : room.party?.party)) === party

export function ladderOf(instrument: Instrument, room: Holding, party: PartyId): Ladder {
  const done = doneBy(instrument, room, party)
  const marks = countingMarks({ verbs: instrumentVerbs }, instrument)
  const saidBy = (verb: string) => marks.findLast(mark => mark.verb === verb && isBy(room, mark, party))
  const ratified = done.get('ratified')
  const deposited = marks.findLast(
    ({ verb, evidence = [] }) =>
      verb === 'deposit-received' && ratified !== undefined && evidence.includes(ratified.item),
  )
  const [adopted, compared] = [saidBy('text-adopted'), saidBy('words-compared')]
  return {
    party,
    rung: rungOf(done, { isDeposited: deposited !== undefined, isAdopted: adopted !== undefined }),
    done,
    ...(adopted === undefined ? {} : { adopted }),
    ...(compared === undefined ? {} : { compared }),
    ...(deposited === undefined ? {} : { deposited }),
  }
}

function doneBy(instrument: Instrument, room: Holding, party: PartyId): ReadonlyMap<Done, Signing> {
  const done = new Map<Done, Signing>()
  for (const signing of signingsOn(instrument, room)) {
    const { party: by, done: what } = standingOf(signing).fields
    if (by !== party) continue
    if (what === 'consent-refused') done.clear()
    else done.delete('consent-refused')
    done.set(what, signing)
  }
  // CLOS-1: what confirms nothing, and what ratifies no signature, counts for nothing.
  if (!done.has('signed-ad-referendum')) done.delete('confirmed')
  if (!done.has('signed') && !done.has('confirmed')) done.delete('ratified')
  return done
}

type Known = { readonly isDeposited: boolean; readonly isAdopted: boolean }

function rungOf(done: ReadonlyMap<Done, Signing>, { isDeposited, isAdopted }: Known): Rung | undefined {
  if (done.has('consent-refused')) return 'consent-refused'
  if (isDeposited) return 'deposited'
  if (done.has('ratified')) return 'ratified'
  // VCLT 12(2)(b): ad referendum is full once it is confirmed, and not before.
  if (done.has('signed') || done.has('confirmed')) return 'signed'
  if (done.has('signed-ad-referendum')) return 'signed-ad-referendum'
  if (done.has('initialled')) return 'initialled'
  return isAdopted ? 'adopted' : undefined
}

/** The signature by which a party has signed in full: its own, or the one that confirmed it. */
export const fullSignature = ({ done }: Ladder): Signing | undefined =>
  done.get('signed') ?? done.get('confirmed')

export const laddersOf = (instrument: Instrument, room: Holding): readonly Ladder[] =>
  standingOf(instrument).fields.boundParties.map(party => ladderOf(instrument, room, party))

const order: readonly Rung[] = [
  'adopted',
  'initialled',
  'signed-ad-referendum',
  'signed',
  'ratified',
  'deposited',
]

/** What all of those who have not refused have reached; CLOS-9: of what each signs by itself, the same. */
export function instrumentStanding(instrument: Instrument, room: Holding) {
  const rungs = laddersOf(instrument, room).map(({ rung }) => rung)
  const going = rungs.filter(rung => rung !== 'consent-refused')
  if (going.length === 0) return 'instrument-refused' as const
  const least = Math.min(...going.map(rung => (rung === undefined ? -1 : order.indexOf(rung))))
  if (least < 0) return room.kind === 'desk' ? ('instrument-drafted' as const) : ('instrument-put' as const)
  return `instrument-${order[least] as Exclude<Rung, 'consent-refused'>}` as const
}

export const isSignedByAll = (instrument: Instrument, room: Holding): boolean =>
  laddersOf(instrument, room).every(ladder => fullSignature(ladder) !== undefined)

const attesting: ReadonlySet<string> = new Set([
  'attested-on-it',
  'attested-apart',
  'attested-by-house',
  'attested-otherwise',
])

/** CLOS-8: what the mediators have said for it that it resulted from mediation. */
export const attestationsOf = (instrument: Instrument): readonly Mark[] =>
  countingMarks({ verbs: instrumentVerbs }, instrument).filter(({ verb }) => attesting.has(verb))
export const isAttested = (instrument: Instrument): boolean => attestationsOf(instrument).length > 0

/** Things of a room that are instruments; withdrawn ones among them. */
export const instrumentsIn = ({ items }: ItemState): readonly Instrument[] =>
  (Object.values(items) as readonly unknown[] as readonly Instrument[]).filter(
    ({ register }) => register === 'instrument',
  )

/** The same words in another room: ids differ from room to room, the digest does not. */
export const sameInstrumentIn = (room: ItemState, digest: string): Instrument | undefined =>
  instrumentsIn(room).findLast(each => digestsOf(each).includes(digest))

export const instrumentIn = ({ items }: ItemState, item: ItemId): Instrument | undefined => {
  const known = items[item] as unknown as Instrument | undefined
  return known?.register === 'instrument' ? known : undefined
}
