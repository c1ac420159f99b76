import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Problem, type Settlement, type Solution, settle, toText } from '../src/index.ts'
import { numRuns, problems } from './arbitraries.ts'
import { type Best, settleSlowly, textOf } from './oracle.ts'

function asBest(solution: Solution | undefined): Best {
  if (solution === undefined) return { value: 'none', packages: [] }
  expect(solution.ties).toBe(BigInt(solution.packages.length))
  expect(solution.tiesExact).toBe(true)
  expect(solution.proof.status).toBe('optimal')
  return {
    value: toText(solution.value),
    packages: solution.packages.map(item => textOf(item.package)).sort(),
  }
}

function expectAgreement(problem: Problem, settlement: Settlement): void {
  const truth = settleSlowly(problem)
  expect(settlement.outcomes).toBe(BigInt(truth.outcomes))
  expect(settlement.zoneOfAgreement).toBe(truth.acceptable.length > 0)
  expect(asBest(settlement.solutions.nash)).toEqual(truth.nash)
  expect(asBest(settlement.solutions.kalaiSmorodinsky)).toEqual(truth.kalaiSmorodinsky)
  expect(asBest(settlement.solutions.egalitarian)).toEqual(truth.egalitarian)
  expect(asBest(settlement.solutions.utilitarian)).toEqual(truth.utilitarian)
  if (truth.acceptable.length > 0) expect(settlement.ideals?.map(toText)).toEqual(truth.ideals.map(toText))
  if (settlement.frontierGuarantee.kind !== 'exact') return
  const frontier = settlement.frontier.map(point => ({
    point: point.utilities.map(toText).join(' '),
    ties: Number(point.ties),
  }))
  expect(frontier).toEqual(truth.frontier)
}

test('SET-1 to SET-9: agrees with plain enumeration on additive problems of two to six parties', () => {
  fc.assert(
    fc.property(problems({ coupled: false }), problem => expectAgreement(problem, settle(problem))),
    numRuns(200),
  )
})

test('SET-10: agrees with plain enumeration where bonuses, red lines and side constraints couple issues', () => {
  fc.assert(
    fc.property(problems(), problem => expectAgreement(problem, settle(problem))),
    numRuns(200),
  )
})

test('SET-3: agrees with plain enumeration where totals exceed 53 bits', () => {
  fc.assert(
    fc.property(problems({ wide: true, partiesMax: 4 }), problem =>
      expectAgreement(problem, settle(problem)),
    ),
    numRuns(100),
  )
})

test('SET-12: agrees with plain enumeration where the frontier is not listed and each goal is bounded instead', () => {
  fc.assert(
    fc.property(problems({ partiesMin: 3, wide: true }), problem =>
      expectAgreement(problem, settle(problem, { frontier: 'epsilon' })),
    ),
    numRuns(50),
  )
})
