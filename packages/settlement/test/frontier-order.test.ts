import { expect, test } from 'vitest'
import { ONE, type Problem, rational, settle, toText } from '../src/index.ts'

const values = (...numbers: readonly number[]) =>
  ({ kind: 'table', values: numbers.map(number => rational(number)) }) as const

/** One issue of three options; the first party's utility is cut to nothing, and the others want the opposite of each other. */
const problem: Problem = {
  title: 'levelled',
  issues: [{ kind: 'discrete', name: 'issue', options: ['a', 'b', 'c'] }],
  parties: [values(5, 3, 1), values(2, 1, 3), values(1, 3, 0)].map((table, p) => ({
    name: `party ${p}`,
    weights: [ONE],
    values: [table],
    bonuses: [],
    reservation: rational(0),
    redLines: [],
    entitlement: ONE,
    ...(p === 0 ? { ceiling: rational(0) } : {}),
  })),
  constraints: [],
  remarks: [],
}

test('SET-9, SET-26: points on which the first party is level stand in the order of the next', () => {
  const points = settle(problem).frontier.map(({ utilities }) => utilities.map(toText).join(' '))
  expect(points).toEqual(['0 1 3', '0 2 1', '0 3 0'])
})
