/** The inputs that are made: the same in every run. */

import { type Goods, type Problem, rational } from '../../packages/settlement/src/index.ts'

/** A fixed sequence, so that runs are comparable. */
function sequence(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state % below
  }
}

type Shape = {
  readonly issues: number
  readonly options: number
  readonly parties: number
  readonly grid: number
}

export function makeProblem({ issues, options, parties, grid }: Shape, isConstantSum = false): Problem {
  const next = sequence(7)
  const share = Math.floor(grid / issues)
  const tables = Array.from({ length: parties }, () =>
    Array.from({ length: issues }, () => Array.from({ length: options }, () => next(share))),
  )
  if (isConstantSum) tables[1] = (tables[0] ?? []).map(table => table.map(value => share - value))
  return {
    title: 'benchmark',
    issues: Array.from({ length: issues }, (_, i) => ({
      kind: 'discrete',
      name: `issue ${i}`,
      options: Array.from({ length: options }, (_, o) => `option ${o}`),
    })),
    parties: tables.map((table, p) => ({
      name: `party ${p}`,
      weights: table.map(() => rational(1)),
      values: table.map(values => ({ kind: 'table', values: values.map(value => rational(value, grid)) })),
      bonuses: [],
      reservation: rational(0),
      redLines: [],
      entitlement: rational(1),
    })),
    constraints: [],
    remarks: [],
  }
}

/** Continuous issues beside the others, each party's value bending at four places of its own making. */
export function addRanges(problem: Problem, count: number): Problem {
  const next = sequence(11)
  const ranges = Array.from({ length: count }, (_, i) => ({
    kind: 'continuous' as const,
    name: `range ${i}`,
    lower: rational(0),
    upper: rational(4),
  }))
  return {
    ...problem,
    issues: [...problem.issues, ...ranges],
    parties: problem.parties.map(party => ({
      ...party,
      weights: [...party.weights, ...ranges.map(() => rational(1))],
      values: [
        ...party.values,
        ...ranges.map(() => ({
          kind: 'piecewise' as const,
          points: Array.from({ length: 5 }, (_, k) => ({
            at: rational(k),
            value: rational(next(100), 2_000),
          })),
        })),
      ],
    })),
  }
}

/** Issues from 0 to 9 and hyper-rectangles of one to four of them, as in published non-linear domains. */
export function makeRectangles(issues: number, rectangles: number, scopeMax: number): Problem {
  const raw = sequence(23)
  // The lowest digits of the sequence repeat early.
  const next = (below: number): number => (raw(2 ** 30) >>> 12) % below
  const numbers = Array.from({ length: 10 }, () => rational(0))
  const bonuses = Array.from({ length: 2 }, () =>
    Array.from({ length: rectangles }, (_, id) => ({
      id: String(id),
      value: rational(1 + next(100), 3_000),
      when: Array.from({ length: 1 + next(scopeMax) }, () => {
        const [a, b] = [next(10), next(10)]
        return {
          kind: 'range' as const,
          issue: next(issues),
          low: rational(Math.min(a, b)),
          high: rational(Math.max(a, b)),
        }
      }),
    })),
  )
  return {
    title: 'hyper-rectangles',
    issues: Array.from({ length: issues }, (_, i) => ({
      kind: 'integer',
      name: `issue ${i}`,
      lower: 0,
      upper: 9,
    })),
    parties: bonuses.map((own, p) => ({
      name: `party ${p}`,
      weights: Array.from({ length: issues }, () => rational(0)),
      values: Array.from({ length: issues }, () => ({ kind: 'table', values: numbers })),
      bonuses: own,
      ceiling: rational(1),
      reservation: rational(0),
      redLines: [],
      entitlement: rational(1),
    })),
    constraints: [],
    remarks: [],
  }
}

export function makeGoods(goods: number, claimants: number): Goods {
  const next = sequence(5)
  return {
    goods: Array.from({ length: goods }, (_, g) => `good ${g}`),
    claimants: Array.from({ length: claimants }, (_, c) => ({
      name: `claimant ${c}`,
      values: Array.from({ length: goods }, () => rational(1 + next(100))),
      entitlement: rational(1),
    })),
  }
}
