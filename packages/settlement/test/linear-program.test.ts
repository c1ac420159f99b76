import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { maximize } from '../src/cells/linear-program.ts'
import { compare, rational, toText } from '../src/index.ts'
import { numRuns } from './arbitraries.ts'
import { bestVertex, dot } from './vertices.ts'

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
