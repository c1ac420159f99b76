/** What the solutions are computed from, and what is said of each package that one names. */

import type { Package } from './package.ts'
import { divide, min, multiply, ONE, type Rational, rational, subtract } from './rational.ts'
import type { SolutionPackage } from './settlement.ts'

export function gainsOf(utilities: readonly Rational[], reservations: readonly Rational[]): Rational[] {
  return utilities.map((utility, p) => subtract(utility, reservations[p] as Rational))
}

/** Smallest gain / ideal gain over parties that can gain; one when none can. */
export function leastRatio(gains: readonly Rational[], idealGains: readonly Rational[]): Rational {
  const ratios = gains.flatMap((gain, p) => {
    const ideal = idealGains[p] as Rational
    return ideal.num === 0n ? [] : [divide(gain, ideal)]
  })
  return ratios.length === 0 ? ONE : ratios.reduce(min)
}

/** The product of gains, each raised to its exponent. */
export function powerProduct(gains: readonly Rational[], exponents: readonly bigint[]): Rational {
  return gains.reduce((all, gain, p) => {
    const exponent = exponents[p] as bigint
    return multiply(all, rational(gain.num ** exponent, gain.den ** exponent))
  }, ONE)
}

export type Described = {
  readonly package: Package
  readonly utilities: readonly Rational[]
  readonly reservations: readonly Rational[]
  readonly idealGains: readonly Rational[]
  readonly efficient: boolean
}

export function describePackage({
  package: of,
  utilities,
  reservations,
  idealGains,
  efficient,
}: Described): SolutionPackage {
  const gains = gainsOf(utilities, reservations)
  const ratios = gains.map((gain, p) => {
    const ideal = idealGains[p] as Rational
    return ideal.num === 0n ? undefined : divide(gain, ideal)
  })
  return { package: of, utilities, gains, ratios, efficient }
}
