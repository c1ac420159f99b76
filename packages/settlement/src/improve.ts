/** Post-settlement settlement (Raiffa 1985): what is better for all than the package on the table. */

import { type BetterPackage, listBetter } from './better.ts'
import type { SolverOptions } from './milp/session.ts'
import { settleWithSolver } from './milp/settle-with-solver.ts'
import { brokenBy, isPackageOf, type Package, utilitiesOf } from './package.ts'
import type { Problem } from './problem.ts'
import { compare, max, type Rational } from './rational.ts'
import { applyReservation } from './reservation.ts'
import { settle } from './settle.ts'
import type { Settlement, SettleOptions, SolutionName } from './settlement.ts'
import { findTrades, type TradePath } from './trades.ts'

export type Improvement = {
  readonly tentative: {
    readonly package: Package
    readonly utilities: readonly Rational[]
    /** Ids of the rules it breaks; it may break some. */
    readonly broken: readonly string[]
    /** Proven: no other package is better for one party and no worse for the others. */
    readonly efficient: boolean
  }
  /** Acceptable packages better for some party and no worse for any, up to `tiesListedMax`. */
  readonly better: readonly BetterPackage[]
  /** How many there are; `betterExact` is false when `better` is only the efficient ones, or with continuous issues some of them. */
  readonly betterCount: bigint
  readonly betterExact: boolean
  /** The problem with the tentative package as the no-deal alternative: gains are over that package. */
  readonly settlement: Settlement
  /** Per solution, the trades that lead there, one issue at a time. */
  readonly paths: readonly { readonly solution: SolutionName; readonly path: TradePath }[]
}

/**
 * Everything better than the tentative package, the best of it by each solution, and the shortest path there:
 * one trade per issue that differs, ordered so that nobody dips further than necessary.
 * Throws `RangeError` when `picks` is not a package of the problem, `NeedsSolver` as `settle` does.
 */
export function improve(problem: Problem, picks: Package, options: SettleOptions = {}): Improvement {
  const raised = raiseFloors(problem, picks, options)
  return describe({
    problem,
    picks,
    raised,
    options,
    settlement: settle(raised, { ...options, reservation: 'file' }),
  })
}

/** `improve` where only the solver serves: what is better is then only what the solutions name. */
export async function improveWithSolver(
  problem: Problem,
  picks: Package,
  options: SolverOptions,
): Promise<Improvement> {
  const raised = raiseFloors(problem, picks, options)
  const settlement = await settleWithSolver(raised, { ...options, reservation: 'file' })
  return describe({ problem, picks, raised, options, settlement })
}

/** The problem with the tentative package as the no-deal alternative, where that is better. */
function raiseFloors(problem: Problem, picks: Package, options: SettleOptions): Problem {
  if (!isPackageOf(problem, picks)) throw new RangeError('not a package of this problem')
  const utilities = utilitiesOf(problem, picks)
  const effective = applyReservation(problem, options)
  const parties = effective.parties.map((party, p) => ({
    ...party,
    reservation: max(party.reservation, utilities[p] as Rational),
  }))
  return { ...effective, parties }
}

type Compared = {
  readonly problem: Problem
  readonly picks: Package
  readonly raised: Problem
  readonly options: SettleOptions
  readonly settlement: Settlement
}

function describe({ problem, picks, raised, options, settlement }: Compared): Improvement {
  const utilities = utilitiesOf(problem, picks)
  const { better, count, exact } = listBetter(raised, utilities, options, settlement)
  const paths = Object.values(settlement.solutions).flatMap(solution => {
    const [first] = solution.packages
    return first === undefined
      ? []
      : [{ solution: solution.name, path: findTrades(problem, picks, first.package) }]
  })
  const broken = brokenBy(problem, picks)
  const floors = applyReservation(problem, options).parties.map(party => party.reservation)
  const isAcceptable = floors.every((floor, p) => compare(utilities[p] as Rational, floor) >= 0)
  return {
    tentative: {
      package: picks,
      utilities,
      broken,
      efficient: isAcceptable && broken.length === 0 && count === 0n && isProven(settlement, exact),
    },
    better,
    betterCount: count,
    betterExact: exact,
    settlement,
    paths,
  }
}

/** Whether nothing better is known to mean that nothing is: the largest sum of utilities is proven. */
function isProven({ solutions, zoneOfAgreement }: Settlement, isCounted: boolean): boolean {
  return isCounted || !zoneOfAgreement || solutions.utilitarian?.proof.status === 'optimal'
}
