/** Rows of a compiled problem as exact whole-number gains, for comparing without rounding. */

import type { Compiled } from './blocks.ts'
import type { Rows } from './merge.ts'
import { lcm, type Rational, subtract } from './rational.ts'
import { Undecided } from './refusal.ts'
import { readTotal } from './rows.ts'

/** gain of party p = whole number / den, with one `den` for all parties. */
export type Gains = { readonly den: bigint; readonly of: (rows: Rows, row: number) => bigint[] }

/** Gains over `floors`, which are utilities. */
export function makeGains(compiled: Compiled, floors: readonly Rational[]): Gains {
  const offsets = compiled.bases.map((base, p) => subtract(base, floors[p] as Rational))
  let den = 1n
  for (const value of [...offsets, ...compiled.units]) den = lcm(den, value.den)
  const steps = compiled.units.map(unit => unit.num * (den / unit.den))
  const starts = offsets.map(offset => offset.num * (den / offset.den))
  const { parties, limbs } = compiled
  return {
    den,
    of: (rows, row) =>
      steps.map(
        (step, p) => (starts[p] as bigint) + step * readTotal(rows.rows, (row * parties + p) * limbs, limbs),
      ),
  }
}

/** Lexicographic comparison of scores of equal length. */
export function compareScores(a: readonly bigint[], b: readonly bigint[]): number {
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as bigint
    const y = b[i] as bigint
    if (x !== y) return x > y ? 1 : -1
  }
  return 0
}

export type Scoring = (gains: readonly bigint[]) => readonly bigint[]

/** Product of gains, each to its whole-number exponent; gains must not be negative. */
export function scoreProduct(exponents: readonly bigint[]): Scoring {
  return gains => [gains.reduce((product, gain, p) => product * gain ** (exponents[p] as bigint), 1n)]
}

/** Gains from the smallest up: leximin. */
export const scoreLeximin: Scoring = gains => [...gains].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))

export const scoreSum: Scoring = gains => [gains.reduce((total, gain) => total + gain, 0n)]

/** Smallest of gain / scale over the parties whose scale is positive, as a whole number over Π scales. */
export function scoreMinRatio(scales: readonly bigint[]): Scoring {
  const positive = scales.filter(scale => scale > 0n)
  const product = positive.reduce((all, scale) => all * scale, 1n)
  return gains => {
    let least: bigint | undefined
    for (let p = 0; p < gains.length; p++) {
      const scale = scales[p] as bigint
      if (scale <= 0n) continue
      const scaled = (gains[p] as bigint) * (product / scale)
      if (least === undefined || scaled < least) least = scaled
    }
    return [least ?? product]
  }
}

export type Best = { readonly rows: number[]; readonly score: readonly bigint[] }

/** All rows of best score, or undefined when there are none. Rows with a negative gain do not count. */
export function pickBest(rows: Rows, gains: Gains, scoring: Scoring): Best | undefined {
  let best: readonly bigint[] | undefined
  let winners: number[] = []
  for (let row = 0; row < rows.count; row++) {
    const of = gains.of(rows, row)
    if (of.some(gain => gain < 0n)) continue
    const score = scoring(of)
    const order = best === undefined ? 1 : compareScores(score, best)
    if (order < 0) continue
    if (order > 0) winners = []
    winners.push(row)
    if (order > 0) best = score
  }
  return best === undefined ? undefined : { rows: winners, score: best }
}

/** Powers larger than this together are not worked out. */
export const exponentsSumMax = 1_000

/**
 * Rational entitlements as the smallest whole-number exponents in the same proportion. Throws `Undecided` where their
 * sum exceeds `exponentsSumMax`.
 */
export function wholeExponents(entitlements: readonly Rational[]): bigint[] {
  let den = 1n
  for (const entitlement of entitlements) den = lcm(den, entitlement.den)
  const whole = entitlements.map(entitlement => entitlement.num * (den / entitlement.den))
  const common = whole.reduce((divisor, value) => gcdOf(divisor, value), 0n)
  const exponents = whole.map(value => value / (common === 0n ? 1n : common))
  if (exponents.reduce((all, exponent) => all + exponent, 0n) > BigInt(exponentsSumMax))
    throw new Undecided({ code: 'entitlements-too-fine', sumMax: exponentsSumMax })
  return exponents
}

function gcdOf(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcdOf(b, a % b)
}
