/**
 * Settling what `settle` cannot: continuous issues in too many cells, and issues coupled too widely. Where neither fewer options
 * nor taking issues out one by one serve, HiGHS works in float64; each answer is read back as a package, re-computed exactly, and
 * reported with the solver's bound.
 */

import { type Listed, listGrid } from '../cells/grid.ts'
import { certify } from '../certificate.ts'
import { limitsOf } from '../limits.ts'
import { countOutcomes } from '../package.ts'
import type { Problem } from '../problem.ts'
import { reduceOptions } from '../reduce.ts'
import { NeedsSolver } from '../refusal.ts'
import type { Remark } from '../remark.ts'
import { applyReservation } from '../reservation.ts'
import { restoreSettlement } from '../restore.ts'
import { settle } from '../settle.ts'
import { settleApart } from '../settle-apart.ts'
import type { Settlement } from '../settlement.ts'
import { assertWellFormed } from '../well-formed.ts'
import { explainWithSolver } from './explain.ts'
import { solveGoals } from './goals.ts'
import { openSession, type SolverOptions } from './session.ts'

/**
 * `settle` where it serves, of the whole problem or of what is left of it without options that others are as good as;
 * otherwise each solution by mixed-integer programs.
 */
export async function settleWithSolver(problem: Problem, options: SolverOptions): Promise<Settlement> {
  const whole = trySettle(problem, options)
  if (whole !== undefined) return whole
  assertWellFormed(problem)
  const effective = applyReservation(problem, options)
  const reduced = reduceOptions(effective)
  const stated: SolverOptions = { ...options, reservation: 'file' }
  const settlement =
    settleApart(reduced.problem, stated) ??
    trySettle(reduced.problem, stated) ??
    (await settleByPrograms(reduced.problem, stated))
  return restoreSettlement(effective, settlement, reduced.restore)
}

/** Undefined where only the solver serves. */
function trySettle(problem: Problem, options: SolverOptions): Settlement | undefined {
  try {
    return settle(problem, options)
  } catch (error) {
    if (error instanceof NeedsSolver) return undefined
    throw error
  }
}

/** `problem` carries the reservation values that count. */
export async function settleByPrograms(problem: Problem, options: SolverOptions): Promise<Settlement> {
  const reservations = problem.parties.map(party => party.reservation)
  const remarks: Remark[] = [...problem.remarks]
  const session = openSession(problem, options)
  const solved = await solveGoals(session, remarks)
  const isWanted = solved !== undefined && options.frontier !== 'none'
  const { points: frontier, guarantee }: Listed = isWanted
    ? listGrid(problem, limitsOf(options), remarks)
    : { points: [], guarantee: { kind: 'none' } }
  const solutions = solved?.solutions ?? {}
  const noDeal = solved === undefined ? await explainWithSolver(problem, options) : undefined
  if (solved === undefined) remarks.push({ code: 'no-deal-by-solver' })
  return {
    outcomes: countOutcomes(problem),
    zoneOfAgreement: solved !== undefined,
    reservations,
    ...(solved === undefined ? {} : { ideals: solved.ideals }),
    frontier,
    frontierGuarantee: guarantee,
    solutions,
    ...(noDeal === undefined ? {} : { noDeal }),
    certificate: certify({ problem, reservations, frontier, solutions }),
    remarks,
  }
}
