/** Which conclusions survive when weights are only known within ranges. */

import { mostFor } from './extreme.ts'
import { limitsOf } from './limits.ts'
import { midpoint } from './money.ts'
import { type Package, pickAt, sizeOf, toExact, utilityOf, valueAt } from './package.ts'
import type { Issue, Party, Problem, ValueFunction } from './problem.ts'
import {
  add,
  compare,
  divide,
  equals,
  max,
  multiply,
  ONE,
  type Rational,
  subtract,
  sum,
  ZERO,
} from './rational.ts'
import { applyReservation } from './reservation.ts'
import { settle } from './settle.ts'
import type { FrontierPoint, SettleOptions, SolutionName } from './settlement.ts'

export type WeightRange = { readonly low: Rational; readonly high: Rational }

export type RobustnessOptions = SettleOptions & {
  /** The solution whose recommendation is tested. Default `nash`. */
  readonly solution?: SolutionName
}

export type Robustness = {
  /** Frontier points of the stated weights, each with whether some weights in the ranges let another package dominate it. */
  readonly efficient: readonly { readonly point: FrontierPoint; readonly throughout: boolean }[]
  /** First package of the solution at the stated weights; undefined without a deal. */
  readonly recommendation: Package | undefined
  /** Single weights whose move within their range, all others as stated, changes the recommendation. */
  readonly pivots: readonly Pivot[]
  /** Whether the recommendation holds at every corner of the ranges tried, and how many were. */
  readonly corners: { readonly tried: number; readonly all: boolean; readonly holds: boolean }
}

export type Pivot = {
  readonly party: number
  readonly issue: number
  /** The recommendation holds at `holds` and fails at `fails`; the two are neighbours after `bisections`. */
  readonly holds: Rational
  readonly fails: Rational
  readonly becomes: Package | undefined
}

export const cornersMax = 256
export const bisections = 16
/** Frontier points tested one by one. */
export const pointsTestedMax = 1_000

/**
 * Throws `RangeError` past the limits, and where a party has a ceiling: an advantage is then no sum over issues.
 * Weight ranges come from the parties' `weightRanges`; a party without any is taken at its word.
 */
export function robustness(problem: Problem, options: RobustnessOptions = {}): Robustness {
  if (problem.parties.some(party => party.ceiling !== undefined))
    throw new RangeError('weights cannot be tested where utilities are cut at a ceiling')
  const effective = applyReservation(problem, options)
  const settlement = settle(effective, { ...options, reservation: 'file' })
  const name = options.solution ?? 'nash'
  const recommendation = settlement.solutions[name]?.packages[0]?.package
  const recommend = (changed: Problem): Package[] =>
    (
      settle(changed, { ...options, reservation: 'file', frontier: 'none' }).solutions[name]?.packages ?? []
    ).map(item => item.package)
  const holdsFor = (changed: Problem): boolean =>
    recommendation !== undefined && recommend(changed).some(other => isSamePackage(other, recommendation))
  const ranges = listRanges(effective)
  return {
    efficient: settlement.frontier
      .slice(0, pointsTestedMax)
      .map(point => ({ point, throughout: isEfficientThroughout(effective, point.package, options) })),
    recommendation,
    pivots:
      recommendation === undefined
        ? []
        : ranges.flatMap(range => findPivots(effective, range, holdsFor, recommend)),
    corners: tryCorners(effective, ranges, holdsFor),
  }
}

type Ranged = WeightRange & { readonly party: number; readonly issue: number }

function listRanges({ parties }: Problem): Ranged[] {
  return parties.flatMap((party, p) =>
    (party.weightRanges ?? []).flatMap((range, issue) =>
      range === undefined || equals(range.low, range.high) ? [] : [{ ...range, party: p, issue }],
    ),
  )
}

function withWeight(problem: Problem, { party, issue }: Ranged, weight: Rational): Problem {
  const parties = problem.parties.map((other, p) =>
    p === party ? { ...other, weights: other.weights.map((old, i) => (i === issue ? weight : old)) } : other,
  )
  return { ...problem, parties }
}

function findPivots(
  problem: Problem,
  range: Ranged,
  holdsFor: (problem: Problem) => boolean,
  recommend: (problem: Problem) => Package[],
): Pivot[] {
  const { party, issue, low, high } = range
  const stated = problem.parties[party]?.weights[issue] as Rational
  return [low, high].flatMap(end => {
    if (holdsFor(withWeight(problem, range, end))) return []
    let holds = stated
    let fails = end
    for (let step = 0; step < bisections; step++) {
      const middle = midpoint(holds, fails)
      if (holdsFor(withWeight(problem, range, middle))) holds = middle
      else fails = middle
    }
    return [{ party, issue, holds, fails, becomes: recommend(withWeight(problem, range, fails))[0] }]
  })
}

function tryCorners(problem: Problem, ranges: readonly Ranged[], holdsFor: (problem: Problem) => boolean) {
  const corners = 2 ** ranges.length
  const tried = Math.min(corners, cornersMax)
  let holds = true
  for (let corner = 0; corner < tried && holds; corner++) {
    let changed = problem
    ranges.forEach((range, i) => {
      changed = withWeight(changed, range, (corner >> i) & 1 ? range.high : range.low)
    })
    holds = holdsFor(changed)
  }
  return { tried, all: tried === corners, holds }
}

/**
 * Exact, for any number of ranges: another package y can dominate x for some weights exactly when it does
 * with each weight at the end of its range that favours y over x, and that advantage is additive in y.
 */
function isEfficientThroughout(problem: Problem, x: Package, options: SettleOptions): boolean {
  const limits = limitsOf(options)
  const favouring: Problem = {
    ...problem,
    parties: problem.parties.map(party => favour(problem.issues, party, x)),
  }
  const floors = favouring.parties.map(party => utilityOf(favouring, party, x))
  const best = mostFor(
    favouring,
    floors.map((_, p) => p),
    floors,
    limits,
  )
  return best === undefined || equals(sum(best.utilities), sum(floors))
}

/** The party with weights 1 and, per pick, the most its weighted advantage over x can be. */
function favour(issues: readonly Issue[], party: Party, x: Package): Party {
  const values = party.values.map((values, i): ValueFunction => {
    const issue = issues[i] as Issue
    const base = valueAt(issue, values, x[i] ?? 0)
    const weight = party.weights[i] ?? ZERO
    const { low, high } = party.weightRanges?.[i] ?? { low: weight, high: weight }
    const atBest = (advantage: Rational): Rational => max(multiply(low, advantage), multiply(high, advantage))
    if (issue.kind === 'continuous') return favourCurve(values, base, atBest)
    const table = Array.from({ length: sizeOf(issue) }, (_, o) => {
      const advantage = subtract(valueAt(issue, values, pickAt(issue, o)), base)
      return atBest(advantage)
    })
    return { kind: 'table', values: table }
  })
  return { ...party, weights: issues.map(() => ONE), values }
}

/** The same for a piecewise linear value, which bends once more wherever it crosses that of x. */
function favourCurve(
  values: ValueFunction,
  base: Rational,
  atBest: (advantage: Rational) => Rational,
): ValueFunction {
  if (values.kind !== 'piecewise') throw new RangeError('a continuous issue has a piecewise linear value')
  const points = values.points.flatMap((point, k) => {
    const advantage = subtract(point.value, base)
    const own = { at: point.at, value: atBest(advantage) }
    const before = values.points[k - 1]
    const earlier = before === undefined ? ZERO : subtract(before.value, base)
    if (before === undefined || earlier.num * advantage.num >= 0n) return [own]
    const share = divide(earlier, subtract(earlier, advantage))
    const at = add(before.at, multiply(share, subtract(point.at, before.at)))
    return [{ at, value: ZERO }, own]
  })
  return { kind: 'piecewise', points }
}

function isSamePackage(a: Package, b: Package): boolean {
  return a.every((pick, i) => compare(toExact(pick), toExact(b[i] ?? 0)) === 0)
}
