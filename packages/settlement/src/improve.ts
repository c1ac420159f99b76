/** Post-settlement settlement (Raiffa 1985): what is better for all than the package on the table. */

import { compileProblem, listPicks, rowToUtilities } from './blocks.ts'
import { buildLayers, countPackages, listPackages } from './layers.ts'
import { limitsOf, openWork } from './limits.ts'
import { demandFloors } from './multipliers.ts'
import { brokenBy, isPackageOf, type Package, type Pick, toExact, utilitiesOf } from './package.ts'
import type { Problem } from './problem.ts'
import { compare, equals, max, min, type Rational, subtract } from './rational.ts'
import { applyReservation } from './reservation.ts'
import { makeGains } from './scores.ts'
import { NeedsSolver, settle } from './settle.ts'
import type { Settlement, SettleOptions, SolutionName } from './settlement.ts'
import { floorTotals } from './solutions.ts'

export type Improvement = {
  readonly tentative: {
    readonly package: Package
    readonly utilities: readonly Rational[]
    /** Ids of the rules it breaks; it may break some. */
    readonly broken: readonly string[]
    /** No other package is better for one party and no worse for the others. */
    readonly efficient: boolean
  }
  /** Acceptable packages better for some party and no worse for any, up to `tiesListedMax`. */
  readonly better: readonly BetterPackage[]
  /** How many there are; `betterExact` is false when `better` is only the efficient ones. */
  readonly betterCount: bigint
  readonly betterExact: boolean
  /** The problem with the tentative package as the no-deal alternative: gains are over that package. */
  readonly settlement: Settlement
  /** Per solution, the trades that lead there, one issue at a time. */
  readonly paths: readonly { readonly solution: SolutionName; readonly path: TradePath }[]
}

export type BetterPackage = {
  readonly package: Package
  readonly utilities: readonly Rational[]
  /** Over the tentative package. */
  readonly gains: readonly Rational[]
}

export type TradePath = {
  readonly trades: readonly Trade[]
  /** The most any party is below where it started, at any step: zero when nobody ever is. */
  readonly deepestDip: Rational
  /** Whether every package on the way keeps the rules. */
  readonly feasibleThroughout: boolean
}

export type Trade = {
  readonly issue: number
  readonly from: Pick
  readonly to: Pick
  /** What each party gains by this change, made at this point of the path. */
  readonly gains: readonly Rational[]
}

/** With more changes than this the order of trades is chosen step by step, not over all orders. */
export const orderedTradesMax = 8

/**
 * Everything better than the tentative package, the best of it by each solution, and the shortest path there:
 * one trade per issue that differs, ordered so that nobody dips further than necessary.
 * Throws `RangeError` when `picks` is not a package of the problem.
 */
export function improve(problem: Problem, picks: Package, options: SettleOptions = {}): Improvement {
  if (!isPackageOf(problem, picks)) throw new RangeError('not a package of this problem')
  const effective = applyReservation(problem, options)
  const utilities = utilitiesOf(problem, picks)
  const raised: Problem = {
    ...effective,
    parties: effective.parties.map((party, p) => ({
      ...party,
      reservation: max(party.reservation, utilities[p] as Rational),
    })),
  }
  const settlement = settle(raised, { ...options, reservation: 'file' })
  const { better, count, exact } = listBetter(raised, utilities, options, settlement)
  const paths = Object.values(settlement.solutions).flatMap(solution => {
    const [first] = solution.packages
    return first === undefined
      ? []
      : [{ solution: solution.name, path: findTrades(problem, picks, first.package) }]
  })
  const broken = brokenBy(problem, picks)
  const isAcceptable = effective.parties.every(
    (party, p) => compare(utilities[p] as Rational, party.reservation) >= 0,
  )
  return {
    tentative: {
      package: picks,
      utilities,
      broken,
      efficient: isAcceptable && broken.length === 0 && count === 0n,
    },
    better,
    betterCount: count,
    betterExact: exact,
    settlement,
    paths,
  }
}

function listBetter(
  raised: Problem,
  from: readonly Rational[],
  options: SettleOptions,
  settlement: Settlement,
) {
  const limits = limitsOf(options)
  const describe = (of: Package, utilities: readonly Rational[]): BetterPackage => ({
    package: of,
    utilities,
    gains: utilities.map((utility, p) => subtract(utility, from[p] as Rational)),
  })
  const isBetter = (utilities: readonly Rational[]): boolean =>
    utilities.some((utility, p) => !equals(utility, from[p] as Rational))
  const floors = raised.parties.map(party => party.reservation)
  const picks = listPicks(raised, () => [])
  const compiled = compileProblem(raised, picks, limits)
  if (compiled === undefined) throw new NeedsSolver('too many combinations of coupled issues to enumerate')
  const layers = buildLayers({
    compiled,
    prune: false,
    demand: demandFloors(compiled, floorTotals(compiled, floors)),
    pointsMax: limits.pointsMax,
    work: openWork(limits),
  })
  const better: BetterPackage[] = []
  let count = 0n
  if (layers === undefined) {
    for (const point of settlement.frontier) {
      if (!isBetter(point.utilities)) continue
      count += point.ties
      better.push(describe(point.package, point.utilities))
    }
    return { better, count, exact: false }
  }
  const gains = makeGains(compiled, floors)
  for (let row = 0; row < layers.last.count; row++) {
    if (gains.of(layers.last, row).some(gain => gain < 0n)) continue
    const utilities = rowToUtilities(compiled, layers.last.rows, row)
    if (!isBetter(utilities)) continue
    count += countPackages(layers, row)
    for (const found of listPackages(layers, row, limits.tiesListedMax - better.length)) {
      better.push(describe(found, utilities))
    }
  }
  return { better, count, exact: true }
}

/** The trades from one package to another, in the order that spares everyone the deepest dip. */
export function findTrades(problem: Problem, from: Package, to: Package): TradePath {
  const changes = from.flatMap((pick, issue) =>
    equals(toExact(pick), toExact(to[issue] as Pick)) ? [] : [issue],
  )
  const start = utilitiesOf(problem, from)
  const at = (done: ReadonlySet<number>): Package =>
    from.map((pick, issue) => (done.has(issue) ? (to[issue] as Pick) : pick))
  const visit = (done: ReadonlySet<number>): State => {
    const picks = at(done)
    const gains = utilitiesOf(problem, picks).map((utility, p) => subtract(utility, start[p] as Rational))
    return { isFeasible: brokenBy(problem, picks).length === 0, least: gains.reduce(min) }
  }
  const order = changes.length <= orderedTradesMax ? orderBest(changes, visit) : orderGreedily(changes, visit)
  const done = new Set<number>()
  let before = start
  let least: Rational = { num: 0n, den: 1n }
  let feasibleThroughout = true
  const trades = order.map((issue): Trade => {
    done.add(issue)
    const after = utilitiesOf(problem, at(done))
    const gains = after.map((utility, p) => subtract(utility, before[p] as Rational))
    const state = visit(done)
    least = min(least, state.least)
    feasibleThroughout &&= state.isFeasible
    before = after
    return { issue, from: from[issue] as Pick, to: to[issue] as Pick, gains }
  })
  return { trades, deepestDip: { num: -least.num, den: least.den }, feasibleThroughout }
}

type State = { readonly isFeasible: boolean; readonly least: Rational }
type Visit = (done: ReadonlySet<number>) => State

/** Infeasible steps count first, then the deepest dip. */
type Cost = { readonly infeasible: number; readonly least: Rational }

function isCheaper(a: Cost, b: Cost): boolean {
  return a.infeasible !== b.infeasible ? a.infeasible < b.infeasible : compare(a.least, b.least) > 0
}

/** Over all orders, by dynamic programming on the set of trades made. */
function orderBest(changes: readonly number[], visit: Visit): number[] {
  type Path = { readonly cost: Cost; readonly order: readonly number[] }
  const paths: Path[] = [{ cost: { infeasible: 0, least: { num: 0n, den: 1n } }, order: [] }]
  for (let set = 1; set < 2 ** changes.length; set++) {
    const members = changes.filter((_, i) => (set >> i) & 1)
    const state = visit(new Set(members))
    let best: Path | undefined
    changes.forEach((issue, i) => {
      if (((set >> i) & 1) === 0) return
      const before = paths[set & ~(1 << i)] as Path
      const cost = {
        infeasible: before.cost.infeasible + (state.isFeasible ? 0 : 1),
        least: min(before.cost.least, state.least),
      }
      if (best === undefined || isCheaper(cost, best.cost)) best = { cost, order: [...before.order, issue] }
    })
    paths[set] = best as unknown as Path
  }
  return [...(paths[paths.length - 1] as Path).order]
}

function orderGreedily(changes: readonly number[], visit: Visit): number[] {
  const order: number[] = []
  const left = new Set(changes)
  while (left.size > 0) {
    let best: { issue: number; cost: Cost } | undefined
    for (const issue of left) {
      const state = visit(new Set([...order, issue]))
      const cost = { infeasible: state.isFeasible ? 0 : 1, least: state.least }
      if (best === undefined || isCheaper(cost, best.cost)) best = { issue, cost }
    }
    if (best === undefined) break
    order.push(best.issue)
    left.delete(best.issue)
  }
  return order
}
