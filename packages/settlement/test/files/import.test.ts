import { expect, test } from 'vitest'
import { importGoods, importProblem, type SourceFile } from '../../src/files/index.ts'
import { countOutcomes, type Pick, utilitiesOf } from '../../src/package.ts'
import type { Problem } from '../../src/problem.ts'
import { parseRational, type Rational, rational, toText } from '../../src/rational.ts'
import {
  file,
  geniusBuyer,
  geniusDomain,
  geniusSeller,
  goods,
  groups,
  ownProblem,
  webProfileA,
  webProfileB,
} from './samples.ts'

function read(files: readonly SourceFile[], scale?: number): Problem {
  const result = importProblem(files, scale === undefined ? {} : { scale })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function utilities(problem: Problem, ...picks: readonly Pick[]): readonly string[] {
  return utilitiesOf(problem, picks).map(toText)
}

function q(text: string): Rational {
  const value = parseRational(text)
  if (value === undefined) throw new Error(text)
  return value
}

test('our own file: options, ranges, weights, points, bonuses, reservation packages', () => {
  const problem = read(groups['own'] ?? [])
  const [upper, lower] = problem.parties
  expect(problem.issues.map(issue => issue.kind)).toEqual(['discrete', 'integer', 'continuous'])
  // 40 · 1/3 + 30 · 0.45 (6 of 12 hours) + 30 · 0.6 (price 1): by head brings no penalty.
  expect(utilities(problem, 2, 6, q('1'))).toEqual(['269/6', '141.5'])
  // Two to one at price 1 carries the penalty of 5.
  expect(utilities(problem, 1, 0, q('1'))).toEqual(['53', '54'])
  expect(toText(upper?.reservation ?? rational(0))).toBe('0')
  expect(toText(lower?.reservation ?? rational(0))).toBe('10')
  expect(toText(lower?.entitlement ?? rational(0))).toBe('2')
  expect(upper?.weightRanges?.[1]).toEqual({ low: rational(20), high: rational(40) })
  expect(upper?.redLines).toEqual([
    {
      id: 'red-line-1.1',
      sentence: 'the spring lies on our land',
      excludes: [{ kind: 'options', issue: 0, options: [2] }],
    },
  ])
  expect(problem.constraints.map(constraint => [constraint.kind, constraint.id])).toEqual([
    ['implies', 'metered'],
    ['at-most', 'constraint-2'],
  ])
})

test('a reservation package is worth its own utility', () => {
  const changed = ownProblem.replace('Hours a day: 0, Price: 2.5', 'Hours a day: 12, Price: 0')
  const problem = read([file('spring.yaml', changed)])
  expect(toText(problem.parties[0]?.reservation ?? rational(0))).toBe('52')
})

test('JSON is read like YAML', () => {
  const json = JSON.stringify({
    issues: [{ name: 'Price', options: ['low', 'high'] }],
    parties: [
      { name: 'A', values: { Price: { low: 0.1, high: 0.3 } } },
      { name: 'B', values: { Price: [1, 0] } },
    ],
  })
  expect(utilities(read([file('p.json', json)]), 1)).toEqual(['0.3', '0'])
})

test('GENIUS: indices from 2, order by text, last duplicate, over the largest, clipping, shift by the lower bound', () => {
  const problem = read(groups['genius'] ?? [])
  expect(problem.issues.map(issue => issue.name)).toEqual(['Colour', 'Days', 'Load'])
  // Buyer: red 1/4, green 2/4, blue 4/4. Days 3: 0.2·5 − 0.4 = 0.6. Load 4: 0.25·4 − 0.5 = 0.5.
  // Seller: red 3/3; days 3: 1 − 0.1·5 = 0.5; load 4: the top of the triangle.
  expect(utilities(problem, 0, 3, q('4'))).toEqual(['0.4', '0.85'])
  expect(utilities(problem, 1, 8, q('10'))).toEqual(['0.75', '0.5'])
  expect(utilities(problem, 2, -2, q('1'))).toEqual(['0.5', '0.3'])
  expect(utilities(problem, 2, 0, q('6'))).toEqual(['0.75', '0.34'])
  expect(problem.parties.map(party => toText(party.reservation))).toEqual(['0.125', '0'])
  expect(problem.remarks).toEqual([{ code: 'discount-not-used', party: 'seller', factor: '0.9' }])
})

const days = (evaluator: string): string =>
  `<utility_space><objective><issue index="3" name="Days" type="integer" weight="1" lowerbound="-2" upperbound="8">${evaluator}</issue></objective></utility_space>`

test('GENIUS: integer evaluators spelled like real ones, and weights on the issues themselves', () => {
  const problem = read([
    file('a.xml', days('<evaluator ftype="linear" parameter0="0.2" parameter1="0.1"/>')),
    file('b.xml', days('<evaluator ftype="triangular" parameter0="-2" parameter1="8" parameter2="3"/>')),
    file('c.xml', days('<evaluator ftype="constant" parameter0="0.25"/>')),
  ])
  expect(utilities(problem, -2)).toEqual(['0', '0', '0.25'])
  expect(utilities(problem, 1)).toEqual(['0.3', '0.6', '0.25'])
  expect(utilities(problem, 8)).toEqual(['1', '0', '0.25'])
})

test('GENIUS cuts the whole utility at 1, and nothing else changes', () => {
  const heavy = geniusBuyer
    .replace('index="2" value="0.5"', 'index="2" value="0.7"')
    .replace(/<issue index="4"[^\n]*\n/, '')
    .replace('<weight index="4" value="0.25"/>', '')
  const domain = geniusDomain.replace(/ *<issue index="4"[^\n]*\n/, '')
  const seller = geniusSeller
    .replace(/ *<issue index="4"[^\n]*\n/, '')
    .replace('<weight index="4" value="0.2"/>', '')
    .replace('index="3" value="0.3"', 'index="3" value="0.6"')
  const problem = read([file('d.xml', domain), file('b.xml', heavy), file('s.xml', seller)])
  // Seller: 0.5 · 1 + 0.6 · (1 − 0.1·(v + 2)): above 1 only at -2, for red and for green alike.
  expect(utilities(problem, 0, -2)).toEqual(['0.175', '1'])
  expect(utilities(problem, 1, -2)[1]).toBe('1')
  expect(utilities(problem, 1, -1)[1]).toBe('1')
  expect(utilities(problem, 1, 0)[1]).toBe('0.98')
  expect(utilities(problem, 2, -2)[1]).toBe('0.6')
  expect(problem.remarks.map(({ code }) => code)).toContain('cut-at-one')
})

test('GENIUS nonlinear: rectangles add up over maxutility; EXCLUDES counts outside', () => {
  const problem = read(groups['nonlinear'] ?? [])
  expect(utilities(problem, 0, 2, q('2'))[1]).toBe('0.6')
  expect(utilities(problem, 0, 2, q('3'))[1]).toBe('0.35')
  expect(utilities(problem, 0, 6, q('2'))[1]).toBe('0.05')
})

test('GENIUS profiles alone bring their own issues, and say so', () => {
  const problem = read([file('buyer.xml', geniusBuyer), file('seller.xml', geniusSeller)])
  expect(problem.issues).toHaveLength(3)
  expect(problem.remarks[0]).toMatchObject({ code: 'no-domain-file' })
})

test('GeniusWeb: both generations of keys, stepped ranges, the reservation bid, a domain of their own', () => {
  const problem = read(groups['geniusweb'] ?? [])
  expect(problem.issues[1]).toEqual({
    kind: 'discrete',
    name: 'Price',
    options: ['0', '0.25', '0.5', '0.75', '1'],
  })
  expect(problem.issues[2]).toEqual({ kind: 'integer', name: 'Years', lower: 1, upper: 4 })
  expect(utilities(problem, 0, 1, 2)).toEqual(['71/120', '7/30'])
  expect(problem.parties.map(party => toText(party.reservation))).toEqual(['0.35', '0'])
  const embedded = read([file('a.json', webProfileA), file('b.json', webProfileB)])
  expect(embedded.issues).toEqual(problem.issues)
})

test('NegMAS: nothing is clipped or shifted; bias, discounts, minus infinity', () => {
  const problem = read(groups['negmas'] ?? [])
  const [tenant, landlord] = problem.parties
  expect(problem.issues.map(issue => issue.kind)).toEqual(['discrete', 'integer', 'continuous', 'discrete'])
  // 0.5 + 0.5·(0.1·−1 + 0.3) − 0.25·0.1·10 + 0.25·16 = 0.5 + 0.1 − 0.25 + 4
  expect(utilities(problem, 1, -1, q('10'), 2)).toEqual(['4.35', '9'])
  expect([tenant?.name, toText(tenant?.reservation ?? rational(0))]).toEqual(['tenant', '0.25'])
  expect([landlord?.name, toText(landlord?.reservation ?? rational(0))]).toEqual(['landlord', '-2'])
  expect(tenant?.bonuses).toEqual([])
})

test('goods for division', () => {
  const result = importGoods([file('goods.yaml', goods)])
  expect(result).toMatchObject({
    ok: true,
    value: {
      goods: ['House', 'Boat', 'Piano'],
      measure: 'points',
      claimants: [{ name: 'Ana' }, { name: 'Ben', values: [rational(50), rational(20), rational(30)] }],
    },
  })
})

test('numbers are what is written: 0.1 + 0.2 is 0.3, and 30 digits are kept', () => {
  const text = `issues: [{name: X, options: [a]}, {name: Y, options: [b]}]
parties:
  - {name: A, values: {X: [0.1], Y: [0.2]}}
  - {name: B, values: {X: [0.000000000000000000000000000001], Y: [1e-3]}}
`
  expect(utilities(read([file('x.yaml', text)]), 0, 0)).toEqual(['0.3', '0.001000000000000000000000000001'])
})

test('--scale rounds each weighted contribution once and says so', () => {
  const exact = read(groups['own'] ?? [])
  const rounded = read(groups['own'] ?? [], 1)
  expect(utilities(exact, 2, 0, q('0'))[0]).toBe('130/3')
  expect(utilities(rounded, 2, 0, q('0'))[0]).toBe('43.3')
  expect(rounded.remarks.at(-1)).toEqual({ code: 'rounded', places: 1, changed: 33 })
  expect(read(groups['geniusweb'] ?? [], 6).remarks.at(-1)).toMatchObject({
    code: 'rounded',
    changed: expect.any(Number),
  })
})

test('files that are none of these are refused, or skipped and named in a folder', () => {
  const strange = file('notes.txt', 'hello: world\n')
  const refused = importProblem([...(groups['genius'] ?? []), strange])
  expect(refused).toMatchObject({ ok: false, error: [{ code: 'unknown-kind', file: 'notes.txt' }] })
  const skipped = importProblem([...(groups['genius'] ?? []), strange], { skipUnknown: true })
  expect(skipped.ok && skipped.value.remarks.at(-1)).toEqual({
    code: 'not-read',
    files: ['notes.txt'],
  })
})

test('a range of whole numbers is counted, a continuous one is not', () => {
  expect(countOutcomes(read(groups['geniusweb'] ?? []))).toBe(40n)
  expect(countOutcomes(read(groups['own'] ?? []))).toBe('infinite')
})
