/** The best package for one purpose under floors: what explanations and improvements are built from. */

import { compileProblem, listPicks } from './blocks.ts'
import { type Cells, openCells } from './cells/cells.ts'
import { fairestOf, mostOf } from './cells/optimum.ts'
import { TooManyCells } from './cells/search.ts'
import type { Aim } from './floats.ts'
import { listPackages } from './layers.ts'
import { type Budget } from './limits.ts'
import type { Package } from './package.ts'
import { utilitiesOf } from './package.ts'
import { needsCells, type Party, type Problem } from './problem.ts'
import { compare, max as larger, ONE, type Rational, subtract, ZERO } from './rational.ts'
import { Undecided } from './refusal.ts'
import { lowestUtility } from './reservation.ts'
import { makeGains, type Scoring, scoreLeximin } from './scores.ts'
import { seek } from './solutions.ts'

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
    if (error instanceof TooManyCells) throw new Undecided({ code: 'too-many-cells' })
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
  const aim: Aim = { kind: 'minimum', floors: lowered, scales: floors.map(() => ONE) }
  return extreme(problem, limits, aim, scoreLeximin)
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
  const weights = floors.map((_, p) => (parties.includes(p) ? ONE : ZERO))
  return extreme(problem, limits, { kind: 'sum', floors, weights }, scoring)
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
      if (!(error instanceof Undecided)) throw error
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

export function withoutCeiling(party: Party): Party {
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

/** Throws `Undecided` when the limits do not allow a proven answer: an explanation must not guess. */
function extreme(problem: Problem, limits: Budget, aim: Aim, scoring: Scoring): Extreme | undefined {
  const compiled = compileProblem(
    problem,
    listPicks(problem, () => []),
    limits,
  )
  if (compiled === undefined) throw new Undecided({ code: 'too-many-coupled' })
  const input = {
    compiled,
    reservations: aim.floors,
    limits,
    front: undefined,
    remark: () => undefined,
  }
  const sought = seek({
    input,
    gains: makeGains(compiled, aim.floors),
    scoring,
    aim: () => aim,
    start: undefined,
  })
  if (sought === undefined) return undefined
  const { found } = sought
  if (found.kind === 'package') throw new Undecided({ code: 'unproven' })
  const [best] = listPackages(found.layers, found.best.rows[0] as number, 1)
  return best && { package: best, utilities: utilitiesOf(problem, best) }
}
