/** Rounding at a stated number of decimal places, for files whose digits claim more than anyone knows. */

import type { Party, Problem, ValueFunction } from '../problem.ts'
import { equals, multiply, ONE, parseRational, type Rational, toDecimal } from '../rational.ts'

export const placesMax = 50

/**
 * Rounds each weighted contribution (weight · value), each bonus and each reservation value once, half away from
 * zero, at `places` decimal places. Weights become 1. Says in the remarks whether that lost anything.
 */
export function scaleProblem(problem: Problem, places: number): Problem {
  let lost = 0
  const round = (exact: Rational): Rational => {
    const rounded = parseRational(toDecimal(exact, places)) ?? exact
    if (!equals(rounded, exact)) lost++
    return rounded
  }
  const parties = problem.parties.map((party): Party => {
    const { weightRanges: _, ...rest } = party
    return {
      ...rest,
      weights: party.weights.map(() => ONE),
      values: party.values.map((value, i) => scaleValues(value, party.weights[i] ?? ONE, round)),
      bonuses: party.bonuses.map(bonus => ({ ...bonus, value: round(bonus.value) })),
      reservation: round(party.reservation),
      ...(party.ceiling === undefined ? {} : { ceiling: round(party.ceiling) }),
    }
  })
  return { ...problem, parties, remarks: [...problem.remarks, { code: 'rounded', places, changed: lost }] }
}

function scaleValues(
  value: ValueFunction,
  weight: Rational,
  round: (exact: Rational) => Rational,
): ValueFunction {
  return value.kind === 'table'
    ? { kind: 'table', values: value.values.map(each => round(multiply(weight, each))) }
    : {
        kind: 'piecewise',
        points: value.points.map(point => ({ at: point.at, value: round(multiply(weight, point.value)) })),
      }
}
