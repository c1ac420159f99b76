/**
 * The best cell by one goal. Multipliers turn the goal into a weighted sum that bounds it (see `reach.ts`); a
 * weighted sum is largest at a corner, so the corners bound all cells. Cells are visited with the heaviest
 * first and answered exactly, until no other can reach the best answer so far.
 */

import { rowToUtilities } from '../blocks.ts'
import { makeClimb } from '../climb.ts'
import { demandOf } from '../demand.ts'
import { floorTotals, measureOf, seenUnits, type Target } from '../floats.ts'
import { type Goal, scoreOf } from '../goal.ts'
import { buildLayers, type Demand, type Layers, packageOf } from '../layers.ts'
import { type Budget, openWork } from '../limits.ts'
import { findWeights } from '../multipliers.ts'
import { utilitiesOf } from '../package.ts'
import { add, compare, divide, min, type Rational, subtract, toNumber, ZERO } from '../rational.ts'
import { approximateTotal } from '../rows.ts'
import { choiceToPackage, totalsOf, viewBlocks } from '../view.ts'
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
  /** Over `cells.corners`. */
  readonly target: Target
  /** The best of a cell, or undefined where it does not beat `best`. */
  readonly answer: (cell: Cell, best: T | undefined) => T | undefined
  /** The goal's own measure of an answer; undefined where it misses the floors. */
  readonly measure: (answer: T) => number | undefined
  readonly limits: Budget
}

export function searchCells<T>({ cells, target, answer, measure, limits }: SearchInput<T>): T | undefined {
  const { corners, rest } = cells
  const { goal } = target
  if (corners.blocks.some(block => block.count === 0) || cells.groups.some(group => group.length === 0))
    return undefined
  const parties = corners.parties
  const { ranges } = viewBlocks(corners)
  const start = climbCorners(cells, target)
  const { weights } = start
  const width = spanOf(goal, ranges)
  // A level just below one that a corner attains, so that what attains it is met again exactly.
  let level = start.value === undefined ? undefined : start.value - margin * (Math.abs(start.value) + width)
  const heights = heightsOf(cells, weights, ranges)
  const asked = () => demandWithMargin(demandOf(target, weights, level), heights)
  let wanted = asked()
  const layers = restLayers(cells, wanted, weights, heights, limits)
  if (layers === undefined) throw new TooManyCells('the discrete issues leave too many combinations')
  const rows = weighRows(layers, heights, weights)
  let best: T | undefined
  let answered = 0
  let visits = 0
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
      const lowered = reached === undefined ? reached : reached - margin * (Math.abs(reached) + width)
      if (lowered !== undefined && Number.isFinite(lowered) && (level === undefined || lowered > level)) {
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
  for (const { row, heavy, totals } of rows) {
    if (heavy + (heights.heavyAfter[0] as number) < wanted.threshold) break
    upper[0]?.set(totals)
    visit(0, heavy, row)
  }
  return best
}

/** A good corner, its totals cut at the ceilings, and the multipliers that bound the goal. */
function climbCorners({ corners, problem }: Cells, target: Target) {
  const { goal } = target
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
  // What the corner is worth is computed exactly, lest a level be asked for that nothing attains.
  return { weights, value: measureOf(target, utilitiesOf(problem, choiceToPackage(corners, best.choice))) }
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

/** All in the corners' totals: from the lowest corner of its group for an element, from the corners' bases for a row. */
type Heights = {
  /** Heaviest first. */
  readonly groups: readonly WeighedGroup[]
  /** What groups from a depth on can still add: to the weighted sum, and per party. */
  readonly heavyAfter: readonly number[]
  readonly after: readonly Float64Array[]
  /** Largest totals, per party and weighted. */
  readonly ranges: Float64Array
  readonly range: number
  /** A total of the rest as one of the corners: offset + ratio · total. */
  readonly offsets: Float64Array
  readonly ratios: Float64Array
}

function heightsOf({ corners, groups, rest }: Cells, weights: Float64Array, ranges: Float64Array): Heights {
  const units = seenUnits(corners)
  const toTotal = (value: Rational, p: number): number => toNumber(divide(value, units[p] as Rational))
  let lowest: readonly Rational[] = rest.bases
  const weighed = groups.map(group => {
    const low = lowestOf(group)
    lowest = lowest.map((value, p) => add(value, low[p] as Rational))
    return group
      .map(element => {
        const base = element.base.map((value, p) => toTotal(subtract(value, low[p] as Rational), p))
        const rises = element.directions.map(({ rise }) => rise.map(toTotal))
        const most = Float64Array.from(base, (value, p) =>
          rises.reduce((total, rise) => total + Math.max(0, rise[p] as number), value),
        )
        const heavy = rises.reduce(
          (total, rise) => total + Math.max(0, dot(weights, rise)),
          dot(weights, base),
        )
        return { element, heavy, most }
      })
      .sort((a, b) => b.heavy - a.heavy)
  })
  const heavyAfter = [0]
  const after = [new Float64Array(corners.parties)]
  for (const group of weighed.toReversed()) {
    heavyAfter.unshift((heavyAfter[0] as number) + Math.max(...group.map(item => item.heavy)))
    const next = (after[0] as Float64Array).map(
      (value, p) => value + Math.max(...group.map(item => item.most[p] as number)),
    )
    after.unshift(next)
  }
  const restUnits = seenUnits(rest)
  return {
    groups: weighed,
    heavyAfter,
    after,
    ranges,
    range: dot(weights, ranges),
    offsets: Float64Array.from(lowest, (value, p) =>
      toTotal(subtract(value, corners.bases[p] as Rational), p),
    ),
    ratios: Float64Array.from(restUnits, toTotal),
  }
}

/** Per party, the least that any corner of any element gives. */
function lowestOf(group: readonly Element[]): Rational[] {
  const lows = group.map(({ base, directions }) =>
    base.map((value, p) =>
      directions.reduce((total, { rise }) => add(total, min(ZERO, rise[p] as Rational)), value),
    ),
  )
  return lows.reduce((low, values) =>
    low.map((value, p) => (compare(values[p] as Rational, value) < 0 ? (values[p] as Rational) : value)),
  )
}

function dot(weights: ArrayLike<number>, values: ArrayLike<number>): number {
  let total = 0
  for (let p = 0; p < values.length; p++) total += (weights[p] as number) * (values[p] as number)
  return total
}

type Wanted = { readonly floors: Float64Array; readonly threshold: number }

/** A demand less what floats may be wrong by: in proportion to all that is added up. */
function demandWithMargin({ floors, threshold }: Demand, { ranges, range }: Heights): Wanted {
  return {
    floors: floors.map((floor, p) => floor - margin * (ranges[p] as number)),
    threshold:
      threshold === undefined ? Number.NEGATIVE_INFINITY : threshold - margin * (Math.abs(threshold) + range),
  }
}

/** Undominated sums of the rest that can still reach what is demanded of the whole. */
function restLayers(
  { rest }: Cells,
  wanted: Wanted,
  weights: Float64Array,
  { offsets, ratios, after, heavyAfter }: Heights,
  limits: Budget,
): Layers | undefined {
  const floors = wanted.floors.map((floor, p) => {
    const ratio = ratios[p] as number
    const own = (floor - (offsets[p] as number) - (after[0]?.[p] as number)) / ratio
    // Of a party for whom the rest is too small to be seen nothing can be demanded there.
    return ratio > 0 && !Number.isNaN(own) ? own : Number.NEGATIVE_INFINITY
  })
  const demand =
    wanted.threshold === Number.NEGATIVE_INFINITY
      ? { floors }
      : {
          floors,
          weights: weights.map((weight, p) => weight * (ratios[p] as number)),
          threshold: wanted.threshold - (heavyAfter[0] as number) - dot(weights, offsets),
        }
  return buildLayers({
    compiled: rest,
    prune: true,
    demand,
    pointsMax: Math.min(limits.pointsMax, 200_000),
    work: openWork(limits, 1 / 4),
  })
}

type WeighedRow = { readonly row: number; readonly heavy: number; readonly totals: Float64Array }

/** Rows of the rest, heaviest first, in the weighted sum of the corners' totals. */
function weighRows(
  { last, compiled }: Layers,
  { offsets, ratios }: Heights,
  weights: Float64Array,
): WeighedRow[] {
  const { parties, limbs } = compiled
  const rows = Array.from({ length: last.count }, (_, row): WeighedRow => {
    const totals = offsets.map(
      (offset, p) =>
        offset + (ratios[p] as number) * approximateTotal(last.rows, (row * parties + p) * limbs, limbs),
    )
    return { row, heavy: dot(weights, totals), totals }
  })
  return rows.sort((a, b) => b.heavy - a.heavy)
}
