/** The best package for one purpose under floors: what explanations and improvements are built from. */

import { compileProblem, listPicks } from './blocks.ts'
import { listPackages } from './layers.ts'
import { type Budget } from './limits.ts'
import type { Package } from './package.ts'
import { utilitiesOf } from './package.ts'
import type { Problem } from './problem.ts'
import { compare, max as larger, type Rational, subtract } from './rational.ts'
import { lowestUtility } from './reservation.ts'
import { makeGains, type Scoring, scoreLeximin } from './scores.ts'
import { floorTotals, perUtility, type Seek, seek } from './solutions.ts'

export type Extreme = { readonly package: Package; readonly utilities: readonly Rational[] }

/** The feasible package whose smallest gain over the floors is largest (leximin), even where that is negative. */
export function nearestTo(
  problem: Problem,
  floors: readonly Rational[],
  limits: Budget,
): Extreme | undefined {
  const shortfalls = problem.parties.map((party, p) =>
    subtract(floors[p] as Rational, lowestUtility(problem, party)),
  )
  const shift = shortfalls.reduce(larger)
  const lowered = shift.num > 0n ? floors.map(floor => subtract(floor, shift)) : floors
  return extreme(problem, lowered, limits, input => ({
    ...input,
    scoring: scoreLeximin,
    goal: () => ({
      kind: 'minimum',
      floors: floorTotals(input.input.compiled, lowered),
      scales: perUtility(input.input.compiled),
    }),
  }))
}

/** The feasible package that gives one party the most while every party keeps its floor. */
export function mostFor(
  problem: Problem,
  party: number,
  floors: readonly Rational[],
  limits: Budget,
): Extreme | undefined {
  const scoring: Scoring = gains => [gains[party] as bigint]
  return extreme(problem, floors, limits, input => ({
    ...input,
    scoring,
    goal: () => ({
      kind: 'sum',
      floors: floorTotals(input.input.compiled, floors),
      weights: Float64Array.from(floors, (_, p) => (p === party ? 1 : 0)),
    }),
  }))
}

/** A feasible package that gives every party its floor. */
export function findAcceptable(
  problem: Problem,
  floors: readonly Rational[],
  limits: Budget,
): Extreme | undefined {
  const nearest = nearestTo(problem, floors, limits)
  const isAcceptable = nearest?.utilities.every((utility, p) => compare(utility, floors[p] as Rational) >= 0)
  return isAcceptable === true ? nearest : undefined
}

type Base = Omit<Seek, 'scoring' | 'goal'>

/** Throws `RangeError` when the limits do not allow a proven answer: an explanation must not guess. */
function extreme(
  problem: Problem,
  floors: readonly Rational[],
  limits: Budget,
  complete: (base: Base) => Seek,
): Extreme | undefined {
  if (problem.issues.some(issue => issue.kind === 'continuous')) {
    throw new RangeError('explanations are for discrete and integer issues')
  }
  const compiled = compileProblem(
    problem,
    listPicks(problem, () => []),
    limits,
  )
  if (compiled === undefined) throw new RangeError('too many combinations of coupled issues to explain')
  if (compiled.blocks.some(block => block.count === 0)) return undefined
  const input = { compiled, reservations: floors, limits, front: undefined, remark: () => undefined }
  const sought = seek(
    complete({ input, gains: makeGains(compiled, floors), start: undefined, toBound: bound => bound }),
  )
  if (sought === undefined) return undefined
  const { found } = sought
  if (found.kind === 'package') throw new RangeError('the limits do not allow a proven explanation')
  const [best] = listPackages(found.layers, found.best.rows[0] as number, 1)
  return best && { package: best, utilities: utilitiesOf(problem, best) }
}
