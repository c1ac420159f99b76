/**
 * Exact whole-number vectors in typed arrays. A row holds, for each party, one total of `limbs` digits in
 * base 2^52, most significant first. One limb serves totals below 2^53, which float64 adds exactly; real
 * files with many decimals need two, and any number works.
 */

import { bitLength } from './rational.ts'

export const limbBits = 52
const limbBase = 2 ** limbBits
const limbMask = (1n << BigInt(limbBits)) - 1n

/** Limbs that hold every total up to `total`, sums included. */
export function limbsFor(total: bigint): number {
  return total < 2n ** 53n ? 1 : Math.ceil(bitLength(total) / limbBits)
}

/** More digits of 52 bits than these are not added up: the time for each sum grows with them. */
export const limbsMax = 400

/** Decimal digits that fit so many limbs. */
export function digitsIn(limbs: number): number {
  return Math.floor(limbs * limbBits * Math.log10(2))
}

export function writeTotal(total: bigint, out: Float64Array, offset: number, limbs: number): void {
  if (limbs === 1) {
    out[offset] = Number(total)
    return
  }
  let rest = total
  for (let limb = limbs - 1; limb >= 0; limb--) {
    out[offset + limb] = Number(rest & limbMask)
    rest >>= BigInt(limbBits)
  }
}

export function readTotal(rows: Float64Array, offset: number, limbs: number): bigint {
  let total = 0n
  for (let limb = 0; limb < limbs; limb++)
    total = (total << BigInt(limbBits)) + BigInt(rows[offset + limb] as number)
  return total
}

/** Digits beyond these are below half an ulp of any total of full height. */
const limbsSeen = 3

/**
 * A float within an ulp or so of one total over 2^(52 · (limbs - 1)), which is below 2^53 whatever the limbs: no total
 * is ever too large or too small for float64. Monotone: a larger total never has a smaller approximation.
 */
export function approximateTotal(rows: Float64Array, offset: number, limbs: number): number {
  let total = 0
  for (let limb = Math.min(limbs, limbsSeen) - 1; limb >= 0; limb--) {
    total = total / limbBase + (rows[offset + limb] as number)
  }
  return total
}

/** What totals are divided by in `approximateTotal`. */
export function approximationUnit(limbs: number): bigint {
  return 1n << BigInt(limbBits * (limbs - 1))
}

/** How far a largest total is shifted up so that its first limb is full: small parties are seen as well as large. */
export function shiftFor(largest: bigint, limbs: number): bigint {
  return limbs === 1 || largest === 0n ? 0n : BigInt(limbs * limbBits - bitLength(largest))
}

/** out[o..] = a[i..] + b[j..], over `width` digits in groups of `limbs`. */
export function addRows(
  out: Float64Array,
  o: number,
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  width: number,
  limbs: number,
): void {
  if (limbs === 1) {
    for (let c = 0; c < width; c++) out[o + c] = (a[i + c] as number) + (b[j + c] as number)
    return
  }
  for (let party = 0; party < width; party += limbs) {
    let carry = 0
    for (let c = party + limbs - 1; c > party; c--) {
      let digit = (a[i + c] as number) + (b[j + c] as number) + carry
      carry = digit >= limbBase ? 1 : 0
      if (carry === 1) digit -= limbBase
      out[o + c] = digit
    }
    out[o + party] = (a[i + party] as number) + (b[j + party] as number) + carry
  }
}

/** out = a - b; returns false, leaving `out` unspecified, when a total would be negative. */
export function subtractRows(
  out: Float64Array,
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  width: number,
  limbs: number,
): boolean {
  for (let party = 0; party < width; party += limbs) {
    let borrow = 0
    for (let c = party + limbs - 1; c >= party; c--) {
      let digit = (a[i + c] as number) - (b[j + c] as number) - borrow
      borrow = 0
      if (digit < 0) {
        if (c === party) return false
        digit += limbBase
        borrow = 1
      }
      out[c] = digit
    }
  }
  return true
}

/** Positive, zero or negative as row a is lexicographically above, equal to or below row b. */
export function compareRows(a: Float64Array, i: number, b: Float64Array, j: number, width: number): number {
  for (let c = 0; c < width; c++) {
    const difference = (a[i + c] as number) - (b[j + c] as number)
    if (difference !== 0) return difference
  }
  return 0
}

/** Index of an equal row among `count` rows sorted lexicographically descending, or -1. */
export function findRow(rows: Float64Array, count: number, row: Float64Array, width: number): number {
  let low = 0
  let high = count - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const order = compareRows(rows, middle * width, row, 0, width)
    if (order === 0) return middle
    if (order > 0) low = middle + 1
    else high = middle - 1
  }
  return -1
}
