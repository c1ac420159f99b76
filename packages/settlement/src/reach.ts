/**
 * Optimises one goal over all packages without listing the frontier. A weighted sum of totals bounds the
 * goal from above (for products by the inequality of arithmetic and geometric means, for minima and for
 * floors by Lagrange multipliers); local search finds a good package; then only partial packages whose
 * weighted sum can still reach that package's level are merged. What survives contains every optimum.
 */

import { rowToUtilities } from './blocks.ts'
import { boundAim } from './bound.ts'
import { makeClimb } from './climb.ts'
import { demandOf } from './demand.ts'
import { measureOf, type Target } from './floats.ts'
import { boundOf, scoreOf } from './goal.ts'
import { buildLayers, type Layers } from './layers.ts'
import type { Work } from './merge.ts'
import { findWeights } from './multipliers.ts'
import { add, divide, fromNumber, min, multiply, type Rational, sum } from './rational.ts'
import { approximateTotal } from './rows.ts'
import { choiceToUtilities, heaviest, totalsOf, viewBlocks } from './view.ts'

export type GoalAnswer = {
  /** Every optimal row is among the last layer's; undefined when the limits were passed. */
  readonly layers: Layers | undefined
  /** No package does better, in the aim's own measure, by these multipliers. */
  readonly bound: () => Rational
  /** Best package of the local search, as a row number per block; undefined when none keeps the floors. */
  readonly incumbent: Int32Array | undefined
}

export type GoalInput = {
  readonly target: Target
  readonly start?: Int32Array | undefined
  readonly pointsMax: number
  readonly work: Work
}

export function reachGoal({ target, start, pointsMax, work }: GoalInput): GoalAnswer {
  const { compiled, goal } = target
  const view = viewBlocks(compiled)
  const climb = makeClimb(view, goal)
  const best = {
    choice: Int32Array.from(start ?? new Int32Array(view.blocks.length)),
    value: Number.NEGATIVE_INFINITY,
  }
  const consider = (choice: Int32Array): void => {
    const value = scoreOf(goal, totalsOf(view, choice))
    if (value <= best.value) return
    best.choice = Int32Array.from(choice)
    best.value = value
  }
  consider(best.choice)
  const weights = findWeights({ view, goal, consider })
  climb(best.choice, consider)
  // Floats chose the package; what it is worth is computed exactly, lest a level be asked for that nothing attains.
  const value = measureOf(target, choiceToUtilities(compiled, best.choice))
  const started = start === undefined ? undefined : measureOf(target, choiceToUtilities(compiled, start))
  const isStartBetter = started !== undefined && (value === undefined || started > value)
  const found = isStartBetter ? started : value
  const bound = boundOf(goal, weights, heaviest(view, weights))
  const search = { target, weights, pointsMax, work }
  const deepened =
    found === undefined
      ? { layers: undefined, reached: found, missed: undefined, exhausted: false }
      : deepen(search, bound, found)
  return {
    layers: deepened.layers ?? (deepened.exhausted ? undefined : reachLevel(search, deepened.reached)),
    bound: () => lower(boundAim(target, weights), levelToBound(target, deepened.missed)),
    incumbent: found === undefined ? undefined : isStartBetter ? start : best.choice,
  }
}

type Search = {
  readonly target: Target
  readonly weights: Float64Array
  readonly pointsMax: number
  readonly work: Work
}

type Deepened = {
  readonly layers: Layers | undefined
  /** Best score met so far, to search from next; undefined when none keeps the floors. */
  readonly reached: number | undefined
  /** A level that no package attains. */
  readonly missed: number | undefined
  readonly exhausted: boolean
}

/** Share of the gap between bound and incumbent tried first, and how fast it grows. */
const firstShare = 1 / 64

/** Work grows many times faster than the share: a step too far costs more than all steps before. */
const shareGrowth = 1.2

/**
 * Asks for packages near the bound first: few partial packages reach so high. Sums that survive satisfy a
 * weaker condition than the level itself, so only one that truly reaches it settles the matter; otherwise
 * nothing does, and the level is the new bound. Local search may have stopped far below the best; this
 * does not depend on it.
 */
function deepen(search: Search, bound: number, found: number): Deepened {
  let reached = found
  let missed: number | undefined
  for (let share = firstShare; share < 1; share *= shareGrowth) {
    const level = bound - (bound - found) * share
    if (!(level > reached)) break
    const layers = reachLevel(search, level)
    if (layers === undefined) return { layers, reached, missed, exhausted: true }
    reached = Math.max(reached, bestScore(search, layers))
    if (reached > level + Math.abs(level) * 1e-10) return { layers, reached, missed, exhausted: false }
    missed = Math.max(level, reached)
  }
  return { layers: undefined, reached, missed, exhausted: false }
}

/** A level that was missed as a bound in the aim's own measure, widened for the rounding of what was compared with it. */
function levelToBound({ aim, norm, compiled }: Target, missed: number | undefined): Rational | undefined {
  if (missed === undefined || !Number.isFinite(missed) || aim.kind === 'product') return undefined
  const wide = fromNumber(missed + Math.abs(missed) * 1e-9)
  if (aim.kind === 'minimum') return divide(wide, norm)
  const bases = aim.weights.map((weight, p) => multiply(weight, compiled.bases[p] as Rational))
  return add(multiply(wide, norm), sum(bases))
}

function lower(a: Rational, b: Rational | undefined): Rational {
  return b === undefined ? a : min(a, b)
}

/** The exact score, rounded once, of the row that floats find best. */
function bestScore({ target }: Search, { last }: Layers): number {
  const { compiled, goal } = target
  const { parties, limbs } = compiled
  const totals = new Float64Array(parties)
  let best = -Infinity
  let at = -1
  for (let row = 0; row < last.count; row++) {
    for (let p = 0; p < parties; p++)
      totals[p] = approximateTotal(last.rows, (row * parties + p) * limbs, limbs)
    const score = scoreOf(goal, totals)
    if (score <= best) continue
    best = score
    at = row
  }
  return at < 0 ? -Infinity : (measureOf(target, rowToUtilities(compiled, last.rows, at)) ?? -Infinity)
}

function reachLevel({ target, weights, pointsMax, work }: Search, level: number | undefined) {
  const demand = demandOf(target, weights, level)
  return buildLayers({ compiled: target.compiled, prune: true, demand, pointsMax, work })
}
