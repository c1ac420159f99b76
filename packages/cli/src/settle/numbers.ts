/** Exact numbers for two readers: programs, who want all digits, and people, who want few. */

import {
  equals,
  multiply,
  parseRational,
  type Rational,
  rational,
  toDecimal,
  toText,
} from '@goodoffices/settlement'

/** Places for a number whose decimals never end; the exact fraction is given beside it. */
const jsonPlaces = 20

/** The exact decimal, or the decimal rounded at `jsonPlaces`. */
export function toJsonText(value: Rational): string {
  return toDecimal(value) ?? toDecimal(value, jsonPlaces)
}

/** Whether `toJsonText` had to round. */
export function isRounded(value: Rational): boolean {
  return toDecimal(value) === undefined
}

export function toFraction(value: Rational): string {
  return value.den === 1n ? String(value.num) : `${value.num}/${value.den}`
}

/** At most `places` decimals, no trailing zeros: 0.5, 65.8333. What would be rounded to nothing is something: 9e-400. */
export function toShort(value: Rational, places = 4): string {
  const exact = toDecimal(value)
  if (exact !== undefined && (exact.split('.')[1]?.length ?? 0) <= places) return exact
  const rounded = toDecimal(value, places).replace(/\.?0+$/, '')
  return /^-?0?$/.test(rounded) ? toPowerOfTen(value, places) : rounded
}

/** For what is less than one: one digit before the point, and the power of ten, as a problem file may have it. */
function toPowerOfTen({ num, den }: Rational, places: number): string {
  const size = num < 0n ? -num : num
  let power = Math.max(0, String(den).length - String(size).length)
  while (size * 10n ** BigInt(power) < den) power += 1
  const digits = toDecimal(rational(num * 10n ** BigInt(power), den), places).replace(/\.?0+$/, '')
  return `${digits}e-${power}`
}

/** For sums to be checked by hand: short decimals as they are, small fractions as fractions, the rest rounded. */
export function toFactor(value: Rational, places = 6): string {
  const isSmall =
    toDecimal(value) === undefined && value.den < 1000n && value.num < 1000n && value.num > -1000n
  const text = isSmall ? toFraction(value) : toShort(value, places)
  return value.num < 0n ? `(${text})` : text
}

/** Whether `toFactor` gives the number itself. */
export function isFactorExact(value: Rational, places = 6): boolean {
  const parsed = parseRational(toFactor(value, places).replaceAll(/[()]/g, ''))
  return parsed !== undefined && equals(parsed, value)
}

/** Like `toShort`, marked ≈ where digits were dropped. */
export function toMarked(value: Rational, places = 4): string {
  const short = toShort(value, places)
  return toText(value) === short ? short : `≈ ${short}`
}

/** A share as a whole percentage, at most one decimal: 66.7 %. */
export function toPercent(share: Rational): string {
  return `${toShort(multiply(share, rational(100)), 1)} %`
}

/** 1944000 as 1,944,000. */
export function toGrouped(count: bigint): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}
