/**
 * A compiled problem in floats, for choosing where to search. Each party's totals are seen over a power of two
 * (`approximateTotal`), so that they lie below 2^53 however large or small its utilities are. What is asked for stays
 * exact (`Aim`); its floats (`Goal`) and their rounding decide nothing.
 */

import type { Compiled } from './blocks.ts'
import type { Goal } from './goal.ts'
import {
  bitLength,
  compare,
  divide,
  floor,
  max,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  subtract,
  sum,
  toNumber,
  ZERO,
} from './rational.ts'
import { approximationUnit } from './rows.ts'

/** What is to be maximised over packages in which every party keeps its floor; all in utilities. */
export type Aim =
  /** Π (utility − floor)^exponent, every factor positive. */
  | { readonly kind: 'product'; readonly floors: readonly Rational[]; readonly exponents: readonly bigint[] }
  /** The smallest (utility − floor) / scale over parties with scale > 0, below zero too; the others keep their floor. */
  | { readonly kind: 'minimum'; readonly floors: readonly Rational[]; readonly scales: readonly Rational[] }
  /** Σ weight · utility, weights not negative. */
  | { readonly kind: 'sum'; readonly floors: readonly Rational[]; readonly weights: readonly Rational[] }

/** Per party, the utility of 1 in `approximateTotal`. */
export function seenUnits({ units, limbs }: Compiled): Rational[] {
  const unit = rational(approximationUnit(limbs))
  return units.map(each => multiply(each, unit))
}

/**
 * Beyond this a floor is out of reach, or no floor, in any case: totals stay below 2^53, and the margins for rounding,
 * which grow with the floors, exceed all of them.
 */
const floorMax = 2 ** 200
/** Shares of a party whose scale is smaller against the largest differ from none by less than the margins. */
const scaleMin = 2 ** -600

/** Utilities as totals. */
export function floorTotals(compiled: Compiled, floors: readonly Rational[]): Float64Array {
  const units = seenUnits(compiled)
  return Float64Array.from(floors, (each, p) => {
    const total = toNumber(divide(subtract(each, compiled.bases[p] as Rational), units[p] as Rational))
    return Math.max(-floorMax, Math.min(floorMax, total))
  })
}

/** An aim over a compiled problem, with its floats. */
export type Target = {
  readonly compiled: Compiled
  readonly aim: Aim
  readonly goal: Goal
  /** Utility of 1 in a party's totals. */
  readonly units: readonly Rational[]
  /** What the aim's measure is divided by in `goal`, so that its largest factor there is one. */
  readonly norm: Rational
}

export function targetOf(compiled: Compiled, aim: Aim): Target {
  const units = seenUnits(compiled)
  const norm = normOf(compiled, aim, units)
  return { compiled, aim, units, norm, goal: aimToGoal(compiled, aim, units, norm) }
}

function aimToGoal(compiled: Compiled, aim: Aim, units: readonly Rational[], norm: Rational): Goal {
  const floors = floorTotals(compiled, aim.floors)
  const share = (value: Rational): number => toNumber(divide(value, norm))
  switch (aim.kind) {
    case 'product':
      return { kind: 'product', floors, exponents: Float64Array.from(aim.exponents, Number) }
    case 'minimum':
      return {
        kind: 'minimum',
        floors,
        scales: Float64Array.from(aim.scales, (scale, p) =>
          scale.num === 0n ? 0 : Math.min(1, Math.max(scaleMin, share(divide(scale, units[p] as Rational)))),
        ),
      }
    case 'sum':
      return {
        kind: 'sum',
        floors,
        weights: Float64Array.from(aim.weights, (weight, p) =>
          isFlat(compiled, p) ? 0 : share(multiply(weight, units[p] as Rational)),
        ),
      }
    default:
      return aim satisfies never
  }
}

function normOf(compiled: Compiled, aim: Aim, units: readonly Rational[]): Rational {
  const factors = (list: readonly Rational[], of: (a: Rational, b: Rational) => Rational): Rational =>
    list.map((value, p) => (isFlat(compiled, p) ? ZERO : of(value, units[p] as Rational))).reduce(max, ZERO)
  switch (aim.kind) {
    case 'product':
      return ONE
    case 'minimum':
      return orOne(factors(aim.scales, divide))
    case 'sum':
      return orOne(factors(aim.weights, multiply))
    default:
      return aim satisfies never
  }
}

function orOne(value: Rational): Rational {
  return value.num === 0n ? ONE : value
}

/** Whether no package gives the party more than another. */
function isFlat({ blocks, parties, limbs }: Compiled, p: number): boolean {
  const width = parties * limbs
  return blocks.every(({ rows, count }) => {
    for (let row = 0; row < count; row++) {
      for (let c = 0; c < limbs; c++) if (rows[row * width + p * limbs + c] !== 0) return false
    }
    return true
  })
}

/**
 * The goal's measure of exact utilities, rounded once; undefined where a party misses its floor, or for a product gains
 * nothing. `minimum` counts what is below the floors of parties with a scale.
 */
export function measureOf(
  { compiled, aim, units, norm }: Target,
  utilities: readonly Rational[],
): number | undefined {
  const gains = utilities.map((utility, p) => subtract(utility, aim.floors[p] as Rational))
  switch (aim.kind) {
    case 'product': {
      if (gains.some(gain => gain.num <= 0n)) return undefined
      return gains.reduce(
        (total, gain, p) =>
          total + Number(aim.exponents[p]) * logarithmOf(divide(gain, units[p] as Rational)),
        0,
      )
    }
    case 'minimum': {
      if (gains.some((gain, p) => gain.num < 0n && (aim.scales[p] as Rational).num === 0n)) return undefined
      const shares = gains.flatMap((gain, p) => {
        const scale = aim.scales[p] as Rational
        return scale.num === 0n ? [] : [divide(gain, scale)]
      })
      const least = shares.reduce<Rational | undefined>(
        (low, share) => (low === undefined || compare(share, low) < 0 ? share : low),
        undefined,
      )
      return least === undefined ? Number.POSITIVE_INFINITY : toNumber(multiply(least, norm))
    }
    case 'sum': {
      if (gains.some(gain => gain.num < 0n)) return undefined
      const worth = utilities.map((utility, p) =>
        multiply(aim.weights[p] as Rational, subtract(utility, compiled.bases[p] as Rational)),
      )
      return toNumber(divide(sum(worth), norm))
    }
    default:
      return aim satisfies never
  }
}

/** Natural logarithm of a positive rational, of any size. */
export function logarithmOf({ num, den }: Rational): number {
  return logarithmOfWhole(num) - logarithmOfWhole(den)
}

function logarithmOfWhole(value: bigint): number {
  const shift = Math.max(0, bitLength(value) - 64)
  return Math.log(Number(value >> BigInt(shift))) + shift * Math.LN2
}

/** The bound rounded up to 17 digits or so: it stays a bound, and can be read. */
export function roundUp(value: Rational): Rational {
  const digits = Math.ceil((bitLength(value.num) - bitLength(value.den)) * Math.log10(2))
  const places = 17 - digits
  const power = 10n ** BigInt(Math.abs(places))
  const scaled = places >= 0 ? rational(value.num * power, value.den) : rational(value.num, value.den * power)
  const up = -floor(negate(scaled))
  return places >= 0 ? rational(up, power) : rational(up * power)
}
