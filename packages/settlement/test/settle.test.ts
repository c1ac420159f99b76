import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compare,
  multiply,
  NeedsSolver,
  ONE,
  type Problem,
  type Rational,
  rational,
  settle,
  toText,
} from '../src/index.ts'
import { numRuns, problems } from './arbitraries.ts'
import { settleSlowly } from './oracle.ts'

const example: Problem = {
  title: 'the example of the specification',
  issues: [
    { kind: 'discrete', name: 'price', options: ['low', 'high'] },
    { kind: 'discrete', name: 'delivery', options: ['now', 'later'] },
  ],
  parties: [
    {
      name: 'buyer',
      values: [
        [6, 0],
        [4, 0],
      ],
    },
    {
      name: 'seller',
      values: [
        [0, 5],
        [0, 4],
      ],
    },
  ].map(({ name, values }) => ({
    name,
    weights: [ONE, ONE],
    values: values.map(list => ({ kind: 'table', values: list.map(value => rational(value)) })),
    bonuses: [],
    reservation: rational(3),
    redLines: [],
    entitlement: ONE,
  })),
  constraints: [],
  remarks: [],
}

test('SET-4 to SET-9: the specification’s example', () => {
  const { outcomes, frontier, ideals, solutions } = settle(example)
  expect(outcomes).toBe(4n)
  expect(frontier.map(point => point.utilities.map(toText))).toEqual([
    ['4', '5'],
    ['6', '4'],
  ])
  expect(ideals?.map(toText)).toEqual(['6', '5'])
  const values = Object.values(solutions).map(solution => [solution.name, toText(solution.value)])
  expect(values).toEqual([
    ['nash', '3'],
    ['kalaiSmorodinsky', '0.5'],
    ['egalitarian', '1'],
    ['utilitarian', '10'],
  ])
  for (const solution of Object.values(solutions)) {
    expect(solution.packages.map(item => item.package)).toEqual([[0, 1]])
    expect(solution.packages[0]?.gains.map(toText)).toEqual(['3', '1'])
    expect(solution.packages[0]?.ratios.map(ratio => ratio && toText(ratio))).toEqual(['1', '0.5'])
  }
})

test('SET-4: two packages below both reservation values never win by the product of their losses', () => {
  const { zoneOfAgreement, solutions, noDeal } = settle({
    ...example,
    parties: example.parties.map(party => ({ ...party, reservation: rational(20) })),
  })
  expect(zoneOfAgreement).toBe(false)
  expect(solutions).toEqual({})
  expect(noDeal?.smallest).toEqual([{ kind: 'reservation', party: 0, value: rational(20) }])
  expect(noDeal?.moves).toEqual([{ kind: 'reservation', party: 0, by: undefined }])
})

test('SET-8: entitlements are exponents', () => {
  const weighted = fc
    .tuple(
      problems({ partiesMax: 4, packagesMax: 60 }),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 }),
    )
    .map(
      ([problem, shares]): Problem => ({
        ...problem,
        parties: problem.parties.map((party, p) => ({ ...party, entitlement: rational(shares[p] ?? 1, 3) })),
      }),
    )
  fc.assert(
    fc.property(weighted, problem => {
      const { maxNashWelfare } = settle(problem).solutions
      if (maxNashWelfare === undefined) return
      const entitlements = problem.parties.map(party => party.entitlement)
      // In thirds: a product to three times the exponent orders packages alike.
      const product = (gains: readonly Rational[]): Rational =>
        gains.reduce(
          (all, gain, p) =>
            Array.from({
              length: Number(multiply(entitlements[p] as Rational, rational(3)).num),
            }).reduce<Rational>(whole => multiply(whole, gain), all),
          ONE,
        )
      const most = settleSlowly(problem)
        .acceptable.map(outcome => product(outcome.gains))
        .sort(compare)
        .at(-1)
      for (const item of maxNashWelfare.packages) expect(product(item.gains)).toEqual(most)
    }),
    numRuns(200),
  )
})

test('SET-9: ignoring reservation values excludes nothing by them', () => {
  fc.assert(
    fc.property(problems({ packagesMax: 60 }), problem => {
      const settlement = settle(problem, { reservation: 'ignore' })
      const open = {
        ...problem,
        parties: problem.parties.map((party, p) => ({
          ...party,
          reservation: settlement.reservations[p] as Rational,
        })),
      }
      const truth = settleSlowly(open)
      expect(settlement.zoneOfAgreement).toBe(truth.acceptable.length > 0)
      expect(settlement.frontier.length).toBe(truth.frontier.length)
      for (const reservation of settlement.reservations)
        expect(compare(reservation, rational(0))).toBeLessThanOrEqual(0)
      const free = {
        ...open,
        parties: open.parties.map(party => ({ ...party, reservation: rational(-1_000_000) })),
      }
      expect(settleSlowly(free).acceptable.length).toBe(truth.acceptable.length)
    }),
    numRuns(200),
  )
})

test('SET-18: the certificate names a check per list and per solution, all passed', () => {
  const { certificate } = settle(example)
  expect(certificate.checks.map(check => check.name)).toEqual([
    'frontier-points',
    'frontier-undominated',
    'nash',
    'kalaiSmorodinsky',
    'egalitarian',
    'utilitarian',
  ])
  expect(certificate.checks.every(check => check.passed && check.checked === check.of && check.of > 0)).toBe(
    true,
  )
})

test('SET-14: what needs a solver is refused by name, never answered by halves', () => {
  const tied: Problem = {
    ...example,
    constraints: [
      {
        kind: 'forbid',
        id: 'c',
        sentence: 'not both',
        when: [0, 1].map(issue => ({ kind: 'options', issue, options: [0] })),
      },
    ],
  }
  expect(() => settle(tied, { limits: { coupledPackagesMax: 3 } })).toThrow(NeedsSolver)
  expect(() => settle({ ...example, issues: example.issues.slice(1) })).toThrow(RangeError)
})

/** Every text in an answer, wherever it stands, but for those that the problem brought. */
function textsIn(value: unknown, known: ReadonlySet<string>): readonly string[] {
  if (typeof value === 'string') return known.has(value) ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(each => textsIn(each, known))
}

test('SET-27: law: what the engine answers holds codes and data, and no sentence', () => {
  fc.assert(
    fc.property(problems({ packagesMax: 60 }), problem => {
      const known = new Set(textsIn(problem, new Set()))
      for (const text of textsIn(settle(problem), known)) expect(text).toMatch(/^[a-z]+(?:[-A-Z][a-z]+)*$/)
    }),
    numRuns(60),
  )
})
