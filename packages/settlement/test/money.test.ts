import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compare,
  midpoint,
  type Problem,
  type Rational,
  rational,
  resolveConditionalMoves,
  settle,
  settleBlind,
  subtract,
  sum,
  toText,
} from '../src/index.ts'
import { numRuns } from './arbitraries.ts'

const amounts = fc.integer({ min: 0, max: 100 }).map(n => rational(n, 2))

test('SET-40 (confirmed: three rounds, midpoint, as in the patents): the first round to meet settles at its midpoint', () => {
  const rounds = [
    { offer: rational(60), demand: rational(100) },
    { offer: rational(75), demand: rational(90) },
    { offer: rational(85), demand: rational(80) },
  ]
  expect(settleBlind(rounds)).toEqual({ kind: 'settled', round: 3, amount: rational(165, 2) })
  expect(settleBlind(rounds.slice(0, 2))).toEqual({ kind: 'open', roundsLeft: 1 })
  expect(settleBlind(rounds.slice(0, 2), rational(1, 6))).toEqual({
    kind: 'settled',
    round: 2,
    amount: rational(165, 2),
  })
  expect(() => settleBlind([...rounds, { offer: rational(1), demand: rational(2) }])).toThrow(RangeError)
})

test('SET-40: the midpoint is as far from one amount as from the other', () => {
  fc.assert(
    fc.property(amounts, amounts, (a, b) => {
      const middle = midpoint(a, b)
      expect(subtract(middle, a)).toEqual(subtract(b, middle))
    }),
    numRuns(200),
  )
})

const moves = fc.array(fc.record({ goTo: amounts, ifOther: amounts }), { maxLength: 4 })

/** The furthest amount of the moves in the mask; `side` is 1 for payers and -1 for receivers. */
function at(list: readonly { goTo: Rational }[], mask: number, from: Rational, side: number): Rational {
  return list
    .filter((_, i) => (mask >> i) & 1)
    .reduce((best, move) => (compare(move.goTo, best) * side > 0 ? move.goTo : best), from)
}

test('SET-41: conditional ranges take effect together exactly when each condition is met, and no larger set could', () => {
  fc.assert(
    fc.property(amounts, amounts, moves, moves, (offer, demand, payer, receiver) => {
      const result = resolveConditionalMoves({ offer, demand, payer, receiver })
      for (const i of result.payerMoves) {
        expect(compare(result.demand, payer[i]?.ifOther as Rational)).toBeLessThanOrEqual(0)
      }
      for (const i of result.receiverMoves) {
        expect(compare(result.offer, receiver[i]?.ifOther as Rational)).toBeGreaterThanOrEqual(0)
      }
      let most = 0
      for (let p = 0; p < 1 << payer.length; p++) {
        for (let r = 0; r < 1 << receiver.length; r++) {
          const high = at(payer, p, offer, 1)
          const low = at(receiver, r, demand, -1)
          const isConsistent =
            payer.every((move, i) => ((p >> i) & 1) === 0 || compare(low, move.ifOther) <= 0) &&
            receiver.every((move, i) => ((r >> i) & 1) === 0 || compare(high, move.ifOther) >= 0)
          const size = [p, r].map(mask => mask.toString(2).replaceAll('0', '').length).reduce((a, b) => a + b)
          if (isConsistent) most = Math.max(most, size)
        }
      }
      expect(result.payerMoves.length + result.receiverMoves.length).toBe(most)
    }),
    numRuns(300),
  )
})

test('SET-4 (confirmed: Nash, The Bargaining Problem, 1950): Bill and Jack trade to gains of 12 and 5', () => {
  const bill = { book: [2, 4], whip: [2, 2], ball: [2, 1], bat: [2, 2], box: [4, 1] }
  const jack = { pen: [10, 1], toy: [4, 1], knife: [6, 2], hat: [2, 2] }
  const goods = [...Object.entries(bill), ...Object.entries(jack)]
  const party = (index: number, reservation: number) => ({
    name: index === 0 ? 'Bill' : 'Jack',
    weights: goods.map(() => rational(1)),
    values: goods.map(([, utilities]) => ({
      kind: 'table' as const,
      values: [0, 1].map(owner => rational(owner === index ? (utilities[index] ?? 0) : 0)),
    })),
    bonuses: [],
    reservation: rational(reservation),
    redLines: [],
    entitlement: rational(1),
  })
  const problem: Problem = {
    title: 'Bill and Jack',
    issues: goods.map(([name]) => ({ kind: 'discrete', name, options: ['Bill', 'Jack'] })),
    parties: [party(0, 12), party(1, 6)],
    constraints: [],
    remarks: [],
  }
  const { nash } = settle(problem).solutions
  expect(nash && toText(nash.value)).toBe('60')
  expect(nash?.packages.length).toBe(1)
  expect(nash?.packages[0]?.gains.map(toText)).toEqual(['12', '5'])
  const owners = Object.fromEntries(
    goods.map(([name], i) => [name, nash?.packages[0]?.package[i] === 0 ? 'Bill' : 'Jack']),
  )
  expect(owners).toEqual({
    book: 'Jack',
    whip: 'Jack',
    ball: 'Jack',
    bat: 'Jack',
    box: 'Bill',
    pen: 'Bill',
    toy: 'Bill',
    knife: 'Bill',
    hat: 'Jack',
  })
  expect(sum(nash?.packages[0]?.utilities ?? [])).toEqual(rational(35))
})
