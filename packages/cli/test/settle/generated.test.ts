import {
  add,
  compare,
  divide,
  equals,
  max,
  min,
  multiply,
  ONE,
  type Rational,
  rational,
  settle,
  subtract,
  sum,
  ZERO,
} from '@goodoffices/settlement'
import { importProblem } from '@goodoffices/settlement/files'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { settlementToJson } from '../../src/settle/json.ts'
import { toFraction, toJsonText } from '../../src/settle/numbers.ts'

/**
 * From GENIUS files to JSON, against plain enumeration in exact fractions. The generator keeps what it meant
 * beside what it wrote, so that the enumeration owes nothing to the importer.
 */

const numRuns = Number(process.env['GOODOFFICES_RUNS'] ?? 200)

type Draft = {
  readonly firstIndex: number
  readonly issues: readonly {
    readonly name: string
    readonly values: readonly string[]
    readonly lower: number | undefined
  }[]
  readonly parties: readonly {
    readonly reservation: number | undefined
    readonly issues: readonly {
      readonly weight: number
      readonly evaluations: readonly number[]
      readonly slope: number
      readonly offset: number
      readonly decoy: boolean
      readonly reversed: boolean
    }[]
  }[]
}

const name = fc.string({
  unit: fc.constantFrom('a', 'B', 'é', 'ß', '水', 'ع', 'א', '-', '&', '<', '"', "'", '1'),
  minLength: 1,
  maxLength: 5,
})

const draft: fc.Arbitrary<Draft> = fc
  .tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 2, max: 4 }),
    fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
  )
  .chain(([firstIndex, partyCount, names]) =>
    fc.record({
      firstIndex: fc.constant(firstIndex),
      issues: fc.tuple(
        ...names.map(each =>
          fc.record({
            name: fc.constant(each),
            values: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
            lower: fc.option(fc.integer({ min: -4, max: 4 }), { nil: undefined }),
          }),
        ),
      ),
      parties: fc.array(
        fc.record({
          reservation: fc.oneof(
            { weight: 6, arbitrary: fc.constant(undefined) },
            { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
            { weight: 1, arbitrary: fc.integer({ min: 0, max: 12 }) },
          ),
          issues: fc.tuple(
            ...names.map(() =>
              fc.record({
                weight: fc.integer({ min: 0, max: 6 }),
                evaluations: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 }),
                slope: fc.integer({ min: -6, max: 6 }),
                offset: fc.integer({ min: -5, max: 12 }),
                decoy: fc.boolean(),
                reversed: fc.boolean(),
              }),
            ),
          ),
        }),
        { minLength: partyCount, maxLength: partyCount },
      ),
    }),
  )

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function domainXml({ firstIndex, issues }: Draft): string {
  const body = issues.map(({ name: issue, values, lower }, i) => {
    const head = `<issue index="${firstIndex + i}" name="${xml(issue)}"`
    return lower === undefined
      ? `${head} type="discrete">${values.map((value, v) => `<item index="${v + 1}" value="${xml(value)}"/>`).join('')}</issue>`
      : `${head} type="integer" lowerbound="${lower}" upperbound="${lower + values.length - 1}"/>`
  })
  return `<negotiation_template><utility_space><objective name="root">${body.join('')}</objective></utility_space></negotiation_template>`
}

/** Weights in tenths, reservations in tenths, slopes and offsets in tenths. */
function profileXml({ firstIndex, issues, parties }: Draft, party: Draft['parties'][number]): string {
  const body = issues.map(({ name: issue, values, lower }, i) => {
    const own = party.issues[i]
    if (own === undefined) return ''
    const head = `<issue index="${firstIndex + i}" name="${xml(issue)}"`
    if (lower !== undefined) {
      return `${head} type="integer" lowerbound="${lower}" upperbound="${lower + values.length - 1}"><evaluator ftype="linear" slope="${own.slope / 10}" offset="${own.offset / 10}"/></issue>`
    }
    const items = values.map((value, v) => `<item value="${xml(value)}" evaluation="${own.evaluations[v]}"/>`)
    // An earlier duplicate must not count, nor stand in the way of the largest.
    const decoy = own.decoy ? `<item value="${xml(values[0] ?? '')}" evaluation="99"/>` : ''
    return `${head} type="discrete">${decoy}${(own.reversed ? items.toReversed() : items).join('')}</issue>`
  })
  const weights = party.issues.map(
    ({ weight }, i) => `<weight index="${firstIndex + i}" value="${weight / 10}"/>`,
  )
  const reservation =
    party.reservation === undefined ? '' : `<reservation value="${party.reservation / 10}"/>`
  return `<utility_space number_of_issues="${parties.length}"><objective name="root">${weights.join('')}${body.join('')}</objective>${reservation}</utility_space>`
}

function utility({ issues }: Draft, party: Draft['parties'][number], choice: readonly number[]): Rational {
  const total = sum(
    issues.map(({ values, lower }, i) => {
      const own = party.issues[i]
      const pick = choice[i] ?? 0
      if (own === undefined) return ZERO
      const line = add(multiply(rational(own.slope, 10), rational(pick)), rational(own.offset, 10))
      const best = Math.max(...own.evaluations.slice(0, values.length))
      const share =
        lower !== undefined
          ? max(ZERO, min(ONE, line))
          : best === 0
            ? ZERO
            : rational(own.evaluations[pick] ?? 0, best)
      return multiply(rational(own.weight, 10), share)
    }),
  )
  return min(ONE, total)
}

function enumerate(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<readonly (readonly number[])[]>(
    (all, size) => all.flatMap(head => Array.from({ length: size }, (_, i) => [...head, i])),
    [[]],
  )
}

function covers(a: readonly Rational[], b: readonly Rational[]): boolean {
  return a.every((each, p) => compare(each, b[p] ?? ZERO) >= 0)
}

function compareLeximin(a: readonly Rational[], b: readonly Rational[]): number {
  const sortedA = a.toSorted(compare)
  const sortedB = b.toSorted(compare)
  for (const [i, value] of sortedA.entries()) {
    const order = compare(value, sortedB[i] ?? ZERO)
    if (order !== 0) return order
  }
  return 0
}

test('generated GENIUS problems agree with plain enumeration in exact fractions', () => {
  let deals = 0
  fc.assert(
    fc.property(draft, problem => {
      const files = [
        { name: 'domain.xml', text: domainXml(problem) },
        ...problem.parties.map((party, i) => ({ name: `p${i}.xml`, text: profileXml(problem, party) })),
      ]
      const read = importProblem(files)
      if (!read.ok) throw new Error(JSON.stringify(read.error))
      const json = JSON.parse(JSON.stringify(settlementToJson(read.value, settle(read.value))))

      const choices = enumerate(problem.issues.map(({ values }) => values.length))
      const floors = problem.parties.map(party => rational(party.reservation ?? 0, 10))
      const rows = choices
        .map(choice => ({ choice, utilities: problem.parties.map(party => utility(problem, party, choice)) }))
        .filter(({ utilities }) => utilities.every((each, p) => compare(each, floors[p] ?? ZERO) >= 0))
        .map(row => ({ ...row, gains: row.utilities.map((each, p) => subtract(each, floors[p] ?? ZERO)) }))
      expect(json.outcomes).toBe(String(choices.length))
      expect(json.zoneOfAgreement).toBe(rows.length > 0)
      if (rows.length === 0) return
      deals++

      const efficient = rows.filter(
        row =>
          !rows.some(
            other => covers(other.utilities, row.utilities) && !covers(row.utilities, other.utilities),
          ),
      )
      const points = Map.groupBy(efficient, row => row.utilities.map(toFraction).join(' '))
      const listed = json.frontier.map(
        (point: { utilities: string[]; utilitiesExact?: string[]; ties: string }) =>
          `${point.utilities.join(' ')} x${point.ties}`,
      )
      expect(listed.toSorted()).toEqual(
        [...points.values()]
          .map(group => `${group[0]?.utilities.map(toJsonText).join(' ')} x${group.length}`)
          .toSorted(),
      )

      const packageOf = (choice: readonly number[]) =>
        JSON.stringify(
          Object.fromEntries(
            problem.issues.map(({ name: issue, values, lower }, i) => [
              issue,
              lower === undefined ? values[choice[i] ?? 0] : String(lower + (choice[i] ?? 0)),
            ]),
          ),
        )
      const expectBest = (
        solution: { value: string; packages: { package: object }[] },
        better: (a: Row, b: Row) => number,
        value: (row: Row) => Rational,
      ) => {
        const best = rows.reduce((a, b) => (better(b, a) > 0 ? b : a))
        const tied = rows.filter(row => better(row, best) === 0)
        expect(solution.value).toBe(toJsonText(value(best)))
        expect(solution.packages.map(each => JSON.stringify(each.package)).toSorted()).toEqual(
          tied.map(row => packageOf(row.choice)).toSorted(),
        )
      }
      type Row = (typeof rows)[number]
      const product = (row: Row) => row.gains.reduce(multiply, ONE)
      const total = (row: Row) => sum(row.utilities)
      const ideals = problem.parties.map((_, p) => rows.map(row => row.gains[p] ?? ZERO).reduce(max))
      const ratio = (row: Row) =>
        row.gains
          .flatMap((gain, p) => (equals(ideals[p] ?? ZERO, ZERO) ? [] : [divide(gain, ideals[p] ?? ONE)]))
          .reduce(min, ONE)
      const least = (row: Row) => row.gains.reduce(min)
      expectBest(json.solutions.nash, (a, b) => compare(product(a), product(b)), product)
      expectBest(json.solutions.utilitarian, (a, b) => compare(total(a), total(b)), total)
      expectBest(json.solutions.egalitarian, (a, b) => compareLeximin(a.gains, b.gains), least)
      if (ideals.every(ideal => !equals(ideal, ZERO)))
        expectBest(json.solutions.kalaiSmorodinsky, (a, b) => compare(ratio(a), ratio(b)), ratio)
    }),
    { numRuns },
  )
  // The generator must not mostly make problems that have no deal.
  expect(deals).toBeGreaterThan(numRuns / 3)
})
