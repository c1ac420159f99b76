/** Listing the undominated acceptable points: exactly where they fit the limits, else within a stated ε. */

import { type Compiled, rowToUtilities } from './blocks.ts'
import { floorTotals, seenUnits } from './floats.ts'
import { buildLayers, countPackages, type Layers, packageOf, roundingMargin } from './layers.ts'
import { type Budget, openWork } from './limits.ts'
import { compare, fromNumber, multiply, type Rational, rational, toNumber } from './rational.ts'
import { approximateTotal } from './rows.ts'
import { makeGains } from './scores.ts'
import type { FrontierGuarantee, FrontierPoint } from './settlement.ts'

/** Undominated sums that meet every reservation value, or undefined past the limits. */
export function buildFront(
  compiled: Compiled,
  reservations: readonly Rational[],
  limits: Budget,
): Layers | undefined {
  return buildLayers({
    compiled,
    prune: true,
    demand: { floors: floorTotals(compiled, reservations) },
    pointsMax: limits.pointsMax,
    work: openWork(limits),
  })
}

/** The points of the last layer that every party accepts, ascending by the first utilities that differ. */
export function listFrontier(layers: Layers, reservations: readonly Rational[]): FrontierPoint[] {
  const { compiled } = layers
  const gains = makeGains(compiled, reservations)
  const points: FrontierPoint[] = []
  for (let row = layers.last.count - 1; row >= 0; row--) {
    if (gains.of(layers.last, row).some(gain => gain < 0n)) continue
    points.push({
      utilities: rowToUtilities(compiled, layers.last.rows, row),
      package: packageOf(layers, row),
      ties: countPackages(layers, row),
    })
  }
  return points
}

export type Approximation = { readonly points: FrontierPoint[]; readonly guarantee: FrontierGuarantee }

/** The coarsest guarantee tried: half of each party's range. */
const coarsest = rational(1, 2)

/**
 * An ε-frontier: every acceptable package is matched by a listed one up to ε of each party's range, or lies
 * that close to a reservation value. Starts at `epsilon` and doubles it until the points fit the limits.
 */
export function approximateFrontier(
  compiled: Compiled,
  reservations: readonly Rational[],
  limits: Budget,
  epsilon: Rational,
): Approximation | undefined {
  const ranges = rangesOf(compiled)
  for (let share = epsilon; compare(share, coarsest) <= 0; share = multiply(share, rational(2))) {
    const layers = buildLayers({
      compiled,
      prune: true,
      demand: { floors: floorTotals(compiled, reservations) },
      // Rounding of the slack itself, and of what it is compared with, must not widen the promise.
      slack: ranges.map(range => Math.max(0, range * toNumber(share) * (1 - 1e-9) - range * roundingMargin)),
      pointsMax: Math.min(limits.pointsMax, 100_000),
      work: openWork(limits, 1 / 8),
    })
    if (layers === undefined) continue
    const widths = seenUnits(compiled).map((unit, p) =>
      multiply(multiply(unit, fromNumber(ranges[p] as number)), share),
    )
    return { points: listFrontier(layers, reservations), guarantee: { kind: 'epsilon', epsilon: widths } }
  }
  return undefined
}

/** Per party, the largest total: the sum over blocks of the best row. */
function rangesOf(compiled: Compiled): Float64Array {
  const { parties, limbs, blocks } = compiled
  const ranges = new Float64Array(parties)
  for (const block of blocks) {
    for (let p = 0; p < parties; p++) {
      let most = 0
      for (let row = 0; row < block.count; row++) {
        most = Math.max(most, approximateTotal(block.rows, (row * parties + p) * limbs, limbs))
      }
      ranges[p] = (ranges[p] as number) + most
    }
  }
  return ranges
}
