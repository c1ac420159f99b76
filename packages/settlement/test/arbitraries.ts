/** Small random problems of every kind the engine accepts, continuous issues aside. */

import * as fc from 'fast-check'
import {
  type Bonus,
  type Condition,
  type Constraint,
  type Issue,
  type Party,
  type Problem,
  type Rational,
  rational,
} from '../src/index.ts'

export const runs = Number(process.env['GOODOFFICES_RUNS'] ?? 0)

/** A short run tries the same values every time: more of them would cost processors and find nothing new. */
const shortening = 3

/** The runs of a law: `GOODOFFICES_RUNS` in a long run, no fewer than `few`; a third of those in a short one. */
export function numRuns(few: number): { numRuns: number } {
  return { numRuns: runs > 0 ? Math.max(few, runs) : Math.ceil(few / shortening) }
}

export type Shape = {
  readonly partiesMin?: number
  readonly partiesMax?: number
  readonly packagesMax?: number
  readonly coupled?: boolean
  /** Decimals that push totals past 53 bits. */
  readonly wide?: boolean
}

export function problems(shape: Shape = {}): fc.Arbitrary<Problem> {
  const { partiesMin = 2, partiesMax = 6, packagesMax = 200, coupled = true } = shape
  return fc
    .record({ parties: fc.integer({ min: partiesMin, max: partiesMax }), issues: issueLists(packagesMax) })
    .chain(({ parties, issues }) =>
      fc
        .record({
          parties: fc.tuple(
            ...Array.from({ length: parties }, (_, p) => partyOf(p, issues, coupled, shape.wide ?? false)),
          ),
          constraints: fc.array(constraintOf(issues), { maxLength: coupled ? 2 : 0 }),
        })
        .map(({ parties, constraints }) => ({
          title: 'random',
          issues,
          parties,
          constraints: constraints.map((constraint, i) => ({ ...constraint, id: `c${i}` })),
          remarks: [],
        })),
    )
}

function issueLists(packagesMax: number): fc.Arbitrary<Issue[]> {
  const issue = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.integer({ min: 1, max: 4 }).map(size => ({ kind: 'discrete' as const, size })),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 1, max: 4 }).map(size => ({ kind: 'integer' as const, size })),
    },
  )
  return fc.array(issue, { minLength: 1, maxLength: 5 }).map(list => {
    let packages = 1
    return list
      .filter((item, i) => {
        if (i > 0 && packages * item.size > packagesMax) return false
        packages *= item.size
        return true
      })
      .map((item, i): Issue => {
        const name = `issue ${i}`
        return item.kind === 'discrete'
          ? { kind: 'discrete', name, options: Array.from({ length: item.size }, (_, o) => `option ${o}`) }
          : { kind: 'integer', name, lower: -1, upper: item.size - 2 }
      })
  })
}

/** Mostly small whole numbers, so that ties are common; some fractions of awkward denominators. */
export const numbers: fc.Arbitrary<Rational> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 }).map(n => rational(n)) },
  { weight: 1, arbitrary: fc.integer({ min: -3, max: 6 }).map(n => rational(n)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 13 }))
      .map(([n, d]) => rational(n, d)),
  },
)

const wideNumbers = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.integer({ min: 1, max: 97 }))
  .map(([n, d]) => rational(n, 10n ** 16n * BigInt(d)))

function partyOf(
  index: number,
  issues: readonly Issue[],
  coupled: boolean,
  wide: boolean,
): fc.Arbitrary<Party> {
  const number = wide ? fc.oneof(numbers, wideNumbers) : numbers
  const weight = fc.oneof(
    { weight: 4, arbitrary: number },
    { weight: 1, arbitrary: fc.constant(rational(0)) },
  )
  return fc.record({
    name: fc.constant(`party ${index}`),
    weights: fc.tuple(...issues.map(() => weight)),
    values: fc.tuple(
      ...issues.map(issue => {
        const size =
          issue.kind === 'discrete'
            ? issue.options.length
            : issue.kind === 'integer'
              ? issue.upper - issue.lower + 1
              : 0
        return fc
          .array(number, { minLength: size, maxLength: size })
          .map(values => ({ kind: 'table' as const, values }))
      }),
    ),
    bonuses: coupled
      ? fc.array(
          fc.record({ id: fc.constant('b'), when: regionOf(issues), value: number }) as fc.Arbitrary<Bonus>,
          { maxLength: 2 },
        )
      : fc.constant([]),
    reservation: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: -2, max: 12 }).map(n => rational(n)) },
      { weight: 1, arbitrary: number },
    ),
    redLines: coupled
      ? fc
          .array(regionOf(issues), { maxLength: 1 })
          .map(list => list.map((excludes, i) => ({ id: `r${index}.${i}`, sentence: 'never', excludes })))
      : fc.constant([]),
    entitlement: fc.constant(rational(1)),
  })
}

function regionOf(issues: readonly Issue[]): fc.Arbitrary<Condition[]> {
  return fc
    .subarray(
      issues.map((_, i) => i),
      { minLength: 1, maxLength: Math.min(2, issues.length) },
    )
    .chain(chosen => fc.tuple(...chosen.map(issue => conditionOf(issues, issue))))
}

function conditionOf(issues: readonly Issue[], index: number): fc.Arbitrary<Condition> {
  const issue = issues[index] as Issue
  if (issue.kind === 'discrete') {
    const all = issue.options.map((_, o) => o)
    return fc.subarray(all, { minLength: 1 }).map(options => ({ kind: 'options', issue: index, options }))
  }
  return fc.tuple(fc.integer({ min: -1, max: 2 }), fc.integer({ min: 0, max: 2 })).map(([low, width]) => ({
    kind: 'range',
    issue: index,
    low: rational(low),
    high: rational(low + width),
  }))
}

function constraintOf(issues: readonly Issue[]): fc.Arbitrary<Constraint> {
  const region = regionOf(issues)
  const common = { id: fc.constant(''), sentence: fc.constant('a rule') }
  return fc.oneof(
    fc.record({ kind: fc.constant('forbid' as const), ...common, when: region }),
    // oxlint-disable-next-line unicorn/no-thenable -- the model's own word for a consequence
    fc.record({ kind: fc.constant('implies' as const), ...common, when: region, then: region }),
    fc.record({
      kind: fc.constant('at-most' as const),
      ...common,
      count: fc.integer({ min: 0, max: 1 }),
      of: fc.array(region, { minLength: 1, maxLength: 3 }),
    }),
  )
}
