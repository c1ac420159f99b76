/** The way from one package to another, one issue at a time. */

import { brokenBy, type Package, type Pick, toExact, utilitiesOf } from './package.ts'
import type { Problem } from './problem.ts'
import { compare, equals, min, type Rational, subtract } from './rational.ts'

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
