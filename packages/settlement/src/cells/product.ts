/**
 * The largest product of gains in a cell, for any number of parties. Its place is in general irrational, so it
 * is climbed to in float64 and stated with a bound: at gains g₀ > 0, weighted arithmetic and geometric means give
 * Π gᵉ ≤ Π g₀ᵉ · (Σ e·g/g₀ / Σ e)^Σe for every package, and the sum is largest at a corner. All of this exactly.
 */

import {
  add,
  compare,
  divide,
  fromNumber,
  max,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  sum,
  toNumber,
  ZERO,
} from '../rational.ts'
import { type Cell, utilitiesAt } from './cells.ts'
import { productOnEdge } from './edge.ts'
import { mostIn, type Place, positiveIn, productOf } from './polytope.ts'
import { nearestSimple } from './simple.ts'

/** Sweeps over all positions; each narrows what is left by a share. */
const sweepsMax = 400
const halvings = 60
/** Steps shorter than this end the climb. */
const stepWanted = 1e-16
/** Slopes as flat as this are rounding. */
const flat = 1e-14

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
    cell.base.map(() => undefined),
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

/**
 * Along one line after another to where the derivative of Σ e·log(gain) changes sign. Lines along which one position
 * changes suffice where the sum is smooth; at a ceiling it is not, and there two change so that the party stays at it.
 */
function climb(
  cell: Cell,
  floors: readonly Rational[],
  exponents: readonly bigint[],
  start: readonly number[],
): number[] {
  const at = [...start]
  // The place does not depend on the unit of a party's gains: over the size of each nothing leaves float64's range.
  const sizes = sizesOf(cell, floors)
  const toShare = (value: Rational, p: number): number => toNumber(divide(value, sizes[p] as Rational))
  const base = cell.base.map((value, p) => toShare(subtract(value, floors[p] as Rational), p))
  const rises = cell.directions.map(({ rise }) => rise.map(toShare))
  const powers = exponents.map(Number)
  const caps = cell.ceilings.map((ceiling, p) =>
    ceiling === undefined ? Number.POSITIVE_INFINITY : toShare(subtract(ceiling, floors[p] as Rational), p),
  )
  const lines = listLines(rises, caps)
  for (let sweep = 0; sweep < sweepsMax; sweep++) {
    let moved = 0
    for (const line of lines) {
      const gains = base.map((value, p) =>
        rises.reduce((all, rise, j) => all + (at[j] as number) * (rise[p] as number), value),
      )
      const slopes = base.map((_, p) =>
        rises.reduce((all, rise, j) => all + (line[j] as number) * (rise[p] as number), 0),
      )
      const step = bestStep({ at, line, gains, slopes, powers, caps })
      if (step === 0) continue
      for (const [j, along] of line.entries()) {
        const next = Math.max(0, Math.min(1, (at[j] as number) + step * along))
        moved = Math.max(moved, Math.abs(next - (at[j] as number)))
        at[j] = next
      }
    }
    if (moved < stepWanted) break
  }
  return at
}

/** Per party, the most it gains anywhere in the cell; one for a party that gains nothing. */
function sizesOf(cell: Cell, floors: readonly Rational[]): Rational[] {
  return cell.base.map((value, p) => {
    const most = cell.directions.reduce(
      (total, { rise }) => add(total, max(ZERO, rise[p] as Rational)),
      subtract(value, floors[p] as Rational),
    )
    return most.num > 0n ? most : ONE
  })
}

/** One position each; and for each party with a ceiling, two that keep its sum. */
function listLines(rises: readonly (readonly number[])[], caps: readonly number[]): number[][] {
  const lines: number[][] = rises.map((_, j) => rises.map((_, k) => (j === k ? 1 : 0)))
  caps.forEach((cap, p) => {
    if (cap === Number.POSITIVE_INFINITY) return
    rises.forEach((rise, i) => {
      for (let j = i + 1; j < rises.length; j++) {
        const [a, b] = [rise[p] as number, rises[j]?.[p] as number]
        if (a !== 0 && b !== 0) lines.push(rises.map((_, k) => (k === i ? b : k === j ? -a : 0)))
      }
    })
  })
  return lines
}

type Walk = {
  readonly at: readonly number[]
  readonly line: readonly number[]
  readonly gains: readonly number[]
  readonly slopes: readonly number[]
  readonly powers: readonly number[]
  readonly caps: readonly number[]
}

/** How far to go along a line: within the box, and between the places where some gain vanishes. */
function bestStep({ at, line, gains, slopes, powers, caps }: Walk): number {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const keep = (value: number, rise: number, least: number): void => {
    if (rise > 0) low = Math.max(low, (least - value) / rise)
    if (rise < 0) high = Math.min(high, (least - value) / rise)
  }
  line.forEach((along, j) => {
    keep(at[j] as number, along, 0)
    keep(-(at[j] as number), -along, -1)
  })
  const [left, right] = [low, high]
  gains.forEach((gain, p) => keep(gain, slopes[p] as number, 0))
  const slope = (step: number): number =>
    gains.reduce((all, gain, p) => {
      const rise = slopes[p] as number
      const own = gain + step * rise
      // Above a ceiling more is worth nothing.
      return Math.abs(rise) < flat || own > (caps[p] as number) * (1 + flat)
        ? all
        : all + ((powers[p] as number) * rise) / own
    }, 0)
  if (!(high > low)) return 0
  if (low === left && slope(low) <= 0) return low
  if (high === right && slope(high) >= 0) return high
  for (let halving = 0; halving < halvings; halving++) {
    const middle = (low + high) / 2
    if (slope(middle) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
