/** Goods to be divided among claimants who value them additively. */

import { multiply, type Rational, sum } from '../rational.ts'

export type Goods = {
  readonly goods: readonly string[]
  readonly claimants: readonly Claim[]
}

export type Claim = {
  readonly name: string
  /** One per good; zero or more. Points, or money for Knaster's procedure. */
  readonly values: readonly Rational[]
  /** Share of the whole due to the claimant, in proportion to the others' entitlements. Positive. */
  readonly entitlement: Rational
}

/** `shares[c][g]` is the part of good g that claimant c receives; the parts of a good add up to one. */
export type Allocation = { readonly shares: readonly (readonly Rational[])[] }

/** What claimant `of` thinks the bundle of claimant `whose` is worth. */
export function bundleValue(
  { claimants }: Goods,
  { shares }: Allocation,
  of: number,
  whose: number,
): Rational {
  const values = claimants[of]?.values ?? []
  return sum((shares[whose] ?? []).map((share, g) => multiply(share, values[g] as Rational)))
}

/** Throws `RangeError` unless there are claimants, one value per good, none negative, entitlements positive. */
export function assertGoods({ goods, claimants }: Goods): void {
  if (claimants.length === 0) throw new RangeError('at least one claimant is needed')
  for (const { name, values, entitlement } of claimants) {
    if (values.length !== goods.length) throw new RangeError(`${name} needs one value per good`)
    if (values.some(value => value.num < 0n)) throw new RangeError(`${name} values a good below zero`)
    if (entitlement.num <= 0n) throw new RangeError(`${name} needs a positive entitlement`)
  }
}
