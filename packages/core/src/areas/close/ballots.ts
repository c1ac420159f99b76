/** What a ballot asks and by which rule, what was counted, and what that comes to. */

import * as v from 'valibot'
import { type ItemId, id } from '../../ids.ts'
import { type ItemState, type RegisterItem, standingOf } from '../../item/item.ts'
import { isTakenBack } from '../../item/register.ts'
import type { Body } from '../../room/fields.ts'
import { limits, name, note, title } from '../../schema.ts'
import { day } from '../../term/day.ts'
import { denominators, fraction, pollOutcome, tallies } from './poll.ts'
import { tallyVerbs } from './verbs.ts'

export const ballotFields = {
  title,
  /** As it stands on the paper. */
  askedWords: note,
  /** What it is about, of this room or of the table. */
  instrument: v.exactOptional(id('item')),
  electorate: title,
  pollFrom: v.exactOptional(day),
  pollUntil: v.exactOptional(day),
  majorityOf: v.picklist(denominators),
  threshold: fraction,
  orExactly: v.exactOptional(v.boolean()),
  quorum: v.exactOptional(fraction),
  /** Majorities that are wanted at once, each by itself. */
  groups: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ groupName: name, threshold: v.exactOptional(fraction) })),
      v.minLength(2),
      v.maxLength(limits.askedMax),
      v.check(all => new Set(all.map(({ groupName }) => groupName)).size === all.length, 'twice'),
      v.readonly(),
    ),
  ),
  tieRule: v.picklist(['not-carried', 'carried', 'vote-again']),
  countedBy: name,
} as const
export type Ballot = RegisterItem<Body<typeof ballotFields>>

export const tallyFields = {
  ballot: id('item'),
  /** Whoever counted it, as they are called. */
  countedBy: name,
  countedOn: v.exactOptional(day),
  counted: tallies,
  /** Who watched over it. */
  scrutineer: v.exactOptional(name),
} as const
export type Tally = RegisterItem<Body<typeof tallyFields>>

export const ballotIn = ({ items }: ItemState, item: ItemId): Ballot | undefined => {
  const known = items[item] as unknown as Ballot | undefined
  return known?.register === 'ballot' ? known : undefined
}

/** Every count of a ballot in the order in which they were put: a recount takes the place of none. */
export const talliesOf = (ballot: RegisterItem<unknown>, { items }: ItemState): readonly Tally[] =>
  (Object.values(items) as readonly unknown[] as readonly Tally[]).filter(
    thing =>
      thing.register === 'tally' &&
      standingOf(thing).fields.ballot === ballot.item &&
      !isTakenBack({ verbs: tallyVerbs }, thing),
  )

/** By its last count that was not withdrawn; undefined where there is none. */
export function outcomeOfBallot(ballot: Ballot, room: ItemState) {
  const last = talliesOf(ballot, room).at(-1)
  return last === undefined
    ? undefined
    : pollOutcome(standingOf(ballot).fields, standingOf(last).fields.counted)
}
