/** All useful sums of a compiled problem, block by block, and the way back from a sum to its packages. */

import { type Block, type Compiled, multiplicityOf, writePicks } from './blocks.ts'
import { emptyLayer, type Layer, mergeLayer, type Rows, type Work } from './merge.ts'
import type { Package, Pick } from './package.ts'
import { approximateTotal, findRow, subtractRows } from './rows.ts'

/** Rounding of float64 sums of a few thousand terms stays far below this share of their size. */
export const roundingMargin = 1e-11

/** What every package of interest satisfies: totals at least `floors`, weighted sum at least `threshold`. */
export type Demand = {
  readonly floors: Float64Array
  readonly weights?: Float64Array
  readonly threshold?: number
}

export type LayersInput = {
  readonly compiled: Compiled
  /** Keep undominated sums only. */
  readonly prune: boolean
  readonly demand?: Demand
  /** How much each party's total may fall short of a listed sum's, over all blocks; zeros for exact. */
  readonly slack?: Float64Array
  readonly pointsMax: number
  readonly work: Work
}

export type Layers = {
  readonly compiled: Compiled
  /** Blocks in the order merged, each with the rows that took part. */
  readonly steps: readonly { readonly block: Block; readonly used: Int32Array; readonly rows: Rows }[]
  /** One more than steps: the empty sum first. */
  readonly layers: readonly Layer[]
  readonly last: Layer
}

/** Undefined once the limits are passed. */
export function buildLayers(input: LayersInput): Layers | undefined {
  const { compiled, prune, demand, pointsMax, work } = input
  const { parties, limbs } = compiled
  const width = parties * limbs
  const whole = compiled.blocks.map(block => useRows(block, prune ? block.efficient : allRows(block), width))
  const heights = demand === undefined ? undefined : heightsOf(whole, compiled, demand)
  const useful =
    demand === undefined || heights === undefined ? whole : dropHopeless(whole, compiled, demand, heights)
  const steps = useful.sort((a, b) => a.rows.count - b.rows.count)
  const slack = new Float64Array(parties)
  const merges = steps.filter(step => step.rows.count > 1).length
  for (let p = 0; p < parties; p++) slack[p] = (input.slack?.[p] ?? 0) / Math.max(1, merges)
  const reach = demand === undefined ? undefined : reachAfter(steps, compiled, demand)
  const layers = [emptyLayer(parties, limbs)]
  for (let s = 0; s < steps.length; s++) {
    const { block, used, rows } = steps[s] as Layers['steps'][number]
    const next = mergeLayer({
      layer: layers[s] as Layer,
      block: rows,
      multiplicity: Float64Array.from(used, row => multiplicityOf(block, row)),
      parties,
      limbs,
      prune,
      slack: rows.count > 1 ? slack : new Float64Array(parties),
      need:
        reach === undefined || demand === undefined || heights === undefined
          ? undefined
          : needAfter(demand, reach[s + 1] as Best, heights),
      pointsMax,
      work,
    })
    if (next === undefined) return undefined
    layers.push(next)
  }
  return { compiled, steps, layers, last: layers[layers.length - 1] as Layer }
}

function allRows(block: Block): Int32Array {
  return Int32Array.from({ length: block.count }, (_, row) => row)
}

type Step = Layers['steps'][number]

function useRows(block: Block, used: Int32Array, width: number): Step {
  const rows = new Float64Array(used.length * width)
  used.forEach((row, i) => {
    rows.set(block.rows.subarray(row * width, (row + 1) * width), i * width)
  })
  return { block, used, rows: { count: used.length, rows } }
}

/** Leaves out rows of a block that miss the demand even with the best of everything else. */
function dropHopeless(
  steps: readonly Step[],
  compiled: Compiled,
  demand: Demand,
  { totals: all, weighted: allWeighted }: Best,
): Step[] {
  const { parties, limbs } = compiled
  const width = parties * limbs
  const bests = steps.map(step => bestOfRows(step.rows, compiled, demand))
  return steps.map((step, s) => {
    const own = bests[s] as Best
    const keep: number[] = []
    for (let row = 0; row < step.rows.count; row++) {
      let weighted = allWeighted * (1 + roundingMargin) - own.weighted
      let isHopeless = false
      for (let p = 0; p < parties; p++) {
        const total = approximateTotal(step.rows.rows, row * width + p * limbs, limbs)
        const most = (all[p] as number) * (1 + roundingMargin) - (own.totals[p] as number) + total
        if (most < (demand.floors[p] as number)) isHopeless = true
        weighted += total * (demand.weights?.[p] ?? 0)
      }
      if (!isHopeless && weighted >= (demand.threshold ?? 0)) keep.push(step.used[row] as number)
    }
    return keep.length === step.used.length ? step : useRows(step.block, Int32Array.from(keep), width)
  })
}

type Best = { readonly totals: Float64Array; readonly weighted: number }

/** The best of all steps together: what rounding is measured by, also once rows are left out. */
function heightsOf(steps: readonly Step[], compiled: Compiled, demand: Demand): Best {
  return steps.reduce<Best>(
    (sum, step) => {
      const best = bestOfRows(step.rows, compiled, demand)
      return {
        totals: sum.totals.map((total, p) => total + (best.totals[p] as number)),
        weighted: sum.weighted + best.weighted,
      }
    },
    { totals: new Float64Array(compiled.parties), weighted: 0 },
  )
}

function bestOfRows(rows: Rows, compiled: Compiled, demand: Demand): Best {
  const { parties, limbs } = compiled
  const totals = new Float64Array(parties)
  let weighted = 0
  for (let row = 0; row < rows.count; row++) {
    let sum = 0
    for (let p = 0; p < parties; p++) {
      const total = approximateTotal(rows.rows, (row * parties + p) * limbs, limbs)
      if (total > (totals[p] as number)) totals[p] = total
      sum += total * (demand.weights?.[p] ?? 0)
    }
    if (sum > weighted) weighted = sum
  }
  return { totals, weighted }
}

/** reach[s]: the best that steps s, s + 1, ... can still add, per party and weighted. */
function reachAfter(steps: readonly Step[], compiled: Compiled, demand: Demand): Best[] {
  const reach: Best[] = [{ totals: new Float64Array(compiled.parties), weighted: 0 }]
  for (let s = steps.length - 1; s >= 0; s--) {
    const best = bestOfRows((steps[s] as Step).rows, compiled, demand)
    const after = reach[0] as Best
    reach.unshift({
      totals: after.totals.map((total, p) => total + (best.totals[p] as number)),
      weighted: after.weighted + best.weighted,
    })
  }
  return reach
}

/** What a partial sum must have so that the best of what is still to come can make up the demand. */
function needAfter(demand: Demand, left: Best, heights: Best) {
  return {
    floors: demand.floors.map(
      (floor, p) => floor - (left.totals[p] as number) - (heights.totals[p] as number) * roundingMargin,
    ),
    weights: demand.weights ?? new Float64Array(demand.floors.length),
    threshold: (demand.threshold ?? 0) - left.weighted - heights.weighted * roundingMargin,
  }
}

/** One package that gives row `row` of the last layer. */
export function packageOf(built: Layers, row: number): Package {
  const picks: Pick[] = []
  let at = row
  for (let s = built.steps.length; s > 0; s--) {
    const layer = built.layers[s] as Layer
    const { block, used } = built.steps[s - 1] as Step
    writePicks(built.compiled, block, { row: used[layer.choice[at] as number] as number, member: 0 }, picks)
    at = layer.parent[at] as number
  }
  return picks
}

/** Number of packages that give row `row` of the last layer among those the layers cover. */
export function countPackages(built: Layers, row: number): bigint {
  const approximate = built.last.ties[row] as number
  if (approximate < 2 ** 53) return BigInt(approximate)
  const memo = built.layers.map(() => new Map<number, bigint>())
  const count = (step: number, at: number): bigint => {
    if (step === 0) return 1n
    const known = memo[step]?.get(at)
    if (known !== undefined) return known
    let total = 0n
    for (const way of waysBack(built, step, at)) {
      total +=
        BigInt(multiplicityOf((built.steps[step - 1] as Step).block, way.blockRow)) *
        count(step - 1, way.parent)
    }
    memo[step]?.set(at, total)
    return total
  }
  return count(built.steps.length, row)
}

/** Up to `max` of the packages that give row `row` of the last layer. */
export function listPackages(built: Layers, row: number, max: number): Package[] {
  const found: Package[] = []
  const picks: Pick[] = []
  const visit = (step: number, at: number): void => {
    if (step === 0) {
      found.push([...picks])
      return
    }
    const { block } = built.steps[step - 1] as Step
    for (const way of waysBack(built, step, at)) {
      for (let member = 0; member < multiplicityOf(block, way.blockRow); member++) {
        if (found.length >= max) return
        writePicks(built.compiled, block, { row: way.blockRow, member }, picks)
        visit(step - 1, way.parent)
      }
    }
  }
  visit(built.steps.length, row)
  return found
}

/** Every (row before, row of the block) whose sum is row `at` of layer `step`. */
function waysBack(built: Layers, step: number, at: number): { parent: number; blockRow: number }[] {
  const { parties, limbs } = built.compiled
  const width = parties * limbs
  const layer = built.layers[step] as Layer
  const before = built.layers[step - 1] as Layer
  const { used, rows } = built.steps[step - 1] as Step
  const rest = new Float64Array(width)
  const ways: { parent: number; blockRow: number }[] = []
  for (let b = 0; b < rows.count; b++) {
    if (!subtractRows(rest, layer.rows, at * width, rows.rows, b * width, width, limbs)) continue
    const parent = findRow(before.rows, before.count, rest, width)
    if (parent >= 0) ways.push({ parent, blockRow: used[b] as number })
  }
  return ways
}
