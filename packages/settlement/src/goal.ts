/**
 * Optimises one goal over all packages without listing the frontier. A weighted sum of totals bounds the
 * goal from above (for products by the inequality of arithmetic and geometric means, for minima and for
 * floors by Lagrange multipliers); local search finds a good package; then only partial packages whose
 * weighted sum can still reach that package's level are merged. What survives contains every optimum.
 */

import { type Compiled, writePicks } from './blocks.ts'
import { minimise } from './ellipsoid.ts'
import { buildLayers, type Demand, type Layers } from './layers.ts'
import type { Work } from './merge.ts'
import type { Package, Pick } from './package.ts'
import { approximateTotal } from './rows.ts'

/** All in totals, as floats; the exact comparison happens on what survives. */
export type Goal =
  /** Maximise Π (total − floor)^exponent, every factor positive. */
  | { readonly kind: 'product'; readonly floors: Float64Array; readonly exponents: Float64Array }
  /** Maximise the smallest (total − floor) / scale over parties with scale > 0; the others keep their floor. */
  | { readonly kind: 'minimum'; readonly floors: Float64Array; readonly scales: Float64Array }
  /** Maximise Σ weight · total; every party keeps its floor. */
  | { readonly kind: 'sum'; readonly floors: Float64Array; readonly weights: Float64Array }

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

const ellipsoidStepsPerParty = 160
const pairMovesMax = 2_000_000

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

/** The package behind a row number per block. */
export function choiceToPackage(compiled: Compiled, choice: Int32Array): Package {
  const picks: Pick[] = []
  compiled.blocks.forEach((block, b) => {
    writePicks(compiled, block, { row: block.efficient[choice[b] as number] as number, member: 0 }, picks)
  })
  return picks
}

/** Efficient rows of each block as floats, party by party. */
type View = {
  readonly parties: number
  /** Largest total per party, and the same with one in place of zero, to divide by. */
  readonly heights: Float64Array
  readonly ranges: Float64Array
  readonly blocks: readonly { readonly rows: Float64Array; readonly count: number }[]
}

export function viewBlocks(compiled: Compiled): View {
  const { parties, limbs } = compiled
  const ranges = new Float64Array(parties)
  const blocks = compiled.blocks.map(block => {
    const rows = new Float64Array(block.efficient.length * parties)
    const most = new Float64Array(parties)
    block.efficient.forEach((from, row) => {
      for (let p = 0; p < parties; p++) {
        const total = approximateTotal(block.rows, (from * parties + p) * limbs, limbs)
        rows[row * parties + p] = total
        if (total > (most[p] as number)) most[p] = total
      }
    })
    most.forEach((value, p) => {
      ranges[p] = (ranges[p] as number) + value
    })
    return { rows, count: block.efficient.length }
  })
  return { parties, heights: ranges, ranges: ranges.map(range => Math.max(range, 1)), blocks }
}

function totalsOf(view: View, choice: Int32Array): Float64Array {
  const totals = new Float64Array(view.parties)
  view.blocks.forEach((block, b) => {
    for (let p = 0; p < view.parties; p++) {
      totals[p] = (totals[p] as number) + (block.rows[(choice[b] as number) * view.parties + p] as number)
    }
  })
  return totals
}

/** Far below any feasible score; broken floors come off it in proportion. */
const infeasible = 1e300

/** The goal's measure in logarithms for products, so that six parties cannot overflow. */
function scoreOf(goal: Goal, totals: Float64Array): number {
  let broken = 0
  let score = goal.kind === 'minimum' ? Infinity : 0
  for (let p = 0; p < totals.length; p++) {
    const gain = (totals[p] as number) - (goal.floors[p] as number)
    switch (goal.kind) {
      case 'product':
        if (gain <= 0) broken += 1 - gain
        else score += (goal.exponents[p] as number) * Math.log(gain)
        break
      case 'minimum': {
        const scale = goal.scales[p] as number
        if (scale > 0) score = Math.min(score, gain / scale)
        else if (gain < 0) broken -= gain
        break
      }
      case 'sum':
        if (gain < 0) broken -= gain
        score += (goal.weights[p] as number) * (totals[p] as number)
        break
      default:
        goal satisfies never
    }
  }
  return broken > 0 ? -infeasible * (1 - 1 / (2 + broken)) : score
}

/** Best weighted sum, with the row chosen in each block. */
function heaviest(view: View, weights: Float64Array, choice?: Int32Array): number {
  const { parties } = view
  let total = 0
  for (let b = 0; b < view.blocks.length; b++) {
    const { rows, count } = view.blocks[b] as View['blocks'][number]
    let most = -1
    let at = 0
    for (let row = 0; row < count; row++) {
      let sum = 0
      for (let p = 0; p < parties; p++) sum += (weights[p] as number) * (rows[row * parties + p] as number)
      if (sum > most) {
        most = sum
        at = row
      }
    }
    total += Math.max(most, 0)
    if (choice !== undefined) choice[b] = at
  }
  return total
}

type WeightsInput = {
  readonly view: View
  readonly goal: Goal
  readonly consider: (choice: Int32Array) => void
}

/** Multipliers that make the bound tight; every package met on the way is offered to `consider`. */
function findWeights({ view, goal, consider }: WeightsInput): Float64Array {
  const n = view.parties
  const choice = new Int32Array(view.blocks.length)
  const shift = shiftOf(goal, view)
  const floors = goal.floors.map((floor, p) =>
    goal.kind === 'minimum' ? floor - shift * (goal.scales[p] as number) : floor,
  )
  const linear = goal.kind === 'sum' ? goal.weights : new Float64Array(n)
  const oracle = (at: Float64Array, gradient: Float64Array): number => {
    const weights = at.map((x, p) => x + (linear[p] as number))
    let value = heaviest(view, weights, choice)
    const totals = totalsOf(view, choice)
    consider(choice)
    for (let p = 0; p < n; p++) {
      value -= (at[p] as number) * (floors[p] as number)
      gradient[p] = (totals[p] as number) - (floors[p] as number)
    }
    if (goal.kind === 'product') {
      for (let p = 0; p < n; p++) {
        value -= (goal.exponents[p] as number) * Math.log(at[p] as number)
        gradient[p] = (gradient[p] as number) - (goal.exponents[p] as number) / (at[p] as number)
      }
    } else if (goal.kind === 'minimum') {
      let scaled = 0
      for (let p = 0; p < n; p++) scaled += (goal.scales[p] as number) * (at[p] as number)
      value -= Math.log(scaled)
      for (let p = 0; p < n; p++) gradient[p] = (gradient[p] as number) - (goal.scales[p] as number) / scaled
    }
    return value
  }
  const { start, axes } = startOf(goal, view, shift)
  const at = minimise({ start, axes, lower: new Float64Array(n), oracle, steps: ellipsoidStepsPerParty * n })
  return at.map((x, p) => x + (linear[p] as number))
}

/** Makes every minimum positive, so that its logarithm exists. */
function shiftOf(goal: Goal, view: View): number {
  if (goal.kind !== 'minimum') return 0
  let shift = 0
  goal.scales.forEach((scale, p) => {
    if (scale > 0)
      shift = Math.max(shift, (goal.floors[p] as number) / scale, ((view.ranges[p] as number) * 1e-3) / scale)
  })
  return shift
}

function startOf(goal: Goal, view: View, shift: number): { start: Float64Array; axes: Float64Array } {
  const n = view.parties
  const start = new Float64Array(n)
  const axes = new Float64Array(n)
  for (let p = 0; p < n; p++) {
    const range = view.ranges[p] as number
    switch (goal.kind) {
      case 'product':
        start[p] =
          (2 * (goal.exponents[p] as number)) / Math.max(range - (goal.floors[p] as number), range * 1e-3)
        axes[p] = (start[p] as number) * 4
        break
      case 'minimum': {
        const scale = goal.scales[p] as number
        const least = scale > 0 ? scale * Math.max(shift, (range * 1e-3) / scale) : range
        start[p] = 1 / (n * least)
        axes[p] = 2 / least
        break
      }
      case 'sum': {
        let worth = 0
        for (let q = 0; q < n; q++) worth += (goal.weights[q] as number) * (view.heights[q] as number)
        start[p] = (0.1 * worth) / (range * n)
        axes[p] = (2 * worth) / range
        break
      }
      default:
        goal satisfies never
    }
  }
  return { start, axes }
}

/** The demand met exactly by packages that reach every floor, with multipliers that prune the search for them. */
export function demandFloors(compiled: Compiled, floors: Float64Array): Demand {
  const view = viewBlocks(compiled)
  const goal: Goal = { kind: 'minimum', floors, scales: Float64Array.from(view.ranges) }
  return demandOf(goal, findWeights({ view, goal, consider: () => undefined }), 0)
}

/** What every package at least as good as `level` satisfies. Without a level: the floors alone. */
function demandOf(goal: Goal, weights: Float64Array, level: number | undefined): Demand {
  const parties = weights.length
  const floors = Float64Array.from(goal.floors)
  if (level === undefined) {
    if (goal.kind === 'minimum')
      goal.scales.forEach((scale, p) => scale > 0 && floors.fill(-Infinity, p, p + 1))
    return { floors }
  }
  const slackened = level - Math.abs(level) * 1e-12
  if (goal.kind === 'minimum') {
    for (let p = 0; p < parties; p++)
      floors[p] = (floors[p] as number) + slackened * (goal.scales[p] as number)
  }
  return { floors, weights, threshold: thresholdOf(goal, weights, floors, slackened) }
}

function thresholdOf(goal: Goal, weights: Float64Array, floors: Float64Array, level: number): number {
  let threshold = 0
  switch (goal.kind) {
    case 'product': {
      // Σ λg ≥ E · Π (λg / e)^(e / E), the weighted inequality of arithmetic and geometric means.
      let exponents = 0
      let logarithm = level
      for (let p = 0; p < weights.length; p++) {
        const exponent = goal.exponents[p] as number
        exponents += exponent
        if (exponent > 0) logarithm += exponent * Math.log((weights[p] as number) / exponent)
        threshold += (weights[p] as number) * (goal.floors[p] as number)
      }
      return (threshold + exponents * Math.exp(logarithm / exponents)) * (1 - 1e-11)
    }
    case 'minimum':
      for (let p = 0; p < weights.length; p++) threshold += (weights[p] as number) * (floors[p] as number)
      return threshold - Math.abs(threshold) * 1e-11
    case 'sum': {
      for (let p = 0; p < weights.length; p++) {
        threshold += ((weights[p] as number) - (goal.weights[p] as number)) * (floors[p] as number)
      }
      const total = level + threshold
      return total - Math.abs(total) * 1e-11
    }
    default:
      return goal satisfies never
  }
}

/** Upper bound on the goal from the multipliers; for products, on the logarithm. */
function boundOf(goal: Goal, weights: Float64Array, heaviest: number): number {
  let rest = heaviest
  switch (goal.kind) {
    case 'product': {
      let exponents = 0
      let logarithm = 0
      for (let p = 0; p < weights.length; p++) {
        const exponent = goal.exponents[p] as number
        rest -= (weights[p] as number) * (goal.floors[p] as number)
        exponents += exponent
        if (exponent > 0) logarithm += exponent * Math.log((weights[p] as number) / exponent)
      }
      return rest <= 0 ? -Infinity : exponents * Math.log(rest / exponents) - logarithm
    }
    case 'minimum': {
      let scaled = 0
      for (let p = 0; p < weights.length; p++) {
        rest -= (weights[p] as number) * (goal.floors[p] as number)
        scaled += (weights[p] as number) * (goal.scales[p] as number)
      }
      return rest / scaled
    }
    case 'sum':
      for (let p = 0; p < weights.length; p++) {
        rest -= ((weights[p] as number) - (goal.weights[p] as number)) * (goal.floors[p] as number)
      }
      return rest
    default:
      return goal satisfies never
  }
}

/** Changes one block, then two at a time, while that helps. */
function makeClimb(view: View, goal: Goal) {
  const { parties, blocks } = view
  return (start: Int32Array, consider: (choice: Int32Array) => void): void => {
    const choice = Int32Array.from(start)
    const totals = totalsOf(view, choice)
    let value = scoreOf(goal, totals)
    const trial = new Float64Array(parties)
    const shifted = (base: Float64Array, b: number, row: number, out: Float64Array): void => {
      const rows = (blocks[b] as View['blocks'][number]).rows
      const old = choice[b] as number
      for (let p = 0; p < parties; p++) {
        out[p] =
          (base[p] as number) + (rows[row * parties + p] as number) - (rows[old * parties + p] as number)
      }
    }
    const accept = (to: Float64Array, score: number): void => {
      totals.set(to)
      value = score
    }
    const single = (): boolean => {
      let moved = false
      for (let b = 0; b < blocks.length; b++) {
        for (let row = 0; row < (blocks[b] as View['blocks'][number]).count; row++) {
          if (row === choice[b]) continue
          shifted(totals, b, row, trial)
          const score = scoreOf(goal, trial)
          if (score > value) {
            choice[b] = row
            accept(trial, score)
            moved = true
          }
        }
      }
      return moved
    }
    let moves = 0
    const between = new Float64Array(parties)
    const pair = (): boolean => {
      for (let b = 0; b < blocks.length; b++) {
        for (let row = 0; row < (blocks[b] as View['blocks'][number]).count; row++) {
          shifted(totals, b, row, between)
          for (let c = b + 1; c < blocks.length; c++) {
            const count = (blocks[c] as View['blocks'][number]).count
            for (let other = 0; other < count; other++) {
              if (++moves > pairMovesMax) return false
              shifted(between, c, other, trial)
              const score = scoreOf(goal, trial)
              if (score > value + Math.abs(value) * 1e-13) {
                choice[b] = row
                choice[c] = other
                accept(trial, score)
                return true
              }
            }
          }
        }
      }
      return false
    }
    do {
      while (single());
    } while (pair())
    consider(choice)
  }
}
