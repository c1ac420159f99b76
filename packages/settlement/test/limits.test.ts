import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  Cancelled,
  compare,
  type Problem,
  type Rational,
  rational,
  settle,
  subtract,
  toText,
} from '../src/index.ts'
import { numRuns, problems } from './arbitraries.ts'
import { settleSlowly } from './oracle.ts'

test('SET-11: an ε-frontier keeps its promise: every acceptable package is matched, or lies that close to a reservation', () => {
  fc.assert(
    fc.property(
      problems({ partiesMax: 4 }),
      fc.integer({ min: 1, max: 40 }).map(n => rational(n, 100)),
      (problem, epsilon) => {
        const { frontier, frontierGuarantee, zoneOfAgreement } = settle(problem, {
          frontier: 'epsilon',
          epsilon,
        })
        expect(frontierGuarantee.kind).toBe(zoneOfAgreement ? 'epsilon' : 'exact')
        if (frontierGuarantee.kind !== 'epsilon') return
        const slack = frontierGuarantee.epsilon
        for (const outcome of settleSlowly(problem).acceptable) {
          const isMatched = frontier.some(point =>
            point.utilities.every(
              (u, p) => compare(u, subtract(outcome.utilities[p] as Rational, slack[p] as Rational)) >= 0,
            ),
          )
          const isNearFloor = outcome.gains.some((gain, p) => compare(gain, slack[p] as Rational) <= 0)
          expect(isMatched || isNearFloor).toBe(true)
        }
      },
    ),
    numRuns(200),
  )
})

test('SET-13: past its limits the engine says so, and its bounds still hold', () => {
  fc.assert(
    fc.property(
      problems({ coupled: false, partiesMin: 2 }),
      fc.integer({ min: 1, max: 60 }),
      (problem, pointsMax) => {
        const truth = settleSlowly(problem)
        let settlement: ReturnType<typeof settle>
        try {
          settlement = settle(problem, { limits: { pointsMax } })
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
          return
        }
        expect(settlement.zoneOfAgreement).toBe(truth.acceptable.length > 0)
        for (const name of ['nash', 'kalaiSmorodinsky', 'egalitarian', 'utilitarian'] as const) {
          const solution = settlement.solutions[name]
          if (solution === undefined) continue
          if (solution.proof.status === 'optimal') expect(toText(solution.value)).toBe(truth[name].value)
          else expect(compare(solution.value, solution.proof.bound)).toBeLessThanOrEqual(0)
        }
        if (settlement.frontierGuarantee.kind === 'exact' && settlement.zoneOfAgreement) {
          expect(settlement.frontier.length).toBe(truth.frontier.length)
        } else if (settlement.zoneOfAgreement) {
          expect(settlement.remarks.map(remark => remark.code)).toContainEqual(
            expect.stringMatching(/^frontier-(approximate|too-large)$/),
          )
        }
      },
    ),
    numRuns(200),
  )
})

function randomLarge(issues: number, options: number, parties: number): Problem {
  let state = 11
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state % 1_000_003
  }
  return {
    title: 'large',
    issues: Array.from({ length: issues }, (_, i) => ({
      kind: 'discrete',
      name: `issue ${i}`,
      options: Array.from({ length: options }, (_, o) => `option ${o}`),
    })),
    parties: Array.from({ length: parties }, (_, p) => ({
      name: `party ${p}`,
      weights: Array.from({ length: issues }, () => rational(1)),
      values: Array.from({ length: issues }, () => ({
        kind: 'table' as const,
        values: Array.from({ length: options }, () => rational(next(), 1_000_000)),
      })),
      bonuses: [],
      reservation: rational(0),
      redLines: [],
      entitlement: rational(p + 1),
    })),
    constraints: [],
    remarks: [],
  }
}

test('SET-12: solutions of 10²⁰ packages and four parties are proven without listing the frontier', () => {
  const settlement = settle(randomLarge(20, 10, 4), { frontier: 'none' })
  expect(settlement.outcomes).toBe(10n ** 20n)
  const solutions = Object.values(settlement.solutions)
  expect(solutions.map(solution => solution.name)).toContain('maxNashWelfare')
  for (const solution of solutions) {
    expect(solution.proof.status).toBe('optimal')
    expect(compare(solution.value, solution.proof.bound)).toBe(0)
    expect(solution.tiesExact).toBe(true)
  }
})

test('SET-9: an astronomical number of tied packages is counted exactly and listed up to the maximum', () => {
  const issues = 40
  const flat = randomLarge(issues, 10, 2)
  const problem: Problem = {
    ...flat,
    parties: flat.parties.map(party => ({
      ...party,
      weights: party.weights.map((w, i) => (i === 0 ? w : rational(0))),
    })),
  }
  const { frontier, solutions } = settle(problem, { limits: { tiesListedMax: 25 } })
  for (const point of frontier) expect(point.ties).toBe(10n ** 39n)
  expect(solutions.nash?.ties).toBe(10n ** 39n)
  expect(solutions.nash?.packages.length).toBe(25)
})

test('SET-17: a caller can stop a long merge', () => {
  expect(() => settle(randomLarge(14, 8, 5), { progress: ({ step }) => step === 'merging' })).toThrow(
    Cancelled,
  )
})
