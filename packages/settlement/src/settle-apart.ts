/**
 * Settling a problem whose coupled issues can be taken out one by one, without a solver. Only what no package dominates is
 * known then: every goal is reached there, since none of them falls when a party gets more.
 */

import { cutAll } from './cells/grid.ts'
import { describePackage, gainsOf, leastRatio, powerProduct } from './definitions.ts'
import { withoutCeiling } from './extreme.ts'
import { limitsOf } from './limits.ts'
import type { Problem } from './problem.ts'
import { add, compare, compareLists, max, min, type Rational, sum } from './rational.ts'
import { Undecided } from './refusal.ts'
import type { Remark } from './remark.ts'
import { wholeExponents } from './scores.ts'
import { settleTaking } from './settle.ts'
import type {
  FrontierPoint,
  Settlement,
  SettleOptions,
  Solution,
  SolutionName,
  Solutions,
} from './settlement.ts'

/** Groups no larger than this are gone through rather than taken apart. */
const enumeratedMax = 4_096

/**
 * `problem` carries the reservation values that count. Undefined past the limits, and without a deal: what is asked then
 * needs packages that others dominate.
 */
export function settleApart(problem: Problem, options: SettleOptions): Settlement | undefined {
  const limits = limitsOf(options)
  const coupledPackagesMax = Math.min(limits.coupledPackagesMax, enumeratedMax)
  const sums = { ...problem, parties: problem.parties.map(withoutCeiling) }
  try {
    const settlement = settleTaking(
      sums,
      { ...options, limits: { ...limits, coupledPackagesMax } },
      limits.contextsMax,
    )
    if (!settlement.zoneOfAgreement) return undefined
    if (areIdle(problem, settlement)) return settlement
    return cutSettlement(problem, settlement)
  } catch (error) {
    if (error instanceof Undecided) return undefined
    throw error
  }
}

/** Whether no ceiling cuts anything acceptable, in the answer to the problem without them. */
function areIdle({ parties }: Problem, { ideals = [], remarks }: Settlement): boolean {
  return parties.every(({ ceiling }, p) => {
    if (ceiling === undefined) return true
    const isProven = !remarks.some(remark => remark.code === 'ideal-unproven' && remark.party === p)
    return isProven && compare(ideals[p] as Rational, ceiling) <= 0
  })
}

/**
 * The answer with ceilings, from the whole frontier without them: what a point dominates before utilities are cut it still
 * equals or dominates afterwards.
 */
function cutSettlement(problem: Problem, settlement: Settlement): Settlement | undefined {
  const { frontierGuarantee, reservations } = settlement
  if (frontierGuarantee.kind !== 'exact') return undefined
  const frontier = cutAll(problem, settlement.frontier).filter(({ utilities }) =>
    utilities.every((utility, p) => compare(utility, reservations[p] as Rational) >= 0),
  )
  if (frontier.length === 0) return undefined
  const ideals = reservations.map((_, p) =>
    frontier.map(({ utilities }) => utilities[p] as Rational).reduce(max),
  )
  const told: Remark[] = [...problem.remarks]
  return {
    ...settlement,
    ideals,
    frontier: frontier.toSorted((a, b) => compareLists(a.utilities, b.utilities)),
    solutions: solveOver({ problem, frontier, reservations, ideals }, told),
    remarks: told,
  }
}

type Listed = {
  readonly problem: Problem
  readonly frontier: readonly FrontierPoint[]
  readonly reservations: readonly Rational[]
  readonly ideals: readonly Rational[]
}

/** Each solution as the best of the whole frontier, by exact comparison. */
function solveOver({ problem, frontier, reservations, ideals }: Listed, told: Remark[]): Solutions {
  const idealGains = gainsOf(ideals, reservations)
  if (idealGains.some(({ num }) => num === 0n)) told.push({ code: 'cannot-gain' })
  const items = frontier.map(point => ({ ...point, gains: gainsOf(point.utilities, reservations) }))
  const pick = (name: SolutionName, score: Score, value: Read): Solution => {
    const best = items.reduce((a, b) => (compareLists(score(b.gains), score(a.gains)) > 0 ? b : a))
    const reached = value(best.gains)
    return {
      name,
      value: reached,
      packages: [describePackage({ ...best, reservations, idealGains, efficient: true })],
      ties: 1n,
      tiesExact: false,
      proof: { status: 'optimal', bound: reached, method: 'apart' },
    }
  }
  const product = (name: SolutionName, exponents: readonly bigint[]): Solution => {
    const solution = pick(
      name,
      // Where no product is above zero the fairest of them is shown.
      of => [powerProduct(of, exponents), ...of.toSorted(compare)],
      of => powerProduct(of, exponents),
    )
    if (solution.value.num === 0n) told.push({ code: 'product-zero', solution: name, shown: 'one' })
    return solution
  }
  const exponents = wholeExponents(problem.parties.map(party => party.entitlement))
  const ratio: Read = of => leastRatio(of, idealGains)
  const total: Read = of => add(sum(of), sum(reservations))
  return {
    nash: product(
      'nash',
      exponents.map(() => 1n),
    ),
    kalaiSmorodinsky: pick('kalaiSmorodinsky', of => [ratio(of)], ratio),
    egalitarian: pick('egalitarian', of => of.toSorted(compare), smallestOf),
    utilitarian: pick('utilitarian', of => [total(of)], total),
    ...(exponents.every(exponent => exponent === exponents[0])
      ? {}
      : { maxNashWelfare: product('maxNashWelfare', exponents) }),
  }
}

function smallestOf(gains: readonly Rational[]): Rational {
  return gains.reduce(min)
}

type Read = (gains: readonly Rational[]) => Rational
type Score = (gains: readonly Rational[]) => readonly Rational[]
