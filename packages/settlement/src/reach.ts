/**
 * Optimises one goal over all packages without listing the frontier. A weighted sum of totals bounds the
 * goal from above (for products by the inequality of arithmetic and geometric means, for minima and for
 * floors by Lagrange multipliers); local search finds a good package; then only partial packages whose
 * weighted sum can still reach that package's level are merged. What survives contains every optimum.
 */

import type { Compiled } from './blocks.ts'
import { makeClimb } from './climb.ts'
import { boundOf, demandOf, type Goal, infeasible, scoreOf } from './goal.ts'
import { buildLayers, type Layers } from './layers.ts'
import type { Work } from './merge.ts'
import { findWeights } from './multipliers.ts'
import { approximateTotal } from './rows.ts'
import { heaviest, totalsOf, viewBlocks } from './view.ts'

export type GoalAnswer = {
  /** Every optimal row is among the last layer's; undefined when the limits were passed. */
  readonly layers: Layers | undefined
  /** No package does better, in the goal's own measure, by the multipliers alone. */
  readonly bound: number
  /** Best package of the local search, as a row number per block; undefined when none keeps the floors. */
  readonly incumbent: Int32Array | undefined
  readonly incumbentValue: number
}

export type GoalInput = {
  readonly compiled: Compiled
  readonly goal: Goal
  readonly start?: Int32Array | undefined
  readonly pointsMax: number
  readonly work: Work
}

export function reachGoal({ compiled, goal, start, pointsMax, work }: GoalInput): GoalAnswer {
  const view = viewBlocks(compiled)
  const climb = makeClimb(view, goal)
  const best: { choice: Int32Array | undefined; value: number } = { choice: undefined, value: -Infinity }
  const consider = (choice: Int32Array): void => {
    const value = scoreOf(goal, totalsOf(view, choice))
    if (value > best.value || best.choice === undefined) {
      best.choice = Int32Array.from(choice)
      best.value = value
    }
  }
  consider(start ?? new Int32Array(view.blocks.length))
  const weights = findWeights({ view, goal, consider })
  climb(best.choice as Int32Array, consider)
  const found = best.value > -infeasible / 2 ? best.value : undefined
  const bound = boundOf(goal, weights, heaviest(view, weights))
  const search = { compiled, goal, weights, pointsMax, work }
  const deepened =
    found === undefined
      ? { bound, layers: undefined, reached: found, exhausted: false }
      : deepen(search, bound, found)
  return {
    layers: deepened.layers ?? (deepened.exhausted ? undefined : reachLevel(search, deepened.reached)),
    bound: deepened.bound,
    incumbent: found === undefined ? undefined : best.choice,
    incumbentValue: best.value,
  }
}

type Search = {
  readonly compiled: Compiled
  readonly goal: Goal
  readonly weights: Float64Array
  readonly pointsMax: number
  readonly work: Work
}

type Deepened = {
  readonly layers: Layers | undefined
  readonly bound: number
  /** Best score met so far, to search from next; undefined when none keeps the floors. */
  readonly reached: number | undefined
  readonly exhausted: boolean
}

/** Share of the gap between bound and incumbent tried first, and how fast it grows. */
const firstShare = 1 / 256

const shareGrowth = 1.6

/**
 * Asks for packages near the bound first: few partial packages reach so high. Sums that survive satisfy a
 * weaker condition than the level itself, so only one that truly reaches it settles the matter; otherwise
 * nothing does, and the level is the new bound. Local search may have stopped far below the best; this
 * does not depend on it.
 */
function deepen(search: Search, bound: number, found: number): Deepened {
  let proven = bound
  let reached = found
  for (let share = firstShare; share < 1; share *= shareGrowth) {
    const level = bound - (bound - found) * share
    if (level <= reached) break
    const layers = reachLevel(search, level)
    if (layers === undefined) return { layers, bound: proven, reached, exhausted: true }
    reached = Math.max(reached, bestScore(search, layers))
    if (reached > level + Math.abs(level) * 1e-10) return { layers, bound: proven, reached, exhausted: false }
    proven = level
  }
  return { layers: undefined, bound: proven, reached, exhausted: false }
}

function bestScore({ compiled, goal }: Search, { last }: Layers): number {
  const { parties, limbs } = compiled
  const totals = new Float64Array(parties)
  let best = -Infinity
  for (let row = 0; row < last.count; row++) {
    for (let p = 0; p < parties; p++)
      totals[p] = approximateTotal(last.rows, (row * parties + p) * limbs, limbs)
    best = Math.max(best, scoreOf(goal, totals))
  }
  return best
}

function reachLevel({ compiled, goal, weights, pointsMax, work }: Search, level: number | undefined) {
  return buildLayers({ compiled, prune: true, demand: demandOf(goal, weights, level), pointsMax, work })
}
