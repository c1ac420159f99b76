/** ANL 2025: a centre and its edges, held to what the format says of them. */

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { importProblem, type SourceFile } from '../../src/files/index.ts'
import { compare, fromNumber, type Rational, utilitiesOf } from '../../src/index.ts'
import { numRuns } from '../arbitraries.ts'
import { enumeratePackages } from '../oracle.ts'

type Edge = {
  readonly side: readonly number[]
  readonly edge: readonly number[]
  readonly sideNone: number
  readonly edgeNone: number
}

const days = ['Mon', 'Tue', 'Wed']

const ufun = (name: string, values: readonly number[], none: number): object => ({
  name,
  type: 'LinearAdditiveUtilityFunction',
  reserved_value: none,
  weights: [1],
  values: [{ type: 'TableFun', mapping: Object.fromEntries(days.map((day, i) => [day, values[i]])) }],
})

const space = {
  type: 'DiscreteCartesianOutcomeSpace',
  issues: [{ type: 'CategoricalIssue', name: 'Day', values: days }],
}

function filesOf(edges: readonly Edge[], centre: object): SourceFile[] {
  const whole = {
    name: 'Center',
    n_edges: edges.length,
    outcome_space: space,
    side_ufuns: edges.map(({ side, sideNone }, i) => ufun(`side ${i}`, side, sideNone)),
    ...centre,
  }
  return [
    { name: 'center.json', text: JSON.stringify(whole) },
    ...edges.map(({ edge, edgeNone }, i) => ({
      name: `edge${i}.json`,
      text: JSON.stringify(ufun(`Edge ${i}`, edge, edgeNone)),
    })),
  ]
}

const level = fc.integer({ min: -2, max: 5 })
const threeLevels = fc.array(level, { minLength: 3, maxLength: 3 })
const edgeLists = fc.array(
  fc.record({ side: threeLevels, edge: threeLevels, sideNone: level, edgeNone: level }),
  { minLength: 1, maxLength: 3 },
)

function expectUtilities(
  edges: readonly Edge[],
  centre: object,
  combine: (sides: readonly number[]) => Rational,
  reserved: number,
): void {
  const read = importProblem(filesOf(edges, centre))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  expect(read.value.parties.map(({ name }) => name)).toEqual(['Center', ...edges.map((_, i) => `Edge ${i}`)])
  expect(read.value.issues[0]).toMatchObject({ name: 'Edge 0', options: [...days, 'None'] })
  for (const picks of enumeratePackages(read.value)) {
    const [whole, ...others] = utilitiesOf(read.value, picks)
    const sides = edges.map(({ side, sideNone }, i) => side[Number(picks[i])] ?? sideNone)
    const isNothing = picks.every(pick => pick === days.length)
    const expected = isNothing ? fromNumber(reserved) : combine(sides)
    expect(compare(whole as Rational, expected)).toBe(0)
    expect(others).toEqual(
      edges.map(({ edge, edgeNone }, i) => fromNumber(edge[Number(picks[i])] ?? edgeNone)),
    )
  }
}

test('SET-55: law: a centre of the largest has the largest of its sides in every package, and its own reserved value where nothing is agreed', () => {
  fc.assert(
    fc.property(edgeLists, level, (edges, reserved) => {
      const centre = { type: 'anl2025.ufun.MaxCenterUFun', reserved_value: reserved }
      expectUtilities(edges, centre, sides => fromNumber(Math.max(...sides)), reserved)
    }),
    numRuns(150),
  )
})

test('SET-55: law: a centre of a weighted sum has the sum, its weights brought to one', () => {
  fc.assert(
    fc.property(edgeLists, level, (edges, reserved) => {
      // Over their sum, which is a power of two, each is a float exactly.
      const weights = edges.map((_, i) => (edges.length === 3 ? ([1, 1, 2][i] ?? 0) : 1))
      const whole = weights.reduce((a, b) => a + b, 0)
      const centre = { type: 'LinearCombinationCenterUFun', reserved_value: reserved, weights }
      const combine = (sides: readonly number[]): Rational =>
        fromNumber(sides.reduce((sum, side, i) => sum + (side * (weights[i] as number)) / whole, 0))
      expectUtilities(edges, centre, combine, reserved)
    }),
    numRuns(100),
  )
})

const plain: Edge = { side: [1, 2, 3], edge: [3, 2, 1], sideNone: 0, edgeNone: 0 }

test('SET-55: negotiations of their own outcomes are read each over its own', () => {
  const other = {
    ...space,
    issues: [...space.issues, { type: 'CategoricalIssue', name: 'Hour', values: ['noon'] }],
  }
  const wide = (name: string): object => ({
    ...ufun(name, [1, 2, 3], 0),
    weights: [1, 1],
    values: [
      { type: 'TableFun', mapping: { Mon: 1, Tue: 2, Wed: 3 } },
      { type: 'TableFun', mapping: { noon: 4 } },
    ],
  })
  const [centre, first] = filesOf([plain, plain], {
    type: 'MaxCenterUFun',
    outcome_spaces: [space, other],
    side_ufuns: [ufun('a', [1, 2, 3], 0), wide('b')],
  }) as [SourceFile, SourceFile]
  const read = importProblem([centre, first, { name: 'edge1.json', text: JSON.stringify(wide('Wide')) }])
  expect(read.ok && read.value.issues[1]).toMatchObject({
    options: ['Day Mon, Hour noon', 'Day Tue, Hour noon', 'Day Wed, Hour noon', 'None'],
  })
})

function codes(edges: readonly Edge[], centre: object): readonly string[] {
  const read = importProblem(filesOf(edges, centre))
  return read.ok ? [] : read.error.map(({ code, file }) => `${file} ${code}`)
}

test('SET-55: a centre that does not say what it is worth is a mistake in its place', () => {
  const largest = { type: 'MaxCenterUFun' }
  expect(codes([plain], largest)).toEqual([])
  expect(codes([plain, plain], { ...largest, side_ufuns: [] })).toEqual(['center.json wrong-shape'])
  expect(codes([], largest)).toContain('center.json too-few-parties')
  expect(codes([plain, plain], { type: 'LinearCombinationCenterUFun' })).toEqual(['center.json wrong-shape'])
  const many = { type: 'ContiguousIssue', name: 'Price', values: [0, 5_000] }
  expect(codes([plain], { ...largest, outcome_space: { ...space, issues: [many] } })).toContain(
    'center.json too-many',
  )
})
