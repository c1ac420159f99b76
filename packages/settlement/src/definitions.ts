/** The sentences that define the solutions, and what is said of each package that one names. */

import type { Package } from './package.ts'
import { divide, min, multiply, ONE, type Rational, rational, subtract } from './rational.ts'
import type { SolutionName, SolutionPackage } from './settlement.ts'

export const definitions: { readonly [name in SolutionName]: string } = {
  nash: 'Nash: among packages that give every party at least its reservation value, the largest product of gains over it (Nash 1950).',
  kalaiSmorodinsky:
    'Kalai-Smorodinsky: the largest smallest ratio of a party’s gain to its ideal gain, the most it could gain in any package acceptable to all (Kalai and Smorodinsky 1975, max-min form).',
  egalitarian:
    'Egalitarian: the smallest gain is as large as possible, then the next smallest, and so on (leximin).',
  utilitarian: 'Utilitarian: the largest sum of utilities among packages acceptable to all.',
  maxNashWelfare:
    'Nash with entitlements: the largest product of gains, each raised to its party’s entitlement (whole exponents in the same proportion).',
}

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
