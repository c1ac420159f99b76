/** Numbers that float64 cannot hold: neither their size nor the length of their denominators may change an answer. */

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  add,
  compare,
  explainNoDeal,
  multiply,
  ONE,
  type Party,
  type Problem,
  type Rational,
  rational,
  type SettleOptions,
  settle,
  toText,
  Undecided,
  type ValueFunction,
} from '../src/index.ts'
import { problems, numRuns as runsOf } from './arbitraries.ts'
import { settleSlowly, type Truth, textOf } from './oracle.ts'

/** In the suite the same problems at every run; random ones where more are asked for. */
const numRuns = (few: number) =>
  process.env['GOODOFFICES_RUNS'] === undefined ? { ...runsOf(few), seed: 20_261_129 } : runsOf(few)

/** For as many runs as anybody asks for. */
const msMax = 3_600_000

/** A denominator of 337 digits. */
const longDenominator = 10n ** 336n + 7n

const powers = fc.constantFrom(-400, -310, -20, 0, 0, 17, 310, 400)

function powerOfTen(exponent: number): Rational {
  return exponent < 0 ? rational(1, 10n ** BigInt(-exponent)) : rational(10n ** BigInt(exponent))
}

/** A tiny amount with a long denominator: it decides between what was level, and nothing else. */
const crumbs = fc.oneof(
  fc.constant(rational(0)),
  fc.integer({ min: 0, max: 5 }).map(n => rational(n, longDenominator)),
  fc.constant(powerOfTen(-400)),
)

type Change = { readonly power: number; readonly crumbs: readonly Rational[]; readonly shift: Rational }

const changes: fc.Arbitrary<Change> = fc.record({
  power: powers,
  crumbs: fc.array(crumbs, { minLength: 4, maxLength: 4 }),
  shift: fc.oneof(
    { weight: 3, arbitrary: fc.constant(rational(0)) },
    { weight: 1, arbitrary: powers.map(powerOfTen) },
  ),
})

/** All that a party says, in another unit, each value with a crumb; its first issue, and its reservation with it, shifted. */
function changeParty(party: Party, { power, crumbs, shift }: Change): Party {
  const unit = powerOfTen(power)
  const crumble = (values: ValueFunction, i: number): ValueFunction =>
    values.kind === 'table'
      ? {
          kind: 'table',
          values: values.values.map((value, k) =>
            add(
              i === 0 ? shift : rational(0),
              multiply(unit, add(multiply(value, party.weights[i] ?? ONE), crumbs[(i + k) % 4] ?? ONE)),
            ),
          ),
        }
      : values
  return {
    ...party,
    weights: party.weights.map(() => ONE),
    values: party.values.map(crumble),
    bonuses: party.bonuses.map(bonus => ({ ...bonus, value: multiply(bonus.value, unit) })),
    reservation: add(shift, multiply(party.reservation, unit)),
    ...(party.ceiling === undefined ? {} : { ceiling: add(shift, multiply(party.ceiling, unit)) }),
  }
}

function strange(shape: Parameters<typeof problems>[0]): fc.Arbitrary<Problem> {
  return fc
    .tuple(problems(shape), fc.array(changes, { minLength: 6, maxLength: 6 }))
    .map(([problem, list]) => ({
      ...problem,
      parties: problem.parties.map((party, p) => changeParty(party, list[p] as Change)),
    }))
}

const names = ['nash', 'kalaiSmorodinsky', 'egalitarian', 'utilitarian'] as const

function expectTruth(problem: Problem, truth: Truth, options: SettleOptions): void {
  const settlement = settle(problem, options)
  expect(settlement.zoneOfAgreement).toBe(truth.acceptable.length > 0)
  if (!settlement.zoneOfAgreement) {
    expect(settlement.remarks).toEqual(problem.remarks)
    expect(settlement.noDeal?.smallest.length).toBeGreaterThan(0)
    return
  }
  expect(settlement.ideals?.map(toText)).toEqual(truth.ideals.map(toText))
  for (const name of names) {
    const solution = settlement.solutions[name]
    expect(toText(solution?.value ?? rational(-1))).toBe(truth[name].value)
    expect(solution?.proof.status).toBe('optimal')
    const packages = (solution?.packages ?? []).map(item => textOf(item.package))
    if (solution?.tiesExact === true) expect(packages.sort()).toEqual(truth[name].packages)
    else expect(truth[name].packages).toEqual(expect.arrayContaining(packages))
  }
  if (settlement.frontierGuarantee.kind !== 'exact') return
  const points = settlement.frontier.map(({ utilities }) => utilities.map(toText).join(' '))
  expect(points).toEqual(truth.frontier.map(({ point }) => point))
}

test(
  'SET-1, SET-3: law: no size of number and no length of denominator changes an answer',
  () => {
    fc.assert(
      fc.property(strange({ partiesMax: 4, packagesMax: 40 }), problem => {
        const truth = settleSlowly(problem)
        expectTruth(problem, truth, {})
        expectTruth(problem, truth, { frontier: 'none' })
      }),
      numRuns(4),
    )
  },
  msMax,
)

test(
  'SET-3, SET-12: law: nor where the frontier is not listed and bounds prune',
  () => {
    fc.assert(
      fc.property(strange({ partiesMin: 3, partiesMax: 5, packagesMax: 60, coupled: false }), problem => {
        expectTruth(problem, settleSlowly(problem), { frontier: 'none' })
      }),
      numRuns(4),
    )
  },
  msMax,
)

test(
  'SET-3, SET-26: law: nor where utilities are cut',
  () => {
    fc.assert(
      fc.property(
        problems({ partiesMax: 3, packagesMax: 40, coupled: false }),
        fc.array(changes, { minLength: 6, maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 6, maxLength: 6 }),
        (plain, list, ceilings) => {
          const problem: Problem = {
            ...plain,
            parties: plain.parties.map((party, p) =>
              changeParty({ ...party, ceiling: rational(ceilings[p] as number) }, list[p] as Change),
            ),
          }
          expectTruth(problem, settleSlowly(problem), {})
        },
      ),
      numRuns(4),
    )
  },
  msMax,
)

test('SET-3: past small limits what is said is still true, and no bound is below a value', () => {
  fc.assert(
    fc.property(
      strange({ coupled: false, partiesMin: 2, partiesMax: 4 }),
      fc.integer({ min: 1, max: 30 }),
      (problem, pointsMax) => {
        const truth = settleSlowly(problem)
        try {
          const { zoneOfAgreement, solutions, remarks } = settle(problem, { limits: { pointsMax } })
          expect(zoneOfAgreement).toBe(truth.acceptable.length > 0)
          // Kalai and Smorodinsky measure by ideals: where one is the best met and not proven, so is said, and by it is measured.
          const isByMet = remarks.some(({ code }) => code === 'ideal-unproven')
          for (const name of names) {
            const solution = solutions[name]
            if (name === 'kalaiSmorodinsky' && isByMet) continue
            if (solution?.proof.status === 'optimal') expect(toText(solution.value)).toBe(truth[name].value)
            else if (solution !== undefined)
              expect(compare(solution.value, solution.proof.bound)).toBeLessThanOrEqual(0)
          }
        } catch (error) {
          expect(error).toBeInstanceOf(Undecided)
        }
      },
    ),
    numRuns(4),
  )
})

/** Issues of two options whose values have 16 digits: a common denominator of hundreds of digits. */
function decimals(issues: number, ceiling: boolean): Problem {
  let state = 7n
  const next = (): bigint => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n
    return state % 10n ** 16n
  }
  return {
    title: 'decimals',
    issues: Array.from({ length: issues }, (_, i) => ({
      kind: 'discrete',
      name: `issue ${i}`,
      options: ['a', 'b'],
    })),
    parties: Array.from({ length: 2 }, (_, p) => ({
      name: `party ${p}`,
      weights: Array.from({ length: issues }, () => rational(1, issues)),
      values: Array.from({ length: issues }, () => {
        const [a, b] = [next(), next()]
        const most = a > b ? a : b
        return { kind: 'table' as const, values: [rational(a, most), rational(b, most)] }
      }),
      bonuses: [],
      ...(ceiling ? { ceiling: ONE } : {}),
      reservation: rational(0),
      redLines: [],
      entitlement: rational(1),
    })),
    constraints: [],
    remarks: [],
  }
}

test.each([21, 22, 60])('SET-3: %i issues of 16 digits have a deal, with and without a ceiling', issues => {
  for (const ceiling of [false, true]) {
    const { zoneOfAgreement, solutions } = settle(decimals(issues, ceiling), { frontier: 'none' })
    expect(zoneOfAgreement).toBe(true)
    expect(Object.values(solutions).length).toBe(4)
  }
})

test('SET-27: numbers with too long a common denominator are refused, with the party and the number of digits', () => {
  const problem = decimals(2, false)
  const parties = problem.parties.map((party, p) =>
    p === 0
      ? party
      : {
          ...party,
          values: [
            { kind: 'table' as const, values: [rational(1, 10n ** 9_000n + 7n), ONE] },
            party.values[1] as ValueFunction,
          ],
        },
  )
  expect(() => settle({ ...problem, parties })).toThrow(
    expect.objectContaining({ reason: { code: 'numbers-too-long', party: 'party 1', digitsMax: 6_261 } }),
  )
})

test('SET-27: entitlements whose whole proportion is too fine are refused', () => {
  const problem = decimals(2, false)
  const parties = problem.parties.map((party, p) => ({ ...party, entitlement: rational(1_000_003, 1 + p) }))
  const fine = parties.map((party, p) => ({ ...party, entitlement: rational(p === 0 ? 1_000_003 : 1) }))
  expect(settle({ ...problem, parties }).zoneOfAgreement).toBe(true)
  expect(() => settle({ ...problem, parties: fine })).toThrow(
    expect.objectContaining({ reason: { code: 'entitlements-too-fine', sumMax: 1_000 } }),
  )
})

test('SET-20: an explanation of no deal never has nothing in it', () => {
  fc.assert(
    fc.property(strange({ partiesMax: 3, packagesMax: 40 }), problem => {
      const noDeal = explainNoDeal(problem)
      if (noDeal !== undefined) expect(noDeal.smallest.length).toBeGreaterThan(0)
    }),
    numRuns(4),
  )
})
