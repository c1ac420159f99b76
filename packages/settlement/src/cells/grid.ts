/** The frontier of a problem with continuous issues on a grid, where its exact shape is not listed. */

import { compileProblem, listPicks } from '../blocks.ts'
import { buildFront, listFrontier } from '../frontier.ts'
import type { Budget } from '../limits.ts'
import { isPickOf, toExact, utilitiesOf, valueAt } from '../package.ts'
import type { Problem } from '../problem.ts'
import {
  add,
  compare,
  divide,
  equals,
  max,
  multiply,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from '../rational.ts'
import type { Remark } from '../remark.ts'
import type { FrontierGuarantee, FrontierPoint } from '../settlement.ts'
import { breakpoints, conditionsOf } from './pieces.ts'

/**
 * The points with utilities cut at their ceilings, and what is undominated then. Of two that were incomparable one can
 * dominate the other only where both reach a ceiling: those alone are compared.
 */
export function cutAll(problem: Problem, sums: readonly FrontierPoint[]): FrontierPoint[] {
  const points = sums.map(point => ({ ...point, utilities: utilitiesOf(problem, point.package), ties: 1n }))
  const reaching = points.filter(({ utilities }) =>
    problem.parties.some(
      ({ ceiling }, p) => ceiling !== undefined && equals(ceiling, utilities[p] as Rational),
    ),
  )
  const beaten = new Set(
    reaching.filter((point, i) =>
      reaching.some(
        (other, j) =>
          i !== j &&
          covers(other.utilities, point.utilities) &&
          (j < i || !covers(point.utilities, other.utilities)),
      ),
    ),
  )
  return points.filter(point => !beaten.has(point))
}

export function covers(a: readonly Rational[], b: readonly Rational[]): boolean {
  return a.every((utility, p) => compare(utility, b[p] as Rational) >= 0)
}

/** Points of the continuous issues together, and points listed, at most: finer grids are not tried. */
const gridMax = 20_000

export type Listed = { readonly points: readonly FrontierPoint[]; readonly guarantee: FrontierGuarantee }

/** The finest grid that fits, of `continuousStepsMax` steps or fewer between breakpoints; empty where none does. */
export function listGrid(problem: Problem, limits: Budget, remarks: Remark[]): Listed {
  const isOpen = problem.issues.some(issue => issue.kind === 'continuous')
  const isCut = problem.parties.some(party => party.ceiling !== undefined)
  const reservations = problem.parties.map(party => party.reservation)
  for (let steps = limits.continuousStepsMax; steps >= 1; steps = Math.floor(steps / 4)) {
    const grid = (i: number): Rational[] => {
      const issue = problem.issues[i]
      return issue?.kind === 'continuous' ? refine(breakpoints(problem, issue, i), steps) : []
    }
    const size = problem.issues.reduce((product, _, i) => product * Math.max(1, grid(i).length), 1)
    if (size > gridMax) continue
    const compiled = compileProblem(problem, listPicks(problem, grid), limits)
    const coarse = isOpen ? { ...limits, pointsMax: gridMax, workMax: limits.workMax / 8 } : limits
    const front = compiled && buildFront(compiled, reservations, coarse)
    if (front === undefined) continue
    const sums = listFrontier(front, reservations)
    const points = isCut ? cutAll(problem, sums) : sums
    if (!isOpen) return { points, guarantee: { kind: 'exact' } }
    return describe(problem, points, grid, remarks)
  }
  remarks.push({ code: 'frontier-not-listed' })
  return { points: [], guarantee: { kind: 'none' } }
}

function describe(
  problem: Problem,
  points: readonly FrontierPoint[],
  grid: (i: number) => Rational[],
  remarks: Remark[],
): Listed {
  if (conditionsOf(problem).some(({ issue }) => problem.issues[issue]?.kind === 'continuous')) {
    remarks.push({ code: 'frontier-grid', guaranteed: false })
    return { points, guarantee: { kind: 'none' } }
  }
  remarks.push({ code: 'frontier-grid', guaranteed: true })
  return {
    points,
    guarantee: { kind: 'epsilon', epsilon: problem.parties.map((_, p) => gridError(problem, p, grid)) },
  }
}

/** Each stretch between breakpoints cut into equal steps. */
function refine(points: readonly Rational[], steps: number): Rational[] {
  const [first, ...rest] = points
  if (first === undefined) return []
  let left = first
  return [
    first,
    ...rest.flatMap(right => {
      const from = left
      left = right
      return Array.from({ length: steps }, (_, k) =>
        add(from, multiply(subtract(right, from), rational(k + 1, steps))),
      )
    }),
  ]
}

/** The most a party's utility changes on the way to the nearest grid point, over all continuous issues. */
function gridError(problem: Problem, p: number, grid: (issue: number) => readonly Rational[]): Rational {
  const party = problem.parties[p]
  return sum(
    problem.issues.map((issue, i) => {
      const values = party?.values[i]
      if (issue.kind !== 'continuous' || values === undefined) return ZERO
      const heights = grid(i)
        .filter(at => isPickOf(issue, at))
        .map(at => multiply(party?.weights[i] ?? ZERO, valueAt(issue, values, toExact(at))))
      const rises = heights.slice(1).map((height, k) => subtract(height, heights[k] as Rational))
      const most = rises
        .map(rise => (rise.num < 0n ? { num: -rise.num, den: rise.den } : rise))
        .reduce(max, ZERO)
      return divide(most, rational(2))
    }),
  )
}
