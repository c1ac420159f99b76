import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compare,
  improveWithSolver,
  loadHighs,
  ONE,
  type Party,
  type Problem,
  type Rational,
  rational,
  settle,
  settleWithSolver,
  toNumber,
  toText,
  utilitiesOf,
  type ValueFunction,
  ZERO,
} from '../src/index.ts'
import { settleByPrograms } from '../src/milp/settle-with-solver.ts'
import { isBroken, listObstacles } from '../src/no-deal.ts'
import { numRuns, problems, runs } from './arbitraries.ts'
import { enumeratePackages, settleSlowly } from './oracle.ts'

const solver = loadHighs()

function close(a: Rational | undefined, text: string): void {
  if (a === undefined) throw new Error('no value')
  const [num = '0', den = '1'] = text.split('/')
  expect(Math.abs(toNumber(a) - Number(num) / Number(den))).toBeLessThan(
    1e-5 * Math.max(1, Math.abs(toNumber(a))),
  )
}

test('SET-14: reservation values, above zero and below, are counted once in bounds, and ideals that are proven are said to be', async () => {
  const solveMilp = await solver
  await fc.assert(
    fc.asyncProperty(
      problems({ partiesMax: 3, packagesMax: 40, coupled: false }),
      fc.array(fc.integer({ min: -30, max: 8 }), { minLength: 3, maxLength: 3 }),
      async (plain, reservations) => {
        const parties = plain.parties.map((party, p) => ({
          ...party,
          reservation: rational(reservations[p] ?? 0),
        }))
        const problem: Problem = { ...plain, parties, constraints: [tie(plain)] }
        const truth = settleSlowly(problem)
        if (truth.acceptable.length === 0 || truth.egalitarian.value === '0') return
        const settlement = await settleByPrograms(problem, { solveMilp })
        const { egalitarian, utilitarian } = settlement.solutions
        close(utilitarian?.proof.bound, truth.utilitarian.value)
        close(egalitarian?.proof.bound, truth.egalitarian.value)
        expect(settlement.remarks.map(({ code }) => code)).not.toContain('ideal-unproven')
      },
    ),
    { numRuns: Math.max(30, runs / 20) },
  )
})

/** A rule that forbids nothing and ties all issues together. */
function tie({ issues }: Problem): Problem['constraints'][number] {
  const all = issues.map((issue, i) =>
    issue.kind === 'discrete'
      ? { kind: 'options' as const, issue: i, options: issue.options.map((_, o) => o) }
      : { kind: 'range' as const, issue: i, low: rational(-100), high: rational(100) },
  )
  return { kind: 'at-most', id: 'tie', sentence: 'a rule', count: 1, of: [all] }
}

test('SET-14: mixed-integer programs agree with plain enumeration where issues are coupled too widely to enumerate', async () => {
  const solveMilp = await solver
  await fc.assert(
    fc.asyncProperty(problems({ partiesMax: 3, packagesMax: 60 }), async problem => {
      const truth = settleSlowly(problem)
      let settlement: Awaited<ReturnType<typeof settleWithSolver>>
      try {
        settlement = await settleByPrograms(problem, { solveMilp })
      } catch (error) {
        // Allowed only where a party is held exactly at its reservation value, within the solver's tolerance.
        expect(error).toBeInstanceOf(RangeError)
        expect(truth.egalitarian.value).toBe('0')
        return
      }
      expect(settlement.zoneOfAgreement).toBe(truth.acceptable.length > 0)
      if (truth.acceptable.length === 0) return
      const { nash, kalaiSmorodinsky, egalitarian, utilitarian } = settlement.solutions
      close(nash?.value, truth.nash.value)
      close(kalaiSmorodinsky?.value, truth.kalaiSmorodinsky.value)
      close(egalitarian?.value, truth.egalitarian.value)
      close(utilitarian?.value, truth.utilitarian.value)
      for (const solution of Object.values(settlement.solutions)) {
        expect(compare(solution.value, solution.proof.bound)).toBeLessThanOrEqual(0)
      }
    }),
    { numRuns: Math.max(60, runs / 20) },
  )
})

function line(low: number, high: number): ValueFunction {
  return {
    kind: 'piecewise',
    points: [
      { at: rational(0), value: rational(low) },
      { at: rational(10), value: rational(high) },
    ],
  }
}

function partyOf(name: string, low: number, high: number, floor: Rational): Party {
  return {
    name,
    weights: [rational(1), rational(1)],
    values: [
      line(low, high),
      { kind: 'table' as const, values: [rational(0), rational(name === 'union' ? 3 : -1)] },
    ],
    bonuses: [],
    reservation: floor,
    redLines: [],
    entitlement: rational(1),
  }
}

function wageDispute(reservation: readonly [Rational, Rational]): Problem {
  return {
    title: 'wage dispute',
    issues: [
      { kind: 'continuous', name: 'rise', lower: rational(0), upper: rational(10), unit: 'percent' },
      { kind: 'discrete', name: 'security', options: ['no', 'yes'] },
    ],
    parties: [partyOf('union', 0, 10, reservation[0]), partyOf('employer', 10, 0, reservation[1])],
    constraints: [],
    remarks: [],
  }
}

test('SET-15: one continuous issue and one option: every solution is where the arithmetic puts it, exactly', () => {
  const settlement = settle(wageDispute([rational(0), rational(0)]))
  // With security granted the gains are w + 3 and 9 - w: a sum of 12, halved by Nash and leximin at w = 3.
  expect(settlement.outcomes).toBe('infinite')
  const { nash, kalaiSmorodinsky, egalitarian, utilitarian } = settlement.solutions
  // Ideals: the union's 12 at w = 9, the employer's 10 without security at w = 0: (w + 3) / 12 = (9 - w) / 10.
  expect(settlement.ideals?.map(toText)).toEqual(['12', '10'])
  expect([nash, kalaiSmorodinsky, egalitarian, utilitarian].map(each => toText(each?.value ?? ZERO))).toEqual(
    ['36', '6/11', '6', '12'],
  )
  expect(Object.values(settlement.solutions).map(({ proof }) => proof.status)).toEqual(
    Array.from({ length: 4 }, () => 'optimal'),
  )
  // Without security gains of w and 10 - w; with it w + 3 and 9 - w: beyond w + 3 = 3 security is better for both.
  const parts = settlement.frontierParts?.map(({ from, to, includesFrom, includesTo }) => [
    from.map(toText).join(' '),
    to.map(toText).join(' '),
    includesFrom,
    includesTo,
  ])
  expect(settlement.frontierGuarantee).toEqual({ kind: 'exact' })
  expect(parts).toEqual([
    ['0 10', '1 9', true, false],
    ['3 9', '12 0', true, true],
  ])
  expect(settlement.frontier.map(({ utilities }) => utilities.map(toText).join(' '))).toEqual([
    '0 10',
    '3 9',
    '12 0',
  ])
  expect(settlement.certificate.checks.every(check => check.passed)).toBe(true)
})

test('SET-15: with too many cells the solver finds the cell, which is then solved exactly', async () => {
  const exact = settle(wageDispute([rational(2), rational(1)]))
  const solved = await settleWithSolver(wageDispute([rational(2), rational(1)]), {
    solveMilp: await solver,
    limits: { coupledPackagesMax: 0, pointsMax: 0 },
  })
  for (const name of ['nash', 'egalitarian', 'utilitarian', 'kalaiSmorodinsky'] as const) {
    expect(toText(solved.solutions[name]?.value ?? ZERO)).toBe(toText(exact.solutions[name]?.value ?? ONE))
  }
})

test('SET-15: continuous issues whose reservations leave nothing are reported as no deal', async () => {
  const settlement = await settleWithSolver(wageDispute([rational(8), rational(8)]), {
    solveMilp: await solver,
  })
  expect(settlement.zoneOfAgreement).toBe(false)
  expect(settlement.frontier).toEqual([])
  expect(settlement.solutions).toEqual({})
})

test('SET-14, SET-20: where only the solver serves, no deal is explained by a set that excludes every package and needs each member', async () => {
  const solveMilp = await solver
  let explained = 0
  await fc.assert(
    fc.asyncProperty(problems({ partiesMax: 3, packagesMax: 60 }), async problem => {
      if (settleSlowly(problem).acceptable.length > 0) return
      const { noDeal } = await settleByPrograms(problem, { solveMilp })
      if (noDeal === undefined) throw new Error('unexplained')
      explained++
      const isIn = (obstacle: (typeof noDeal.smallest)[number], kept: typeof noDeal.smallest): boolean =>
        kept.some(other => JSON.stringify(other, text) === JSON.stringify(obstacle, text))
      const dealWith = (kept: typeof noDeal.smallest): boolean =>
        enumeratePackages(problem).some(picks =>
          listObstacles(problem).every(
            obstacle => !isIn(obstacle, kept) || !isBroken(problem, obstacle, picks),
          ),
        )
      expect(dealWith(noDeal.smallest)).toBe(false)
      for (const obstacle of noDeal.smallest)
        expect(dealWith(noDeal.smallest.filter(other => other !== obstacle))).toBe(true)
    }),
    numRuns(60),
  )
  expect(explained).toBeGreaterThan(5)
})

function text(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}

test('SET-22: where only the solver serves, what improve offers is better, and efficient only where proven', async () => {
  const solveMilp = await solver
  await fc.assert(
    fc.asyncProperty(problems({ partiesMax: 3, packagesMax: 60 }), fc.nat(), async (problem, at) => {
      const packages = enumeratePackages(problem)
      const tentative = packages[at % packages.length] ?? []
      const from = utilitiesOf(problem, tentative)
      let found: Awaited<ReturnType<typeof improveWithSolver>>
      try {
        found = await improveWithSolver(problem, tentative, { solveMilp, limits: { coupledPackagesMax: 0 } })
      } catch (error) {
        // A floor met exactly may lie within the solver's tolerance.
        expect(error).toBeInstanceOf(RangeError)
        return
      }
      const { acceptable } = settleSlowly(problem)
      const isBetter = (utilities: readonly Rational[]): boolean =>
        utilities.every((each, p) => compare(each, from[p] ?? ZERO) >= 0) &&
        utilities.some((each, p) => compare(each, from[p] ?? ZERO) > 0)
      for (const item of found.better) expect(isBetter(item.utilities)).toBe(true)
      if (found.tentative.efficient)
        expect(acceptable.some(({ utilities }) => isBetter(utilities))).toBe(false)
    }),
    numRuns(40),
  )
})
