import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { maximize } from '../src/cells/linear-program.ts'
import { compare, multiply, type Rational, rational, sum, toText } from '../src/index.ts'
import { numRuns } from './arbitraries.ts'

const small = fc.integer({ min: -6, max: 6 }).map(n => rational(n))
const programs = fc
  .record({ n: fc.integer({ min: 1, max: 3 }), m: fc.integer({ min: 0, max: 4 }) })
  .chain(({ n, m }) =>
    fc.record({
      objective: fc.array(small, { minLength: n, maxLength: n }),
      rows: fc
        .array(fc.record({ coefficients: fc.array(small, { minLength: n, maxLength: n }), atMost: small }), {
          minLength: m,
          maxLength: m,
        })
        .map(rows => [
          ...rows,
          // A box, so that the optimum is a vertex.
          ...Array.from({ length: n }, (_, j) => ({
            coefficients: Array.from({ length: n }, (_, k) => rational(j === k ? 1 : 0)),
            atMost: rational(5),
          })),
        ]),
    }),
  )

function dot(a: readonly Rational[], b: readonly Rational[]): Rational {
  return sum(a.map((value, i) => multiply(value, b[i] as Rational)))
}

/** Solves a square system by elimination; undefined when it is singular. */
function solve(rows: readonly (readonly Rational[])[], right: readonly Rational[]): Rational[] | undefined {
  const n = rows.length
  const work = rows.map((row, i) => [...row, right[i] as Rational])
  for (let c = 0; c < n; c++) {
    const p = work.findIndex((row, i) => i >= c && (row[c] as Rational).num !== 0n)
    if (p < 0) return undefined
    ;[work[c], work[p]] = [work[p] as Rational[], work[c] as Rational[]]
    const own = work[c] as Rational[]
    const head = own[c] as Rational
    const inverse = rational(head.den, head.num)
    own.forEach((value, j) => {
      own[j] = multiply(value, inverse)
    })
    work.forEach((row, i) => {
      if (i === c) return
      const factor = row[c] as Rational
      row.forEach((value, j) => {
        row[j] = sum([value, multiply({ num: -factor.num, den: factor.den }, own[j] as Rational)])
      })
    })
  }
  return work.map(row => row[n] as Rational)
}

/** Every vertex: n of the rows and axes met with equality. */
function bestVertex({ objective, rows }: Parameters<typeof maximize>[0]): Rational | undefined {
  const n = objective.length
  const axes = objective.map((_, j) => ({
    coefficients: objective.map((_, k) => rational(j === k ? -1 : 0)),
    atMost: rational(0),
  }))
  const all = [...rows, ...axes]
  let best: Rational | undefined
  const visit = (from: number, chosen: readonly number[]): void => {
    if (chosen.length === n) {
      const at = solve(
        chosen.map(i => all[i]?.coefficients ?? []),
        chosen.map(i => all[i]?.atMost ?? rational(0)),
      )
      if (at === undefined || all.some(row => compare(dot(row.coefficients, at), row.atMost) > 0)) return
      const value = dot(objective, at)
      if (best === undefined || compare(value, best) > 0) best = value
      return
    }
    for (let i = from; i < all.length; i++) visit(i + 1, [...chosen, i])
  }
  visit(0, [])
  return best
}

test('SET-15: the simplex method finds the best vertex, or that there is none', () => {
  fc.assert(
    fc.property(programs, program => {
      const expected = bestVertex(program)
      const answer = maximize(program)
      if (expected === undefined) {
        expect(answer).toEqual({ status: 'infeasible' })
        return
      }
      if (answer.status !== 'optimal') throw new Error(answer.status)
      expect(toText(answer.value)).toBe(toText(expected))
      expect(toText(dot(program.objective, answer.at))).toBe(toText(expected))
      for (const row of program.rows) {
        expect(compare(dot(row.coefficients, answer.at), row.atMost)).toBeLessThanOrEqual(0)
      }
    }),
    numRuns(400),
  )
})

test('SET-15: what nothing limits is unbounded', () => {
  const one = rational(1)
  expect(maximize({ objective: [one], rows: [] })).toEqual({ status: 'unbounded' })
  expect(
    maximize({
      objective: [rational(0), one],
      rows: [{ coefficients: [one, rational(-1)], atMost: rational(-1) }],
    }),
  ).toEqual({ status: 'unbounded' })
})
