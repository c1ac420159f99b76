/** Value functions from what files state: tables from points, and zero everywhere. */

import { valueAt } from '../package.ts'
import type { Issue, ValueFunction } from '../problem.ts'
import { compare, fromNumber, type Rational, ZERO } from '../rational.ts'

/** Integer issues up to this many numbers get a table, larger ones stay piecewise linear. */
export const tableRowsMax = 10_001

export type Point = { readonly at: Rational; readonly value: Rational }

/** A table for integer issues of moderate size, the points themselves otherwise. */
export function pointsToValueFunction(issue: Issue, points: readonly Point[]): ValueFunction {
  if (issue.kind !== 'integer' || issue.upper - issue.lower >= tableRowsMax)
    return { kind: 'piecewise', points }
  const values: Rational[] = []
  let segment = 0
  for (let whole = issue.lower; whole <= issue.upper; whole++) {
    const at = fromNumber(whole)
    while (segment < points.length - 2 && compare(points[segment + 1]?.at ?? at, at) < 0) segment++
    const near = { kind: 'piecewise', points: points.slice(segment, segment + 2) } as const
    values.push(valueAt(issue, near, at))
  }
  return { kind: 'table', values }
}

/** The value function that is zero everywhere. */
export function zeroValues(issue: Issue): ValueFunction {
  switch (issue.kind) {
    case 'discrete':
      return { kind: 'table', values: issue.options.map(() => ZERO) }
    case 'integer':
      return pointsToValueFunction(issue, [
        { at: fromNumber(issue.lower), value: ZERO },
        { at: fromNumber(issue.upper), value: ZERO },
      ])
    case 'continuous':
      return {
        kind: 'piecewise',
        points: [
          { at: issue.lower, value: ZERO },
          { at: issue.upper, value: ZERO },
        ],
      }
    default:
      return issue satisfies never
  }
}
