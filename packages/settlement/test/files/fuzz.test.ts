import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { importGoods, importProblem, problemToYaml, type SourceFile } from '../../src/files/index.ts'
import { normalText } from '../../src/files/text-key.ts'
import type { Issue, Problem, Region } from '../../src/problem.ts'
import { add, ONE, type Rational, rational } from '../../src/rational.ts'
import { file, goods, groups } from './samples.ts'

const numRuns = Number(process.env['GOODOFFICES_RUNS'] ?? 60)
const samples = [...Object.values(groups), [file('goods.yaml', goods)]]
const secondsMax = 5

/** Imports, and holds the importer to an answer: a problem, or mistakes that all have a place and words. */
function importHolds(files: readonly SourceFile[]): void {
  const start = performance.now()
  for (const result of [
    importProblem(files),
    importProblem(files, { skipUnknown: true, scale: 3 }),
    importGoods(files),
  ]) {
    if (result.ok) continue
    expect(result.error.length).toBeGreaterThan(0)
    for (const problem of result.error) {
      expect(problem.line).toBeGreaterThan(0)
      expect(problem.column).toBeGreaterThan(0)
    }
  }
  expect((performance.now() - start) / 1000).toBeLessThan(secondsMax)
}

const scrap = fc.oneof(
  fc.constantFrom(
    '"',
    '<',
    '>',
    '&',
    '/>',
    '{',
    '}',
    '[',
    ']',
    ':',
    '- ',
    '\n',
    ' ',
    '\t',
    '#',
    '|',
    '>-',
    '?',
    '!',
    '*a',
    '&a',
    '~',
    'null',
    '1e400',
    '1e999999',
    '-',
    '1/0',
    'NaN',
    '.inf',
    '<!--',
    ']]>',
    '<![CDATA[',
    '<?x?>',
    '&#0;',
    '\u0000',
    '\ud800',
    '\u202e',
    '%',
  ),
  fc.string({ maxLength: 8 }),
  fc.integer().map(String),
)

test('mutated files never crash or hang an importer', () => {
  const mutation = fc.record({
    group: fc.nat(samples.length - 1),
    part: fc.nat(),
    edits: fc.array(fc.record({ at: fc.nat(), cut: fc.nat(30), put: scrap }), { minLength: 1, maxLength: 6 }),
  })
  fc.assert(
    fc.property(mutation, ({ group, part, edits }) => {
      const files = samples[group] ?? []
      const chosen = part % files.length
      importHolds(
        files.map((each, i) => {
          if (i !== chosen) return each
          let text = each.text
          for (const { at, cut, put } of edits) {
            const where = at % (text.length + 1)
            text = text.slice(0, where) + put + text.slice(where + cut)
          }
          return file(each.name, text)
        }),
      )
    }),
    { numRuns },
  )
})

test('files cut, repeated, shuffled and mixed never crash or hang an importer', () => {
  const all = samples.flat()
  const piece = fc.record({
    file: fc.nat(all.length - 1),
    from: fc.nat(),
    length: fc.nat(2_000),
    times: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(fc.array(fc.array(piece, { maxLength: 3 }), { maxLength: 4 }), texts => {
      importHolds(
        texts.map((pieces, i) =>
          file(
            `f${i}`,
            pieces
              .map(({ file: f, from, length, times }) => {
                const text = all[f]?.text ?? ''
                return text.slice(from % text.length, (from % text.length) + length).repeat(times)
              })
              .join(''),
          ),
        ),
      )
    }),
    { numRuns },
  )
})

test('arbitrary text and arbitrary JSON never crash an importer', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 200, unit: 'binary' }),
    fc.json({ maxDepth: 6 }),
    fc.json().map(json => `{"issues": ${json}, "parties": ${json}}`),
    fc.json().map(json => `{"LinearAdditiveUtilitySpace": ${json}}`),
    fc.json().map(json => `{"issuesValues": ${json}}`),
    fc.json().map(json => `{"type": "LinearAdditiveUtilityFunction", "values": ${json}, "weights": ${json}}`),
    fc.json().map(json => `{"goods": ${json}, "parties": ${json}}`),
  )
  fc.assert(
    fc.property(fc.array(text, { maxLength: 3 }), texts =>
      importHolds(texts.map((each, i) => file(`f${i}`, each))),
    ),
    { numRuns },
  )
})

// Composed, as names are shown; those that look alike would be one name twice.
const name = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).map(text => text.normalize('NFC'))
const look = { selector: normalText }
const exact: fc.Arbitrary<Rational> = fc
  .tuple(fc.integer({ min: -2_000, max: 2_000 }), fc.constantFrom(1, 3, 7, 10, 1_000))
  .map(([n, d]) => rational(n, d))
const positive: fc.Arbitrary<Rational> = exact.map(({ num, den }) => ({ num: num < 0n ? -num : num, den }))

const issue: fc.Arbitrary<Issue> = fc.oneof(
  fc.record({
    kind: fc.constant('discrete' as const),
    name,
    options: fc.uniqueArray(name, { ...look, minLength: 1, maxLength: 4 }),
  }),
  fc.tuple(name, fc.integer({ min: -20, max: 20 }), fc.nat(6)).map(([n, lower, size]) => ({
    kind: 'integer' as const,
    name: n,
    lower,
    upper: lower + size,
    unit: 'days',
  })),
  fc.tuple(name, exact, positive).map(([n, lower, width]) => ({
    kind: 'continuous' as const,
    name: n,
    lower,
    upper: add(add(lower, width), ONE),
  })),
)

const problem: fc.Arbitrary<Problem> = fc
  .tuple(
    name,
    fc.uniqueArray(issue, { selector: each => normalText(each.name), minLength: 1, maxLength: 4 }),
    fc.uniqueArray(name, { ...look, minLength: 2, maxLength: 3 }),
    fc.infiniteStream(exact),
    fc.infiniteStream(positive),
  )
  .map(([title, issues, parties, stream, positives]): Problem => {
    const next = () => stream.next().value
    const nextPositive = () => positives.next().value
    const region = (): Region =>
      issues.slice(0, 2).map((each, i) => {
        if (each.kind === 'discrete') return { kind: 'options', issue: i, options: [each.options.length - 1] }
        const low = typeof each.lower === 'number' ? rational(each.lower) : each.lower
        return { kind: 'range', issue: i, low, high: low }
      })
    return {
      title,
      issues,
      parties: parties.map((party, p) => {
        const weights = issues.map(nextPositive)
        return {
          name: party,
          weights,
          values: issues.map(each => {
            if (each.kind === 'discrete') return { kind: 'table', values: each.options.map(next) }
            if (each.kind === 'integer')
              return { kind: 'table', values: Array.from({ length: each.upper - each.lower + 1 }, next) }
            return {
              kind: 'piecewise',
              points: [
                { at: each.lower, value: next() },
                { at: each.upper, value: next() },
              ],
            }
          }),
          bonuses: [{ id: `b${p}`, when: region(), value: next() }],
          reservation: next(),
          redLines: [{ id: `r${p}`, sentence: 'never: "this", at all', excludes: region() }],
          entitlement: add(nextPositive(), ONE),
          ...(p === 0
            ? {
                weightRanges: weights.map((weight, i) =>
                  i === 0 ? { low: weight, high: add(weight, ONE) } : undefined,
                ),
              }
            : {}),
        }
      }),
      constraints: [
        { kind: 'forbid', id: 'c1', sentence: 'no', when: region() },
        // oxlint-disable-next-line unicorn/no-thenable -- the model's word for an implication
        { kind: 'implies', id: 'c2', sentence: '- not\n  without', when: region(), then: region() },
        { kind: 'at-most', id: 'c3', sentence: 'true', count: 1, of: [region(), region()] },
      ],
      remarks: [],
    }
  })

test('a problem written as our own file reads back as the same problem', () => {
  fc.assert(
    fc.property(problem, original => {
      const result = importProblem([
        file(
          'p.yaml',
          problemToYaml(original, ({ code }) => code),
        ),
      ])
      expect(result).toEqual({ ok: true, value: original })
    }),
    { numRuns },
  )
})
