/** What every package at least as good as a level satisfies: what partial packages are pruned by. */

import type { Compiled } from './blocks.ts'
import { floorTotals, seenUnits, type Target, targetOf } from './floats.ts'
import type { Demand } from './layers.ts'
import { findWeights } from './multipliers.ts'
import { add, divide, fromNumber, multiply, type Rational } from './rational.ts'
import { viewBlocks } from './view.ts'

/** Rounding of a float sum, as a share of the size of what is added up; far more than it can be. */
const share = 1e-11
/** Gains over a floor this far below all totals are level to within the margins: they prune nothing. */
const depthMax = 2 ** 100

/**
 * In totals of the target's problem, with a margin for rounding, so that nothing as good as `level` is left out. The
 * level is one that a package attains exactly, rounded once. Without a level, or one beyond float64: the floors alone.
 */
export function demandOf(target: Target, weights: Float64Array, level: number | undefined): Demand {
  if (level === undefined || !Number.isFinite(level)) return { floors: demandedFloors(target, undefined) }
  const floors = demandedFloors(target, level)
  const threshold = thresholdOf(target, weights, floors, level - Math.abs(level) * 1e-12)
  return threshold === undefined ? { floors } : { floors, weights, threshold }
}

/** The demand met by all packages that reach every floor, with multipliers that prune the search for them. */
export function demandFloors(compiled: Compiled, floors: readonly Rational[]): Demand {
  const view = viewBlocks(compiled)
  // In shares of each party's own range, which floats compare well.
  const units = seenUnits(compiled)
  const scales = units.map((unit, p) => multiply(unit, fromNumber(view.ranges[p] as number)))
  const target = targetOf(compiled, { kind: 'minimum', floors, scales })
  return demandOf(target, findWeights({ view, goal: target.goal, consider: () => undefined }), 0)
}

/** A minimum's level is added to the floors exactly: both can be large, and their difference small. */
function demandedFloors({ compiled, aim, norm }: Target, level: number | undefined): Float64Array {
  const floors = floorTotals(compiled, aim.floors)
  if (aim.kind === 'minimum') {
    const slackened = level === undefined ? undefined : level - Math.abs(level) * 1e-12
    const exact = slackened === undefined ? undefined : divide(fromNumber(slackened), norm)
    const raised = aim.floors.map((floor, p) =>
      exact === undefined ? floor : add(floor, multiply(exact, aim.scales[p] as Rational)),
    )
    floorTotals(compiled, raised).forEach((floor, p) => {
      if ((aim.scales[p] as Rational).num > 0n) floors[p] = exact === undefined ? -Infinity : floor
    })
  }
  return floors.map(floor => floor - share * Math.abs(floor))
}

/** Less a margin for the size of every term: where large ones cancel, what is left is rounding. Undefined: no demand. */
function thresholdOf(
  { goal }: Target,
  weights: Float64Array,
  demanded: Float64Array,
  level: number,
): number | undefined {
  let threshold = 0
  let size = 0
  const put = (term: number): void => {
    threshold += term
    size += Math.abs(term)
  }
  switch (goal.kind) {
    case 'minimum':
      // No total is below zero, so neither need a floor be.
      weights.forEach((weight, p) => {
        put(weight * Math.max(0, demanded[p] as number))
      })
      break
    case 'sum':
      put(level)
      weights.forEach((weight, p) => {
        const floor = Math.max(0, demanded[p] as number)
        put(weight * floor)
        put(-(goal.weights[p] as number) * floor)
      })
      break
    case 'product': {
      if (goal.floors.some(floor => Math.abs(floor) > depthMax)) return undefined
      // Σ λg ≥ E · Π (λg / e)^(e / E), the weighted inequality of arithmetic and geometric means.
      let exponents = 0
      let logarithm = level
      weights.forEach((weight, p) => {
        const exponent = goal.exponents[p] as number
        put(weight * (goal.floors[p] as number))
        exponents += exponent
        if (exponent > 0) logarithm += exponent * Math.log(weight / exponent)
      })
      put(exponents * Math.exp(logarithm / exponents - share))
      break
    }
    default:
      goal satisfies never
  }
  return Number.isFinite(size) ? threshold - size * share : undefined
}
