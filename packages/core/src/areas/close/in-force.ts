/** CLOS-5: from which day an instrument is in force for whom. A day, or what is waited for: never whether that day has come. */

import type { PartyId } from '../../ids.ts'
import { type ItemState, standingOf } from '../../item/item.ts'
import { placedAt, type Room } from '../../room/state.ts'
import { dayNumberAt, isZone } from '../../term/calendar.ts'
import { type Day, dayToNumber, numberToDay } from '../../term/day.ts'
import { countFrom } from '../../term/resolve.ts'
import type { Instrument, Signing } from './fields.ts'
import { fullSignature, type Ladder, laddersOf } from './ladder.ts'

/** What is still to be done, and by whom. */
export type Awaits = { readonly party: PartyId; readonly step: 'signature' | 'ratification' | 'deposit' }

/** `provisionally`: from when it is applied until then. `never`: somebody without whom it is not has refused. */
export type InForce = { readonly party: PartyId; readonly provisionally?: Day } & (
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'waiting'; readonly for: readonly Awaits[] }
  | { readonly kind: 'never'; readonly refusedBy: readonly PartyId[] }
)

type Holding = Room & ItemState
type Fields = Instrument['revisions'][number]['fields']

export function inForceIn(instrument: Instrument, room: Holding): readonly InForce[] {
  const { fields } = standingOf(instrument)
  const zone = fields.inForceZone !== undefined && isZone(fields.inForceZone) ? fields.inForceZone : 'UTC'
  const ladders = laddersOf(instrument, room)
  const dayOf = (signing: Signing): Day => {
    const { position, time, fields } = standingOf(signing)
    return fields.signedOn ?? numberToDay(dayNumberAt(placedAt(room, position) ?? time, zone))
  }
  const reached = ladders.map(ladder => reachedBy(ladder, fields, { dayOf, zone }))
  return ladders.map((ladder, at) => {
    const own = fields.inForceFor === 'each' ? reached.slice(at, at + 1) : reached
    const full = fullSignature(ladder)
    const isProvisional = fields.provisional === true && full !== undefined
    return {
      party: ladder.party,
      ...(isProvisional ? { provisionally: dayOf(full) } : {}),
      ...resolved(own, fields),
    }
  })
}

type Reached = Day | Awaits | { readonly refusedBy: PartyId }
type Telling = { readonly dayOf: (signing: Signing) => Day; readonly zone: string }

/** The day on which a party has done what the text asks for; what it has not. */
function reachedBy(ladder: Ladder, { boundBy, inForceUpon }: Fields, { dayOf, zone }: Telling): Reached {
  const { party, rung, done, deposited } = ladder
  if (rung === 'consent-refused') return { refusedBy: party }
  const full = fullSignature(ladder)
  if (full === undefined) return { party, step: 'signature' }
  const ratified = done.get('ratified')
  // Whoever is bound by ratification is not in it by a signature, whatever else is asked.
  const needsRatification =
    boundBy === 'ratification' || inForceUpon === 'ratification' || inForceUpon === 'deposit'
  if (needsRatification && ratified === undefined) return { party, step: 'ratification' }
  if (inForceUpon === 'deposit') {
    if (deposited === undefined) return { party, step: 'deposit' }
    return numberToDay(dayNumberAt(deposited.at ?? deposited.time, zone))
  }
  return dayOf(inForceUpon === 'signature' || ratified === undefined ? full : ratified)
}

function resolved(reached: readonly Reached[], fields: Fields) {
  const refusedBy = reached.flatMap(each =>
    typeof each === 'object' && 'refusedBy' in each ? [each.refusedBy] : [],
  )
  if (refusedBy.length > 0) return { kind: 'never', refusedBy } as const
  const waiting = reached.flatMap(each => (typeof each === 'object' && 'step' in each ? [each] : []))
  if (waiting.length > 0) return { kind: 'waiting', for: waiting } as const
  const last = reached
    .flatMap(each => (typeof each === 'string' ? [each] : []))
    .toSorted()
    .at(-1)
  if (last === undefined) throw new Error('an instrument that binds nobody')
  return { kind: 'day', day: counted(last, fields) } as const
}

/** A fixed day is no earlier than the last of what it rests on. */
function counted(last: Day, { inForceOn, inForceAfter = 0, inForceUnit = 'days' }: Fields): Day {
  if (inForceOn !== undefined) return inForceOn > last ? inForceOn : last
  return numberToDay(countFrom(dayToNumber(last), { count: inForceAfter, unit: inForceUnit }, []))
}
