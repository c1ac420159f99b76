/** Settlements over an amount of money alone. */

import { add, compare, divide, max, min, multiply, type Rational, rational, subtract } from './rational.ts'

const TWO = rational(2)

/** Half way between two amounts, exactly. */
export function midpoint(a: Rational, b: Rational): Rational {
  return divide(add(a, b), TWO)
}

export const blindRoundsMax = 3

export type BlindRound = { readonly offer: Rational; readonly demand: Rational }

export type BlindOutcome =
  /** `round` counts from one. */
  | { readonly kind: 'settled'; readonly round: number; readonly amount: Rational }
  | { readonly kind: 'open'; readonly roundsLeft: number }

/**
 * Blind bidding in up to three rounds: the first round whose offer reaches the demand settles at the
 * midpoint (as in US patents 6330551 and 6954741). With `within`, a share of the demand such as 1/20, a round
 * whose demand exceeds the offer by no more than that share of the demand settles at the midpoint too.
 * Throws `RangeError` on more rounds than `blindRoundsMax`.
 */
export function settleBlind(rounds: readonly BlindRound[], within: Rational = rational(0)): BlindOutcome {
  if (rounds.length > blindRoundsMax) throw new RangeError(`at most ${blindRoundsMax} rounds`)
  for (const [i, { offer, demand }] of rounds.entries()) {
    const gap = subtract(demand, offer)
    if (gap.num <= 0n || compare(gap, multiply(demand, within)) <= 0) {
      return { kind: 'settled', round: i + 1, amount: midpoint(offer, demand) }
    }
  }
  return { kind: 'open', roundsLeft: blindRoundsMax - rounds.length }
}

/** "I go to `goTo` if you go to `ifOther`." Payers go up; receivers come down. */
export type ConditionalMove = { readonly goTo: Rational; readonly ifOther: Rational }

export type ConditionalRange = {
  /** The payer's and the receiver's amounts once every condition that can be met is met. */
  readonly offer: Rational
  readonly demand: Rational
  /** Numbers of the moves that took effect, in each side's list. */
  readonly payerMoves: readonly number[]
  readonly receiverMoves: readonly number[]
  /** Present when offer reaches demand: the midpoint. */
  readonly amount?: Rational
}

export type ConditionalInput = {
  readonly offer: Rational
  readonly demand: Rational
  readonly payer: readonly ConditionalMove[]
  readonly receiver: readonly ConditionalMove[]
}

/**
 * Conditional money ranges: the largest set of moves that justify each other. Moves are assumed made and
 * struck out while their condition fails, so two moves that depend on each other both take effect.
 */
export function resolveConditionalMoves({
  offer,
  demand,
  payer,
  receiver,
}: ConditionalInput): ConditionalRange {
  let payerMoves = payer.map((_, i) => i)
  let receiverMoves = receiver.map((_, i) => i)
  for (;;) {
    const high = payerMoves.reduce((most, i) => max(most, (payer[i] as ConditionalMove).goTo), offer)
    const low = receiverMoves.reduce((least, i) => min(least, (receiver[i] as ConditionalMove).goTo), demand)
    const payerNext = payerMoves.filter(i => compare(low, (payer[i] as ConditionalMove).ifOther) <= 0)
    const receiverNext = receiverMoves.filter(
      i => compare(high, (receiver[i] as ConditionalMove).ifOther) >= 0,
    )
    if (payerNext.length === payerMoves.length && receiverNext.length === receiverMoves.length) {
      const settled = compare(high, low) >= 0 ? { amount: midpoint(high, low) } : {}
      return { offer: high, demand: low, payerMoves, receiverMoves, ...settled }
    }
    payerMoves = payerNext
    receiverMoves = receiverNext
  }
}
