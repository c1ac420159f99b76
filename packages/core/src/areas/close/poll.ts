/** CLOS-3: what a ballot came to, by whole numbers and fractions alone. */

import * as v from 'valibot'
import { code, limits, name, wholeUpTo } from '../../schema.ts'

/** A fraction from 1/9999 to 1, as it is written in a rule: `1/2`, `2/3`. */
export const fraction = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,3}\/[1-9]\d{0,3}$/, 'fraction'),
  v.check(text => isAtMostOne(text), 'fraction'),
  code('1/2', '2/3'),
)

function partsOf(text: string): readonly [over: bigint, under: bigint] {
  const [over = '0', under = '1'] = text.split('/')
  return [BigInt(over), BigInt(under)]
}

function isAtMostOne(text: string): boolean {
  const [over, under] = partsOf(text)
  return over <= under
}

/** More people than there are. */
const people = wholeUpTo(100_000_000_000)

/** What was counted, of all or of one of several groups whose majorities are wanted at once. */
export const tallied = v.strictObject({
  groupName: v.exactOptional(name),
  /** Of a body: how many belong to it, whether they may vote or not. */
  membersInAll: v.exactOptional(people),
  eligible: people,
  returned: people,
  inFavour: people,
  opposed: people,
  blankOrVoid: people,
})
export type Tallied = v.InferOutput<typeof tallied>

export const tallies = v.pipe(v.array(tallied), v.minLength(1), v.maxLength(limits.askedMax), v.readonly())

export const denominators = ['valid', 'cast', 'eligible', 'members'] as const
export type Denominator = (typeof denominators)[number]

export type PollRule = {
  readonly majorityOf: Denominator
  readonly threshold: string
  /** The threshold itself is enough; otherwise it is more than that. */
  readonly orExactly?: boolean
  /** Of those who may vote, how many must have. */
  readonly quorum?: string
  readonly groups?: readonly { readonly groupName: string; readonly threshold?: string }[]
  readonly tieRule: 'not-carried' | 'carried' | 'vote-again'
}

/** What was in favour, opposed, and blank or void is what was returned, and no more was returned than there are voters, nor more voters than members. */
export const addsUp = ({
  membersInAll,
  eligible,
  returned,
  inFavour,
  opposed,
  blankOrVoid,
}: Tallied): boolean =>
  inFavour + opposed + blankOrVoid === returned &&
  returned <= eligible &&
  (membersInAll === undefined || eligible <= membersInAll)

/** Of which group which numbers there are to be: of the whole, where no groups are named. */
export const isOfRule = ({ groups, majorityOf }: PollRule, counts: readonly Tallied[]): boolean => {
  const names = groups === undefined ? [undefined] : groups.map(({ groupName }) => groupName)
  const isWhole = counts.length === names.length && names.every((each, at) => counts[at]?.groupName === each)
  return isWhole && (majorityOf !== 'members' || counts.every(each => each.membersInAll !== undefined))
}

export type PollStanding = 'carried' | 'not-carried' | 'tied' | 'no-quorum'

/** One majority: so many of so many, and what was needed. */
export type Majority = {
  readonly groupName?: string
  readonly inFavour: number
  readonly of: number
  readonly threshold: string
  readonly standing: PollStanding
}

const denominatorOf = (
  { inFavour, opposed, returned, eligible, membersInAll = 0 }: Tallied,
  majorityOf: Denominator,
): number => ({ valid: inFavour + opposed, cast: returned, eligible, members: membersInAll })[majorityOf]

function majorityOf(rule: PollRule, count: Tallied): Majority {
  const threshold =
    rule.groups?.find(({ groupName }) => groupName === count.groupName)?.threshold ?? rule.threshold
  const of = denominatorOf(count, rule.majorityOf)
  const { inFavour, groupName } = count
  return {
    ...(groupName === undefined ? {} : { groupName }),
    inFavour,
    of,
    threshold,
    standing: standingOfOne(rule, count, { threshold, of }),
  }
}

type Measured = { readonly threshold: string; readonly of: number }

function standingOfOne(rule: PollRule, count: Tallied, { threshold, of }: Measured): PollStanding {
  if (rule.quorum !== undefined && !reaches(count.returned, count.eligible, rule.quorum)) return 'no-quorum'
  // Nobody is no majority of nobody.
  if (of === 0) return 'not-carried'
  const [over, under] = partsOf(threshold)
  const [reached, needed] = [BigInt(count.inFavour) * under, over * BigInt(of)]
  if (reached > needed || (reached === needed && rule.orExactly === true)) return 'carried'
  if (reached < needed || rule.tieRule === 'not-carried') return 'not-carried'
  return rule.tieRule === 'carried' ? 'carried' : 'tied'
}

function reaches(part: number, whole: number, share: string): boolean {
  const [over, under] = partsOf(share)
  return BigInt(part) * under >= over * BigInt(whole)
}

/** Of several majorities at once all must be there; the first that is not says how it stands. */
export function pollOutcome(
  rule: PollRule,
  counts: readonly Tallied[],
): { readonly standing: PollStanding; readonly majorities: readonly Majority[] } {
  const majorities = counts.map(count => majorityOf(rule, count))
  return {
    standing: majorities.find(({ standing }) => standing !== 'carried')?.standing ?? 'carried',
    majorities,
  }
}
