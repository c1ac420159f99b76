/** Whether a division is fair, by the usual tests, each with the numbers behind it. */

import {
  compare,
  divide,
  lcm,
  max,
  multiply,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from '../rational.ts'
import { type Allocation, assertGoods, bundleValue, type Goods } from './goods.ts'

export type Fairness = {
  /** Who would rather have whose bundle, scaled by entitlements, and by how much. Empty: envy-free. */
  readonly envy: readonly { readonly claimant: number; readonly of: number; readonly amount: Rational }[]
  /** Envy goes away when some one good leaves the envied bundle. Undefined when goods are cut. */
  readonly envyFreeUpToOneGood: boolean | undefined
  /** Per claimant: worth received, fair share (part of the entitlements times the worth of everything). */
  readonly proportionality: readonly {
    readonly worth: Rational
    readonly fairShare: Rational
    readonly holds: boolean
  }[]
  /**
   * Per claimant: the most it could secure by cutting the goods into as many bundles as there are claimants
   * and taking the worst (equal entitlements only; Budish 2011). Undefined past `bundlingsMax`.
   */
  readonly maximinShare: readonly ({ readonly share: Rational; readonly holds: boolean } | undefined)[]
}

/** Distinct ways of bundling kept while computing a maximin share. */
export const bundlingsMax = 5_000

export function checkFairness(goods: Goods, allocation: Allocation): Fairness {
  assertGoods(goods)
  const { claimants } = goods
  const whole = sum(claimants.map(claimant => claimant.entitlement))
  const isEven = claimants.every(
    claimant => compare(claimant.entitlement, (claimants[0] ?? claimant).entitlement) === 0,
  )
  const pairs = claimants.flatMap((_, c) =>
    claimants.flatMap((_, of) => (of === c ? [] : [{ claimant: c, of }])),
  )
  const envy = pairs
    .map(pair => ({ ...pair, amount: envyOf(goods, allocation, pair, ZERO) }))
    .filter(({ amount }) => amount.num > 0n)
  const isCut = allocation.shares.some(shares => shares.some(share => share.den !== 1n))
  return {
    envy,
    envyFreeUpToOneGood: isCut
      ? undefined
      : envy.every(pair => envyOf(goods, allocation, pair, largestGood(goods, allocation, pair)).num <= 0n),
    proportionality: claimants.map((claimant, c) => {
      const worth = bundleValue(goods, allocation, c, c)
      const fairShare = multiply(sum(claimant.values), divide(claimant.entitlement, whole))
      return { worth, fairShare, holds: compare(worth, fairShare) >= 0 }
    }),
    maximinShare: claimants.map((claimant, c) => {
      const share = isEven ? maximinShare(claimant.values, claimants.length) : undefined
      return share && { share, holds: compare(bundleValue(goods, allocation, c, c), share) >= 0 }
    }),
  }
}

type Pair = { readonly claimant: number; readonly of: number }

/** Worth of the other's bundle less `without`, per unit of its entitlement, against one's own. */
function envyOf(goods: Goods, allocation: Allocation, { claimant, of }: Pair, without: Rational): Rational {
  const per = (bundle: number, less: Rational): Rational =>
    divide(
      subtract(bundleValue(goods, allocation, claimant, bundle), less),
      goods.claimants[bundle]?.entitlement ?? rational(1),
    )
  return subtract(per(of, without), per(claimant, ZERO))
}

function largestGood(goods: Goods, allocation: Allocation, { claimant, of }: Pair): Rational {
  const values = goods.claimants[claimant]?.values ?? []
  return (allocation.shares[of] ?? []).reduce(
    (most, share, g) => (share.num === 0n ? most : max(most, values[g] as Rational)),
    ZERO,
  )
}

/**
 * Exact by keeping every distinct multiset of bundle values; undefined past `bundlingsMax`.
 * Goods are placed from the largest down, and no bundle needs more than the average.
 */
export function maximinShare(values: readonly Rational[], bundles: number): Rational | undefined {
  let den = 1n
  for (const value of values) den = lcm(den, value.den)
  const whole = values
    .map(value => value.num * (den / value.den))
    .sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))
  const enough = whole.reduce((total, value) => total + value, 0n) / BigInt(bundles)
  let states = new Map<string, bigint[]>([['', Array.from({ length: bundles }, () => 0n)]])
  for (const value of whole) {
    const next = new Map<string, bigint[]>()
    for (const state of states.values()) {
      for (let b = 0; b < bundles; b++) {
        if (b > 0 && state[b] === state[b - 1]) continue
        const filled = [...state]
        const total = (filled[b] as bigint) + value
        filled[b] = total > enough ? enough : total
        filled.sort((x, y) => (x < y ? -1 : x > y ? 1 : 0))
        next.set(filled.join(), filled)
      }
      if (next.size > bundlingsMax) return undefined
    }
    states = next
  }
  let best = 0n
  for (const [least] of states.values()) if (least !== undefined && least > best) best = least
  return rational(best, den)
}
