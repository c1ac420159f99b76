/** Knaster's procedure of sealed bids (Steinhaus 1948): goods to the highest bidder, money makes it fair. */

import { add, compare, divide, multiply, ONE, type Rational, subtract, sum, ZERO } from '../rational.ts'
import { type Allocation, assertGoods, type Goods } from './goods.ts'

export type Knaster = Allocation & {
  /** Per good: who receives it, and what each claimant receives in money (negative: pays). */
  readonly rows: readonly KnasterRow[]
  /** Net money per claimant; adds up to zero. */
  readonly money: readonly Rational[]
  /** Worth of goods and money to each claimant, by its own bids: at least its fair share. */
  readonly worth: readonly Rational[]
  /** Each claimant's bids in total times its part of the entitlements. */
  readonly fairShare: readonly Rational[]
}

export type KnasterRow = {
  readonly good: number
  readonly winner: number
  readonly surplus: Rational
  readonly money: readonly Rational[]
}

/** Money in the unit of the bids. Equal highest bids: the earlier claimant wins, which changes nobody's worth. */
export function knaster(goods: Goods): Knaster {
  assertGoods(goods)
  const { claimants } = goods
  const whole = sum(claimants.map(claimant => claimant.entitlement))
  const parts = claimants.map(claimant => divide(claimant.entitlement, whole))
  const rows = goods.goods.map((_, good): KnasterRow => {
    const bids = claimants.map(claimant => claimant.values[good] as Rational)
    const winner = bids.reduce((best, bid, c) => (compare(bid, bids[best] as Rational) > 0 ? c : best), 0)
    const shares = bids.map((bid, c) => multiply(bid, parts[c] as Rational))
    const highest = bids[winner] as Rational
    const surplus = subtract(highest, sum(shares))
    const money = shares.map((share, c) => {
      const worth = add(share, multiply(surplus, parts[c] as Rational))
      return c === winner ? subtract(worth, highest) : worth
    })
    return { good, winner, surplus, money }
  })
  const money = claimants.map((_, c) => sum(rows.map(row => row.money[c] as Rational)))
  const won = claimants.map((claimant, c) =>
    sum(rows.filter(row => row.winner === c).map(row => claimant.values[row.good] as Rational)),
  )
  return {
    rows,
    money,
    worth: money.map((amount, c) => add(amount, won[c] as Rational)),
    fairShare: claimants.map((claimant, c) => multiply(sum(claimant.values), parts[c] as Rational)),
    shares: claimants.map((_, c) => rows.map(row => (row.winner === c ? ONE : ZERO))),
  }
}
