/** The whole answer to a problem, where its packages or cells can be gone through; see `settleWithSolver` for the rest. */

import { compileProblem, listPicks } from './blocks.ts'
import { settleCells } from './cells/settle.ts'
import { certify } from './certificate.ts'
import { dropIdleCeilings } from './extreme.ts'
import { approximateFrontier, buildFront, listFrontier } from './frontier.ts'
import { defaultEpsilon, limitsOf, openWork, report } from './limits.ts'
import { explainNoDeal } from './no-deal.ts'
import { countOutcomes } from './package.ts'
import { needsCells, type Problem } from './problem.ts'
import { compareLists, equals, type Rational } from './rational.ts'
import { NeedsSolver, Undecided } from './refusal.ts'
import type { Remark } from './remark.ts'
import { applyReservation } from './reservation.ts'
import type {
  FrontierGuarantee,
  FrontierPoint,
  NoDeal,
  Settlement,
  SettleOptions,
  Solutions,
} from './settlement.ts'
import { solveAll } from './solutions.ts'
import { assertWellFormed } from './well-formed.ts'

const steps = 4

/**
 * Settles a problem exactly, or says where it approximates and how well.
 * Throws `RangeError` for a problem that is not well formed, `NeedsSolver` when only a solver can serve,
 * `Cancelled` when `progress` asks for it.
 */
export function settle(problem: Problem, options: SettleOptions = {}): Settlement {
  return settleTaking(problem, options, undefined)
}

/**
 * `settle`; with `contextsMax` groups too large to be gone through are taken apart issue by issue, and only what no other
 * package dominates is known of them: ties are a lower bound then, and no explanation of no deal is to be had.
 */
export function settleTaking(
  problem: Problem,
  options: SettleOptions,
  contextsMax: number | undefined,
): Settlement {
  assertWellFormed(problem)
  const limits = limitsOf(options)
  const remarks: Remark[] = [...problem.remarks]
  const stated = applyReservation(problem, options)
  const effective = needsCells(stated) ? dropIdleCeilings(stated, limits) : stated
  const reservations = effective.parties.map(party => party.reservation)
  if (needsCells(effective)) {
    const settled = settleCells(effective, options, limits)
    if (settled === undefined) throw new NeedsSolver({ code: 'too-many-cells' })
    if (settled.zoneOfAgreement) return settled
    const told = [...settled.remarks]
    return { ...settled, ...explain(problem, options, told), remarks: told }
  }
  report(options, 'compile', 0, steps)
  const picks = listPicks(effective, () => [])
  const taking = contextsMax === undefined ? undefined : { contextsMax, work: openWork(limits) }
  const compiled = compileProblem(effective, picks, limits, taking)
  if (compiled === undefined) {
    throw new NeedsSolver({ code: 'too-many-coupled' })
  }
  report(options, 'frontier', 1, steps)
  const wanted = options.frontier ?? 'exact'
  // With more parties a frontier that is not wanted costs more than the solutions do.
  const isFrontCheap = compiled.parties <= 2
  const front = wanted === 'exact' || isFrontCheap ? buildFront(compiled, reservations, limits) : undefined
  report(options, 'solutions', 2, steps)
  const solved = solveAll({ compiled, reservations, limits, front, remark: told => remarks.push(told) })
  report(options, 'certificate', 3, steps)
  let frontier: FrontierPoint[] = []
  let frontierGuarantee: FrontierGuarantee = { kind: wanted === 'none' ? 'none' : 'exact' }
  if (solved !== undefined && wanted !== 'none') {
    if (front !== undefined && wanted === 'exact') {
      frontier = listFrontier(front, reservations)
    } else {
      const approximate = approximateFrontier(
        compiled,
        reservations,
        limits,
        options.epsilon ?? defaultEpsilon,
      )
      frontier = approximate?.points ?? listSolutionPoints(solved.solutions)
      frontierGuarantee = approximate?.guarantee ?? { kind: 'none' }
      if (wanted === 'exact') {
        remarks.push({ code: approximate === undefined ? 'frontier-too-large' : 'frontier-approximate' })
      }
    }
  }
  const solutions = solved?.solutions ?? {}
  return {
    outcomes: countOutcomes(problem),
    zoneOfAgreement: solved !== undefined,
    reservations,
    ...(solved === undefined ? {} : { ideals: solved.ideals }),
    frontier,
    frontierGuarantee,
    solutions,
    ...(solved === undefined ? explain(problem, options, remarks) : {}),
    certificate: certify({ problem: stated, reservations, frontier, solutions }),
    remarks,
  }
}

/** The distinct efficient points among the solutions, each with the packages known to give it. */
function listSolutionPoints(solutions: Solutions): FrontierPoint[] {
  const points: FrontierPoint[] = []
  for (const item of Object.values(solutions).flatMap(solution => solution.packages)) {
    const isKnown = points.some(point =>
      point.utilities.every((u, p) => equals(u, item.utilities[p] as Rational)),
    )
    if (item.efficient && !isKnown)
      points.push({ utilities: item.utilities, package: item.package, ties: 1n })
  }
  return points.sort((a, b) => compareLists(a.utilities, b.utilities))
}

/** The explanation, unless the limits do not allow a proven one. */
function explain(problem: Problem, options: SettleOptions, remarks: Remark[]): { noDeal?: NoDeal } {
  try {
    const noDeal = explainNoDeal(problem, options)
    if (noDeal === undefined) throw new Error('the engine contradicts itself: no deal, and a deal')
    return { noDeal }
  } catch (error) {
    if (!(error instanceof Undecided)) throw error
    remarks.push({ code: 'not-explained', reason: error.reason })
    return {}
  }
}
