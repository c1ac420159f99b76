/** Coupled issues with fewer options, and taken out one by one: held to plain enumeration. */

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Problem,
  rational,
  type Settlement,
  settle,
  settleWithSolver,
  subtract,
  toText,
  utilitiesOf,
} from '../src/index.ts'
import { sizeOf } from '../src/package.ts'
import { reduceOptions } from '../src/reduce.ts'
import { settleApart } from '../src/settle-apart.ts'
import { numRuns, problems } from './arbitraries.ts'
import { settleSlowly } from './oracle.ts'

/** Some parties cut at a ceiling, and reservation values low enough that most problems have a deal. */
const cut = fc
  .tuple(
    problems({ packagesMax: 120, partiesMax: 3 }),
    fc.array(fc.option(fc.integer({ min: 1, max: 30 })), { maxLength: 6 }),
  )
  .map(
    ([problem, ceilings]): Problem => ({
      ...problem,
      parties: problem.parties.map((party, p) => {
        const ceiling = ceilings[p]
        const eased = { ...party, reservation: subtract(party.reservation, rational(9)) }
        return ceiling === null || ceiling === undefined ? eased : { ...eased, ceiling: rational(ceiling, 2) }
      }),
    }),
  )

function optionsOf({ issues }: Problem): number {
  return issues.reduce((sum, issue) => sum + (issue.kind === 'continuous' ? 0 : sizeOf(issue)), 0)
}

test('SET-28: law: with fewer options the frontier, every value and the ideals are what they were, and a package restored is worth the same', () => {
  let fewer = 0
  fc.assert(
    fc.property(cut, problem => {
      const reduced = reduceOptions(problem)
      if (optionsOf(reduced.problem) < optionsOf(problem)) fewer++
      const [before, after] = [settleSlowly(problem), settleSlowly(reduced.problem)]
      expect(after.frontier.map(({ point }) => point)).toEqual(before.frontier.map(({ point }) => point))
      expect(after.ideals.map(toText)).toEqual(before.ideals.map(toText))
      for (const name of ['nash', 'kalaiSmorodinsky', 'egalitarian', 'utilitarian'] as const)
        expect(after[name].value).toBe(before[name].value)
      for (const { package: picks, utilities } of after.acceptable)
        expect(utilitiesOf(problem, reduced.restore(picks)).map(toText)).toEqual(utilities.map(toText))
    }),
    numRuns(300),
  )
  expect(fewer).toBeGreaterThan(20)
})

function expectTruth(problem: Problem, settlement: Settlement): void {
  const truth = settleSlowly(problem)
  expect(settlement.frontier.map(({ utilities }) => utilities.map(toText).join(' '))).toEqual(
    truth.frontier.map(({ point }) => point),
  )
  expect(settlement.ideals?.map(toText)).toEqual(truth.ideals.map(toText))
  for (const name of ['nash', 'kalaiSmorodinsky', 'egalitarian', 'utilitarian'] as const) {
    const solution = settlement.solutions[name]
    expect(solution && toText(solution.value)).toBe(truth[name].value)
    expect(solution?.proof.status).toBe('optimal')
  }
}

test('SET-29: law: taken out one by one, coupled issues give the frontier, values and ideals of plain enumeration, ceilings and all', () => {
  let settled = 0
  fc.assert(
    fc.property(cut, problem => {
      const settlement = settleApart(problem, { limits: { coupledPackagesMax: 0 } })
      expect(settlement !== undefined).toBe(settleSlowly(problem).acceptable.length > 0)
      if (settlement === undefined) return
      settled++
      expectTruth(problem, settlement)
    }),
    numRuns(900),
  )
  expect(settled).toBeGreaterThan(40)
})

/** A ring of issues, each tied to the next by a bonus for one party or the other, and a penalty across. */
function ring(issues: number): Problem {
  const condition = (issue: number, option: number) => ({
    kind: 'options' as const,
    issue: issue % issues,
    options: [option],
  })
  const bonusesOf = (p: number) =>
    Array.from({ length: issues }, (_, i) => ({
      id: `b${i}`,
      when: [condition(i, (i + p) % 3), condition(i + 1, (2 * i + p) % 3)],
      value: rational(i % 4 === 3 ? -1 - p : ((7 * i + 3 * p) % 11) + 1, 8),
    }))
  return {
    title: 'ring',
    issues: Array.from({ length: issues }, (_, i) => ({
      kind: 'discrete',
      name: `issue ${i}`,
      options: ['a', 'b', 'c'],
    })),
    parties: [0, 1].map(p => ({
      name: `party ${p}`,
      weights: Array.from({ length: issues }, () => rational(1)),
      values: Array.from({ length: issues }, (_, i) => ({
        kind: 'table' as const,
        values: [0, 1, 2].map(o => rational((i * (p + 2) + o * (p === 0 ? 1 : 2)) % 3, 2)),
      })),
      bonuses: bonusesOf(p),
      reservation: rational(0),
      redLines: [],
      entitlement: rational(1),
    })),
    constraints: [],
    remarks: [],
  }
}

const solveMilp = () => Promise.reject(new Error('the solver was asked'))

test('SET-29: what is taken apart is never put to the solver, and says that ties are not counted', async () => {
  const small = await settleWithSolver(ring(7), { solveMilp, limits: { coupledPackagesMax: 0 } })
  expectTruth(ring(7), small)
  expect(small.frontier.map(({ utilities }) => utilities.map(toText))).toEqual(
    settle(ring(7)).frontier.map(({ utilities }) => utilities.map(toText)),
  )
  const large = await settleWithSolver(ring(40), { solveMilp })
  expect(large.outcomes).toBe(3n ** 40n)
  expect(large.frontierGuarantee).toEqual({ kind: 'exact' })
  expect(large.frontier.length).toBeGreaterThan(10)
  expect(large.remarks).toContainEqual({ code: 'ties-not-counted' })
  expect(large.solutions.nash).toMatchObject({ tiesExact: false, proof: { status: 'optimal' } })
})

test('SET-29: past the combinations allowed nothing is taken apart', () => {
  expect(settleApart(ring(20), { limits: { contextsMax: 10 } })).toBeUndefined()
})
