/**
 * Exact rational numbers: lowest terms, positive denominator. The only numbers the engine believes.
 * Floats enter through their shortest decimal text (`0.1` is 1/10), never through their binary expansion.
 */
export type Rational = { readonly num: bigint; readonly den: bigint }

/** Longer number texts are refused rather than parsed: a hostile file must not buy a slow parse. */
export const numberCharsMax = 512
/** Largest power of ten accepted in exponent notation, either sign. */
export const exponentMax = 400

export const ZERO: Rational = { num: 0n, den: 1n }
export const ONE: Rational = { num: 1n, den: 1n }

/** num/den in lowest terms. Throws `RangeError` when `den` is zero. */
export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  const n = BigInt(num)
  const d = BigInt(den)
  if (d === 0n) throw new RangeError('denominator is zero')
  if (d === 1n) return { num: n, den: 1n }
  const g = gcd(n, d)
  const sign = d < 0n ? -1n : 1n
  return { num: (sign * n) / g, den: (sign * d) / g }
}

/**
 * Reads `12`, `-0.5`, `.5`, `1e-3`, `2/3`, `1.5/4`, surrounding blanks allowed.
 * Returns undefined for anything else, for a zero denominator, and past `numberCharsMax` or `exponentMax`.
 */
export function parseRational(text: string): Rational | undefined {
  const trimmed = text.trim()
  if (trimmed.length > numberCharsMax) return undefined
  const [above, below, ...rest] = trimmed.split('/')
  if (above === undefined || rest.length > 0) return undefined
  const numerator = parseDecimal(above.trim())
  if (below === undefined || numerator === undefined) return numerator
  const denominator = parseDecimal(below.trim())
  if (denominator === undefined || denominator.num === 0n) return undefined
  return divide(numerator, denominator)
}

function parseDecimal(text: string): Rational | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/.exec(text)
  if (match === null) return undefined
  const [, sign, whole = '', fraction = '', exponentText = '0'] = match
  if (whole === '' && fraction === '') return undefined
  const exponent = Number(exponentText)
  if (Math.abs(exponent) > exponentMax) return undefined
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n)
  const power = exponent - fraction.length
  return power >= 0
    ? { num: digits * 10n ** BigInt(power), den: 1n }
    : rational(digits, 10n ** BigInt(-power))
}

/** The number a person sees when the float is printed. Throws `RangeError` when it is not finite. */
export function fromNumber(value: number): Rational {
  const parsed = Number.isFinite(value) ? parseRational(String(value)) : undefined
  if (parsed === undefined) throw new RangeError(`not a finite number: ${value}`)
  return parsed
}

export function add(a: Rational, b: Rational): Rational {
  if (a.den === b.den) return a.den === 1n ? { num: a.num + b.num, den: 1n } : rational(a.num + b.num, a.den)
  return rational(a.num * b.den + b.num * a.den, a.den * b.den)
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b))
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.num * b.num, a.den * b.den)
}

/** Throws `RangeError` when `b` is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den, a.den * b.num)
}

export function negate(a: Rational): Rational {
  return { num: -a.num, den: a.den }
}

/** Over one common denominator, reduced once: adding one by one would reduce a long fraction at every step. */
export function sum(values: Iterable<Rational>): Rational {
  const list = [...values]
  let den = 1n
  for (const value of list) if (den % value.den !== 0n) den = lcm(den, value.den)
  let num = 0n
  for (const value of list) num += value.den === den ? value.num : value.num * (den / value.den)
  return rational(num, den)
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** By the first numbers that differ; lists are of one length. */
export function compareLists(a: readonly Rational[], b: readonly Rational[]): number {
  for (const [i, value] of a.entries()) {
    const order = compare(value, b[i] as Rational)
    if (order !== 0) return order
  }
  return 0
}

export function equals(a: Rational, b: Rational): boolean {
  return a.num === b.num && a.den === b.den
}

export function min(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b
}

export function max(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b
}

/** -1n, 0n or 1n. */
export function sign(a: Rational): bigint {
  return a.num < 0n ? -1n : a.num > 0n ? 1n : 0n
}

/** Largest whole number not above a. */
export function floor(a: Rational): bigint {
  const quotient = a.num / a.den
  return a.num < 0n && quotient * a.den !== a.num ? quotient - 1n : quotient
}

export function isWhole(a: Rational): boolean {
  return a.den === 1n
}

/**
 * a as decimal text. Without `places`: exact, or undefined when the expansion never ends (1/3).
 * With `places`: rounded half away from zero to that many places, trailing zeros kept.
 */
export function toDecimal(a: Rational): string | undefined
export function toDecimal(a: Rational, places: number): string
export function toDecimal(a: Rational, places?: number): string | undefined {
  if (places === undefined) {
    const exact = exactPlaces(a.den)
    return exact === undefined ? undefined : decimalText(a.num * (10n ** BigInt(exact) / a.den), exact)
  }
  const scaled = (a.num < 0n ? -a.num : a.num) * 10n ** BigInt(places) * 2n + a.den
  const rounded = scaled / (2n * a.den)
  return decimalText(a.num < 0n ? -rounded : rounded, places)
}

/** Exact text that `parseRational` reads back: a decimal where it ends, a fraction otherwise. */
export function toText(a: Rational): string {
  return toDecimal(a) ?? `${a.num}/${a.den}`
}

/** Nearest float, within an ulp or two; for drawing and for solvers, never for comparing. */
export function toNumber(a: Rational): number {
  const top = Number(a.num)
  const bottom = Number(a.den)
  if (Number.isFinite(top) && Number.isFinite(bottom)) return top / bottom
  // Beyond float64's range only the leading bits count; the power of two comes back in halves, lest it overflow.
  const up = Math.max(0, bitLength(a.num) - 64)
  const down = Math.max(0, bitLength(a.den) - 64)
  const ratio = Number(a.num >> BigInt(up)) / Number(a.den >> BigInt(down))
  const half = Math.trunc((up - down) / 2)
  return ratio * 2 ** half * 2 ** (up - down - half)
}

export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  while (y > wholeMax) [x, y] = [y, x % y]
  if (y === 0n) return x
  // Most of the steps, and most numbers, fit floats, which divide whole numbers below 2^53 exactly and much faster.
  let m = Number(y)
  let n = Number(x % y)
  while (n !== 0) [m, n] = [n, m % n]
  return BigInt(m)
}

const wholeMax = BigInt(Number.MAX_SAFE_INTEGER)

export function lcm(a: bigint, b: bigint): bigint {
  return a === 0n || b === 0n ? 0n : (a / gcd(a, b)) * b
}

/** Bits of |a|. */
export function bitLength(a: bigint): number {
  return a === 0n ? 0 : (a < 0n ? -a : a).toString(2).length
}

/** Places after which num/den ends, or undefined when den has a prime other than 2 and 5. */
function exactPlaces(den: bigint): number | undefined {
  let rest = den
  let twos = 0
  let fives = 0
  while (rest % 2n === 0n) {
    rest /= 2n
    twos++
  }
  while (rest % 5n === 0n) {
    rest /= 5n
    fives++
  }
  return rest === 1n ? Math.max(twos, fives) : undefined
}

function decimalText(scaled: bigint, places: number): string {
  const negative = scaled < 0n
  const digits = (negative ? -scaled : scaled).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = places > 0 ? `.${digits.slice(digits.length - places)}` : ''
  return `${negative ? '-' : ''}${whole}${fraction}`
}
