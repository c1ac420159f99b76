/** The best package for one purpose under floors: what explanations and improvements are built from. */

import { compileProblem, listPicks } from './blocks.ts'
import { type Cells, openCells } from './cells/cells.ts'
import { fairestOf, mostOf } from './cells/optimum.ts'
import { TooManyCells } from './cells/search.ts'
import { floorTotals, perUtility } from './floats.ts'
import { listPackages } from './layers.ts'
import { type Budget } from './limits.ts'
import type { Package } from './package.ts'
import { utilitiesOf } from './package.ts'
import { needsCells, type Party, type Problem } from './problem.ts'
import { compare, max as larger, ONE, type Rational, subtract, toNumber, ZERO } from './rational.ts'
import { lowestUtility } from './reservation.ts'
import { makeGains, type Scoring, scoreLeximin } from './scores.ts'
import { type Seek, seek } from './solutions.ts'

export type Extreme = { readonly package: Package; readonly utilities: readonly Rational[] }

/** What the limits do not allow to prove is not said: an explanation must not guess. */
function inCells(
  problem: Problem,
  limits: Budget,
  find: (cells: Cells) => Extreme | undefined,
): Extreme | undefined {
  try {
    const cells = openCells(problem, limits)
    if (cells === undefined) throw new TooManyCells('too many cells of continuous issues')
    const found = find(cells)
    return found && { package: found.package, utilities: utilitiesOf(problem, found.package) }
  } catch (error) {
    if (error instanceof TooManyCells) throw new RangeError(error.message)
    throw error
  }
}

/** The feasible package whose smallest gain over the floors is largest (leximin), even where that is negative. */
export function nearestTo(
  problem: Problem,
  floors: readonly Rational[],
  limits: Budget,
): Extreme | undefined {
  if (needsCells(problem)) {
    const scales = floors.map(() => ONE)
    return inCells(problem, limits, cells => fairestOf(cells, { floors, scales }, limits))
  }
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

/** The feasible package that gives some parties together the most while every party keeps its floor. */
export function mostFor(
  problem: Problem,
  parties: readonly number[],
  floors: readonly Rational[],
  limits: Budget,
): Extreme | undefined {
  if (needsCells(problem)) {
    const weights = floors.map((_, p) => (parties.includes(p) ? ONE : ZERO))
    return inCells(problem, limits, cells => mostOf(cells, weights, floors, limits))
  }
  const scoring: Scoring = gains => [parties.reduce((total, p) => total + (gains[p] as bigint), 0n)]
  return extreme(problem, floors, limits, input => ({
    ...input,
    scoring,
    goal: () => ({
      kind: 'sum',
      floors: floorTotals(input.input.compiled, floors),
      weights: Float64Array.from(input.input.compiled.units, (unit, p) =>
        parties.includes(p) ? toNumber(unit) : 0,
      ),
    }),
  }))
}

/**
 * The problem without the ceilings that no acceptable package exceeds: there a utility is a sum, as in any discrete
 * problem. A ceiling that the limits leave open stays.
 */
export function dropIdleCeilings(problem: Problem, limits: Budget): Problem {
  if (problem.issues.some(issue => issue.kind === 'continuous')) return problem
  const floors = problem.parties.map(party => party.reservation)
  const sums = { ...problem, parties: problem.parties.map(withoutCeiling) }
  const isIdle = (ceiling: Rational, p: number): boolean => {
    try {
      const most = mostFor(sums, [p], floors, limits)
      return most === undefined || compare(most.utilities[p] as Rational, ceiling) <= 0
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return false
    }
  }
  const parties = problem.parties.map((party, p) =>
    party.ceiling !== undefined && compare(party.reservation, party.ceiling) <= 0 && isIdle(party.ceiling, p)
      ? withoutCeiling(party)
      : party,
  )
  return { ...problem, parties }
}

function withoutCeiling(party: Party): Party {
  const { ceiling: _ceiling, ...rest } = party
  return rest
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
