/**
 * The largest product of gains in a cell, for any number of parties. Its place is in general irrational, so it
 * is climbed to in float64 and stated with a bound: at gains g₀ > 0, weighted arithmetic and geometric means give
 * Π gᵉ ≤ Π g₀ᵉ · (Σ e·g/g₀ / Σ e)^Σe for every package, and the sum is largest at a corner. All of this exactly.
 */

import {
  compare,
  divide,
  fromNumber,
  multiply,
  type Rational,
  rational,
  sign,
  subtract,
  sum,
  toNumber,
  ZERO,
} from '../rational.ts'
import { type Cell, utilitiesAt } from './cells.ts'
import { mostIn, type Place, positiveIn, productOf, productOnEdge } from './polytope.ts'
import { nearestSimple } from './simple.ts'

/** Sweeps over all positions; each narrows what is left by a share. */
const sweepsMax = 400
const halvings = 60
/** Relative gap between value and bound at which climbing stops. */
const gapWanted = 1e-15

export type Product = { readonly place: Place; readonly value: Rational; readonly bound: Rational }

/** Undefined where no package of the cell gives every party a positive gain. */
export function productIn(
  cell: Cell,
  floors: readonly Rational[],
  exponents: readonly bigint[],
): Product | undefined {
  if (floors.length === 2) {
    const place = productOnEdge(cell, floors, exponents)
    const value = place && productOf(gainsAt(place, floors), exponents)
    return place === undefined || value === undefined || value.num === 0n
      ? undefined
      : { place, value, bound: value }
  }
  const start = positiveIn(cell, floors)
  if (start === undefined) return undefined
  const climbed = climb(cell, floors, exponents, start.positions.map(toNumber))
  const candidates = [
    climbed.map(position => clip(nearestSimple(position))),
    climbed.map(position => clip(fromNumber(position))),
  ].flatMap(positions => {
    const place = { positions, utilities: utilitiesAt(cell, positions) }
    const gains = gainsAt(place, floors)
    if (gains.some(gain => gain.num <= 0n)) return []
    const value = productOf(gains, exponents)
    return [{ place, value, bound: boundIn(cell, gains, value, floors, exponents) }]
  })
  const [simple, close] = candidates
  if (simple === undefined || compare(simple.value, simple.bound) === 0) return simple ?? close
  return close ?? simple
}

function clip(position: Rational): Rational {
  if (position.num < 0n) return ZERO
  return position.num > position.den ? rational(1) : position
}

function gainsAt({ utilities }: Place, floors: readonly Rational[]): Rational[] {
  return utilities.map((utility, p) => subtract(utility, floors[p] as Rational))
}

function boundIn(
  cell: Cell,
  gains: readonly Rational[],
  value: Rational,
  floors: readonly Rational[],
  exponents: readonly bigint[],
): Rational {
  const weights = gains.map((gain, p) => divide(rational(exponents[p] as bigint), gain))
  const corner = mostIn(
    cell,
    weights,
    cell.base.map(() => rational(-(10n ** 400n))),
  )
  if (corner === undefined) throw new Error('without floors a cell has a corner')
  const heaviest = sum(
    corner.utilities.map((utility, p) =>
      multiply(weights[p] as Rational, subtract(utility, floors[p] as Rational)),
    ),
  )
  const total = exponents.reduce((all, exponent) => all + exponent, 0n)
  const mean = divide(heaviest, rational(total))
  return multiply(value, rational(mean.num ** total, mean.den ** total))
}

/** One position at a time to where the derivative of Σ e·log(gain) changes sign. */
function climb(
  cell: Cell,
  floors: readonly Rational[],
  exponents: readonly bigint[],
  start: readonly number[],
): number[] {
  const at = [...start]
  const base = cell.base.map((value, p) => toNumber(subtract(value, floors[p] as Rational)))
  const rises = cell.directions.map(({ rise }) => rise.map(toNumber))
  const powers = exponents.map(Number)
  const total = powers.reduce((all, power) => all + power, 0)
  const gainsOf = (): number[] =>
    base.map((value, p) =>
      rises.reduce((all, rise, j) => all + (at[j] as number) * (rise[p] as number), value),
    )
  for (let sweep = 0; sweep < sweepsMax; sweep++) {
    rises.forEach((rise, j) => {
      const own = at[j] as number
      const rest = gainsOf().map((gain, p) => gain - own * (rise[p] as number))
      const slope = (position: number): number =>
        rest.reduce((all, gain, p) => {
          const r = rise[p] as number
          return r === 0 ? all : all + ((powers[p] as number) * r) / (gain + position * r)
        }, 0)
      // Only between the places where some gain vanishes is there a product to speak of.
      let [low, high] = [0, 1]
      rest.forEach((gain, p) => {
        const r = rise[p] as number
        if (r > 0) low = Math.max(low, -gain / r)
        if (r < 0) high = Math.min(high, -gain / r)
      })
      if (low === 0 && slope(0) <= 0) at[j] = 0
      else if (high === 1 && slope(1) >= 0) at[j] = 1
      else {
        for (let step = 0; step < halvings; step++) {
          const middle = (low + high) / 2
          if (slope(middle) > 0) low = middle
          else high = middle
        }
        at[j] = (low + high) / 2
      }
    })
    const gains = gainsOf()
    const gap = rises.reduce((all, rise, j) => {
      const slope = rise.reduce((s, r, p) => s + ((powers[p] as number) * r) / (gains[p] as number), 0)
      return all + Math.max(slope * (1 - (at[j] as number)), -slope * (at[j] as number))
    }, 0)
    if (!(gap / total > gapWanted)) break
  }
  return at
}
