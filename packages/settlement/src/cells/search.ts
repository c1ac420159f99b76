/**
 * The best cell by one goal. Multipliers turn the goal into a weighted sum that bounds it (see `reach.ts`); a
 * weighted sum is largest at a corner, so the corners bound all cells. Cells are visited with the heaviest
 * first and answered exactly, until no other can reach the best answer so far.
 */

import { rowToUtilities } from '../blocks.ts'
import { makeClimb } from '../climb.ts'
import { floorTotals } from '../floats.ts'
import { demandOf, type Goal, infeasible, scoreOf } from '../goal.ts'
import { buildLayers, type Layers, packageOf } from '../layers.ts'
import { type Budget, openWork } from '../limits.ts'
import { findWeights } from '../multipliers.ts'
import { type Rational, toNumber } from '../rational.ts'
import { approximateTotal } from '../rows.ts'
import { totalsOf, viewBlocks } from '../view.ts'
import { type Cell, type Cells, type Element, makeCell } from './cells.ts'

/** Cells answered exactly, and partial cells looked at, in one search. */
export const cellsMax = 20_000
const visitsMax = 3_000_000
/** Floats decide nothing closer than this share of what they measure. */
const margin = 1e-9

/** Thrown when a search passes its limits: the problem needs the solver. */
export class TooManyCells extends Error {
  override readonly name = 'TooManyCells'
}

export type SearchInput<T> = {
  readonly cells: Cells
  /** In totals of `cells.corners`. */
  readonly goal: Goal
  /** The best of a cell, or undefined where it does not beat `best`. */
  readonly answer: (cell: Cell, best: T | undefined) => T | undefined
  /** The goal's own measure of an answer, in totals. */
  readonly measure: (answer: T) => number
  readonly limits: Budget
}

export function searchCells<T>({ cells, goal, answer, measure, limits }: SearchInput<T>): T | undefined {
  const { corners, rest } = cells
  if (corners.blocks.some(block => block.count === 0) || cells.groups.some(group => group.length === 0))
    return undefined
  const parties = corners.parties
  const view = viewBlocks(corners)
  const start = climbCorners(cells, goal)
  const weights = start.weights
  const width = spanOf(goal, view.ranges)
  // A level just below one that a corner attains, so that what attains it is met again exactly.
  let level = start.value === undefined ? undefined : start.value - margin * (Math.abs(start.value) + width)
  const heights = heightsOf(cells, weights)
  const layers = restLayers(cells, demandOf(goal, weights, level), weights, heights, limits)
  if (layers === undefined) throw new TooManyCells('the discrete issues leave too many combinations')
  const rows = weighRows(layers, cells, weights)
  let best: T | undefined
  let answered = 0
  let visits = 0
  const gridBase = corners.bases.map(toNumber)
  const units = corners.units.map(toNumber)
  const asked = () => {
    const demand = demandOf(goal, weights, level)
    // From totals of the corners to sums of utilities, less a margin for rounding.
    const floors = Float64Array.from(demand.floors, (floor, p) => {
      const range = (view.ranges[p] as number) * (units[p] as number)
      return (gridBase[p] as number) + (units[p] as number) * floor - margin * range
    })
    const threshold =
      demand.threshold === undefined
        ? Number.NEGATIVE_INFINITY
        : demand.threshold - margin * (Math.abs(demand.threshold) + heights.range)
    return { floors, threshold }
  }
  let wanted = asked()
  const upper = Array.from({ length: cells.groups.length + 1 }, () => new Float64Array(parties))
  const chosen: Element[] = []
  const visit = (depth: number, weight: number, row: number): void => {
    if (++visits > visitsMax) throw new TooManyCells('too many partial cells')
    if (visits % 4096 === 0) limits.beat()
    const before = upper[depth] as Float64Array
    for (let p = 0; p < parties; p++) {
      const most = (before[p] as number) + (heights.after[depth]?.[p] as number)
      if (most < (wanted.floors[p] as number)) return
    }
    if (depth === cells.groups.length) {
      if (++answered > cellsMax) throw new TooManyCells('too many cells')
      const cell = makeCell(
        cells,
        {
          package: () => packageOf(layers, row),
          utilities: rowToUtilities(rest, layers.last.rows, row),
        },
        [...chosen],
      )
      const found = answer(cell, best)
      if (found === undefined) return
      best = found
      const reached = measure(found)
      const lowered = reached - margin * (Math.abs(reached) + width)
      if (Number.isFinite(reached) && (level === undefined || lowered > level)) {
        level = lowered
        wanted = asked()
      }
      return
    }
    const group = heights.groups[depth] as WeighedGroup
    const after = upper[depth + 1] as Float64Array
    for (const { element, heavy, most } of group) {
      if (weight + heavy + (heights.heavyAfter[depth + 1] as number) < wanted.threshold) break
      for (let p = 0; p < parties; p++) after[p] = (before[p] as number) + (most[p] as number)
      chosen[depth] = element
      visit(depth + 1, weight + heavy, row)
    }
  }
  for (const { row, heavy, utilities } of rows) {
    if (heavy + (heights.heavyAfter[0] as number) < wanted.threshold) break
    upper[0]?.set(utilities)
    visit(0, heavy, row)
  }
  return best
}

/** A good corner, its totals cut at the ceilings, and the multipliers that bound the goal. */
function climbCorners({ corners, problem }: Cells, goal: Goal) {
  const caps = floorTotals(
    corners,
    problem.parties.map((party, p) => party.ceiling ?? (corners.bases[p] as Rational)),
  )
  const cut = (totals: Float64Array): Float64Array =>
    totals.map((total, p) =>
      problem.parties[p]?.ceiling === undefined ? total : Math.min(total, caps[p] as number),
    )
  const view = viewBlocks(corners)
  const best = { choice: new Int32Array(view.blocks.length), value: Number.NEGATIVE_INFINITY }
  const consider = (choice: Int32Array): void => {
    const value = scoreOf(goal, cut(totalsOf(view, choice)))
    if (value <= best.value) return
    best.choice = Int32Array.from(choice)
    best.value = value
  }
  consider(best.choice)
  const weights = findWeights({ view, goal, consider })
  makeClimb(view, goal)(best.choice, consider)
  return { weights, value: best.value > -infeasible / 2 ? best.value : undefined }
}

/** The size of the goal's measure, for margins. */
function spanOf(goal: Goal, ranges: Float64Array): number {
  switch (goal.kind) {
    case 'product':
      return 1
    case 'minimum':
      return goal.scales.reduce(
        (most, scale, p) => (scale > 0 ? Math.max(most, (ranges[p] as number) / scale) : most),
        0,
      )
    case 'sum':
      return goal.weights.reduce((total, weight, p) => total + weight * (ranges[p] as number), 0)
    default:
      return goal satisfies never
  }
}

type WeighedGroup = readonly {
  readonly element: Element
  readonly heavy: number
  readonly most: Float64Array
}[]

type Heights = {
  /** Heaviest first. */
  readonly groups: readonly WeighedGroup[]
  /** What groups from a depth on can still add: to the weighted sum, and per party. */
  readonly heavyAfter: readonly number[]
  readonly after: readonly Float64Array[]
  readonly range: number
}

/** Weighted sums in corners' totals: λ · (utility - base) / unit, the base of all issues taken off once. */
function heightsOf({ corners, groups }: Cells, weights: Float64Array): Heights {
  const per = corners.units.map((unit, p) => (weights[p] as number) / toNumber(unit))
  const weighed = groups.map(group =>
    group
      .map(element => {
        const base = element.base.map(toNumber)
        const rises = element.directions.map(({ rise }) => rise.map(toNumber))
        const most = Float64Array.from(base, (value, p) =>
          rises.reduce((total, rise) => total + Math.max(0, rise[p] as number), value),
        )
        const heavy = rises.reduce((total, rise) => total + Math.max(0, dot(per, rise)), dot(per, base))
        return { element, heavy, most }
      })
      .sort((a, b) => b.heavy - a.heavy),
  )
  const heavyAfter = [0]
  const after = [new Float64Array(corners.parties)]
  for (const group of weighed.toReversed()) {
    heavyAfter.unshift((heavyAfter[0] as number) + Math.max(...group.map(item => item.heavy)))
    const next = (after[0] as Float64Array).map(
      (value, p) => value + Math.max(...group.map(item => item.most[p] as number)),
    )
    after.unshift(next)
  }
  let range = 0
  viewBlocks(corners).ranges.forEach((value, p) => {
    range += value * (weights[p] as number)
  })
  return { groups: weighed, heavyAfter, after, range }
}

function dot(weights: readonly number[], values: readonly number[]): number {
  return values.reduce((total, value, p) => total + (weights[p] as number) * value, 0)
}

/** Undominated sums of the rest that can still reach what is demanded of the whole. */
function restLayers(
  { corners, rest }: Cells,
  demand: { readonly floors: Float64Array; readonly threshold?: number },
  weights: Float64Array,
  heights: Heights,
  limits: Budget,
): Layers | undefined {
  const units = corners.units.map(toNumber)
  const restUnits = rest.units.map(toNumber)
  const ranges = viewBlocks(corners).ranges
  const floors = Float64Array.from(demand.floors, (floor, p) => {
    const unit = units[p] as number
    const utility = toNumber(corners.bases[p] as Rational) + unit * (floor - margin * (ranges[p] as number))
    const own = utility - (heights.after[0]?.[p] as number) - toNumber(rest.bases[p] as Rational)
    return own / (restUnits[p] as number)
  })
  if (demand.threshold === undefined)
    return build(rest, { floors: floors.map(floor => (Number.isNaN(floor) ? -Infinity : floor)) }, limits)
  let threshold = demand.threshold - margin * (Math.abs(demand.threshold) + heights.range)
  threshold -= heights.heavyAfter[0] as number
  const restWeights = weights.map((weight, p) => (weight * (restUnits[p] as number)) / (units[p] as number))
  weights.forEach((weight, p) => {
    const shift = toNumber(corners.bases[p] as Rational) - toNumber(rest.bases[p] as Rational)
    threshold += (weight * shift) / (units[p] as number)
  })
  return build(rest, { floors, weights: restWeights, threshold }, limits)
}

function build(
  rest: Cells['rest'],
  demand: { floors: Float64Array; weights?: Float64Array; threshold?: number },
  limits: Budget,
): Layers | undefined {
  return buildLayers({
    compiled: rest,
    prune: true,
    demand,
    pointsMax: Math.min(limits.pointsMax, 200_000),
    work: openWork(limits, 1 / 4),
  })
}

type WeighedRow = { readonly row: number; readonly heavy: number; readonly utilities: Float64Array }

/** Rows of the rest, heaviest first, in the weighted sum of the corners' totals. */
function weighRows({ last }: Layers, { corners, rest }: Cells, weights: Float64Array): WeighedRow[] {
  const { parties, limbs } = rest
  const bases = rest.bases.map(toNumber)
  const units = rest.units.map(toNumber)
  const rows = Array.from({ length: last.count }, (_, row): WeighedRow => {
    const utilities = Float64Array.from(
      bases,
      (base, p) =>
        base + (units[p] as number) * approximateTotal(last.rows, (row * parties + p) * limbs, limbs),
    )
    let heavy = 0
    utilities.forEach((utility, p) => {
      const base = toNumber(corners.bases[p] as Rational)
      heavy += ((weights[p] as number) * (utility - base)) / toNumber(corners.units[p] as Rational)
    })
    return { row, heavy, utilities }
  })
  return rows.sort((a, b) => b.heavy - a.heavy)
}
