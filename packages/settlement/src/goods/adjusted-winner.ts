/** Adjusted Winner for two claimants (Brams and Taylor 1996), in exact rationals. */

import { add, compare, divide, min, multiply, ONE, type Rational, subtract, ZERO } from '../rational.ts'
import { type Allocation, assertGoods, type Goods } from './goods.ts'

export type AdjustedWinner = Allocation & {
  /** Points each claimant receives, in its own points. */
  readonly points: readonly [Rational, Rational]
  /** Points over entitlement; equal unless all that the leader still holds is worth nothing to the other. */
  readonly level: readonly [Rational, Rational]
  /** Goods valued alike, with the claimant that trailed and so received them before any transfer. */
  readonly ties: readonly { readonly good: number; readonly to: number }[]
  /** In order: which good moved, from whom, and what part of it. At most the last is less than one. */
  readonly transfers: readonly { readonly good: number; readonly from: number; readonly part: Rational }[]
}

/**
 * Each good goes to the claimant that gives it more points; goods valued alike then go, in order, to whoever
 * trails (the first claimant when level); then goods move from the leader, smallest ratio of points first,
 * until points over entitlement are equal or nothing is left that the other values. The result is efficient;
 * where levels are equal it is equitable and, with equal entitlements and equal totals, envy-free. Throws `RangeError` unless there are exactly two claimants.
 */
export function adjustedWinner(goods: Goods): AdjustedWinner {
  assertGoods(goods)
  const [a, b] = goods.claimants
  if (a === undefined || b === undefined || goods.claimants.length !== 2) {
    throw new RangeError('Adjusted Winner divides between exactly two claimants')
  }
  const claimants = [a, b] as const
  const points: [Rational, Rational] = [ZERO, ZERO]
  const owner: number[] = []
  const levelOf = (side: number): Rational =>
    divide(points[side] as Rational, (claimants[side] ?? a).entitlement)
  const valueOf = (side: number, good: number): Rational => (claimants[side] ?? a).values[good] as Rational
  const give = (good: number, to: number): void => {
    owner[good] = to
    points[to] = add(points[to] as Rational, valueOf(to, good))
  }
  const tied: number[] = []
  goods.goods.forEach((_, good) => {
    const order = compare(valueOf(0, good), valueOf(1, good))
    if (order === 0) tied.push(good)
    else give(good, order > 0 ? 0 : 1)
  })
  const ties = tied.map(good => {
    const to = compare(levelOf(0), levelOf(1)) <= 0 ? 0 : 1
    give(good, to)
    return { good, to }
  })
  const leader = compare(levelOf(0), levelOf(1)) >= 0 ? 0 : 1
  const other = 1 - leader
  // value to leader / value to other, ascending, compared crosswise. What is worth nothing to the other has no finite
  // ratio: it stays, since moving it would take from one and give to nobody.
  const movable = goods.goods
    .map((_, good) => good)
    .filter(good => owner[good] === leader && valueOf(other, good).num > 0n)
    .sort((x, y) =>
      compare(
        multiply(valueOf(leader, x), valueOf(other, y)),
        multiply(valueOf(leader, y), valueOf(other, x)),
      ),
    )
  const parts = goods.goods.map(() => ONE)
  const transfers: { good: number; from: number; part: Rational }[] = []
  for (const good of movable) {
    const lead = subtract(levelOf(leader), levelOf(other))
    if (lead.num <= 0n) break
    const perWhole = add(
      divide(valueOf(leader, good), (claimants[leader] ?? a).entitlement),
      divide(valueOf(other, good), (claimants[other] ?? a).entitlement),
    )
    const part = min(ONE, divide(lead, perWhole))
    points[leader] = subtract(points[leader], multiply(part, valueOf(leader, good)))
    points[other as 0 | 1] = add(points[other as 0 | 1], multiply(part, valueOf(other, good)))
    parts[good] = subtract(ONE, part)
    transfers.push({ good, from: leader, part })
  }
  const shares = [0, 1].map(side =>
    goods.goods.map((_, good) => {
      const kept = parts[good] as Rational
      return owner[good] === side ? kept : subtract(ONE, kept)
    }),
  )
  return { shares, points, level: [levelOf(0), levelOf(1)], ties, transfers }
}
