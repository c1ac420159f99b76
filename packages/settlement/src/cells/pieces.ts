/**
 * A continuous issue cut where something bends, begins or ends, so that within a piece every utility is
 * linear and every rule either holds or does not. A region that must be avoided is closed, so that what
 * remains would be open: a sliver of `regionMargin` of the issue's range around it is left out instead.
 */

import { regionsOf } from '../constraint.ts'
import type { Condition, Constraint, Issue, Problem, Region } from '../problem.ts'
import { add, compare, max, min, multiply, type Rational, rational, subtract } from '../rational.ts'

export const regionMargin = rational(1, 1_000_000)

export type ContinuousIssue = Extract<Issue, { kind: 'continuous' }>

/** Both ends included; a single point where they are equal. */
export type Piece = { readonly from: Rational; readonly to: Rational }

/** Where some party's value bends, or a region begins or ends, the margins of regions included. */
export function breakpoints(problem: Problem, issue: ContinuousIssue, i: number): Rational[] {
  const margin = marginOf(issue)
  const points = [issue.lower, issue.upper]
  for (const party of problem.parties) {
    const values = party.values[i]
    if (values?.kind === 'piecewise') points.push(...values.points.map(point => point.at))
  }
  for (const { low, high } of rangesOn(conditionsOf(problem), i)) {
    points.push(low, subtract(low, margin), high, add(high, margin))
  }
  const clipped = points.map(point => max(issue.lower, min(issue.upper, point))).sort(compare)
  return clipped.filter((point, k) => k === 0 || compare(point, clipped[k - 1] as Rational) !== 0)
}

function marginOf(issue: ContinuousIssue): Rational {
  return multiply(subtract(issue.upper, issue.lower), regionMargin)
}

type Range = Extract<Condition, { kind: 'range' }>

function rangesOn(conditions: readonly Condition[], issue: number): Range[] {
  return conditions.filter(
    (condition): condition is Range => condition.kind === 'range' && condition.issue === issue,
  )
}

export function conditionsOf(problem: Problem): Condition[] {
  return [...problem.constraints.flatMap(regionsOf), ...ownRegions(problem)].flat()
}

function ownRegions({ parties }: Problem): Region[] {
  return parties.flatMap(party => [
    ...party.bonuses.map(bonus => bonus.when),
    ...party.redLines.map(line => line.excludes),
  ])
}

/** Conditions whose holding can only cost something: of red lines, penalties, and what rules forbid or restrict. */
function avoided(problem: Problem): Condition[] {
  return [
    ...problem.constraints.flatMap(avoidedBy),
    ...problem.parties.flatMap(party => [
      ...party.bonuses.filter(bonus => bonus.value.num < 0n).flatMap(bonus => bonus.when),
      ...party.redLines.flatMap(line => line.excludes),
    ]),
  ]
}

function avoidedBy(rule: Constraint): Condition[] {
  return rule.kind === 'implies' ? [...rule.when] : regionsOf(rule).flat()
}

/** The pieces in order, and every end of a region as a point of its own. */
export function listPieces(problem: Problem, issue: ContinuousIssue, i: number): Piece[] {
  const points = breakpoints(problem, issue, i)
  const margin = marginOf(issue)
  const slivers = rangesOn(avoided(problem), i).flatMap(({ low, high }): Piece[] => [
    { from: subtract(low, margin), to: low },
    { from: high, to: add(high, margin) },
  ])
  const stretches = points.slice(1).map((to, k): Piece => ({ from: points[k] as Rational, to }))
  const ends = rangesOn(conditionsOf(problem), i).flatMap(({ low, high }) => [low, high])
  const alone = points.filter(point => points.length === 1 || ends.some(end => compare(end, point) === 0))
  return [
    ...stretches.filter(stretch => !slivers.some(sliver => isWithin(stretch, sliver))),
    ...alone.map((point): Piece => ({ from: point, to: point })),
  ]
}

export function isWithin(piece: Piece, other: Piece): boolean {
  return compare(other.from, piece.from) <= 0 && compare(piece.to, other.to) <= 0
}
