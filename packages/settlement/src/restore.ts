/** What was answered of a reduced problem, as an answer to the problem it came from. */

import { certify } from './certificate.ts'
import { countOutcomes, type Package } from './package.ts'
import type { Problem } from './problem.ts'
import type { Move, NoDeal, Settlement, Solution, Solutions } from './settlement.ts'

/** Recomputes every package in the problem's own numbers. Ties went with the options that others are as good as. */
export function restoreSettlement(
  problem: Problem,
  settlement: Settlement,
  restore: (picks: Package) => Package,
): Settlement {
  const { reservations, noDeal, remarks, zoneOfAgreement } = settlement
  const frontier = settlement.frontier.map(point => ({ ...point, package: restore(point.package), ties: 1n }))
  const solutions = Object.fromEntries(
    Object.entries(settlement.solutions).map(([name, solution]) => [
      name,
      restoreSolution(solution, restore),
    ]),
  ) as Solutions
  const isTold = !zoneOfAgreement || remarks.some(({ code }) => code === 'ties-not-counted')
  return {
    ...settlement,
    outcomes: countOutcomes(problem),
    frontier,
    solutions,
    ...(noDeal === undefined ? {} : { noDeal: restoreNoDeal(noDeal, restore) }),
    certificate: certify({ problem, reservations, frontier, solutions }),
    remarks: isTold ? remarks : [...remarks, { code: 'ties-not-counted' }],
  }
}

function restoreSolution(solution: Solution, restore: (picks: Package) => Package): Solution {
  return {
    ...solution,
    packages: solution.packages.slice(0, 1).map(item => ({ ...item, package: restore(item.package) })),
    ties: 1n,
    tiesExact: false,
  }
}

function restoreNoDeal(noDeal: NoDeal, restore: (picks: Package) => Package): NoDeal {
  const { nearest } = noDeal
  return {
    ...noDeal,
    moves: noDeal.moves.map(move => restoreMove(move, restore)),
    ...(nearest === undefined ? {} : { nearest: { ...nearest, package: restore(nearest.package) } }),
  }
}

function restoreMove(move: Move, restore: (picks: Package) => Package): Move {
  if (move.kind === 'rule')
    return { ...move, admits: move.admits === undefined ? undefined : restore(move.admits) }
  return move.package === undefined ? move : { ...move, package: restore(move.package) }
}
