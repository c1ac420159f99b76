/**
 * A package settles every issue. One entry per issue of the problem, in its order:
 * the option's index for a discrete issue, the whole number itself for an integer issue,
 * an exact rational for a continuous one.
 */

import { isKept } from './constraint.ts'
import type { Condition, Constraint, Issue, Party, Problem, Region, ValueFunction } from './problem.ts'
import {
  add,
  compare,
  divide,
  min,
  multiply,
  type Rational,
  rational,
  subtract,
  sum,
  toText,
} from './rational.ts'

export type Pick = number | Rational
export type Package = readonly Pick[]

/** The pick as text: the option's name, the whole number, or the exact rational. */
export function pickToText(issue: Issue, pick: Pick): string {
  if (issue.kind === 'discrete') return issue.options[Number(pick)] ?? ''
  return typeof pick === 'number' ? String(pick) : toText(pick)
}

/** Whether the pick lies in the issue. */
export function isPickOf(issue: Issue, pick: Pick): boolean {
  switch (issue.kind) {
    case 'discrete':
      return typeof pick === 'number' && Number.isInteger(pick) && pick >= 0 && pick < issue.options.length
    case 'integer':
      return typeof pick === 'number' && Number.isInteger(pick) && pick >= issue.lower && pick <= issue.upper
    case 'continuous': {
      const at = toExact(pick)
      return compare(at, issue.lower) >= 0 && compare(at, issue.upper) <= 0
    }
    default:
      return issue satisfies never
  }
}

/** Whether the package settles every issue of the problem, each within its range. */
export function isPackageOf(problem: Problem, picks: Package): boolean {
  return (
    picks.length === problem.issues.length &&
    problem.issues.every((issue, i) => {
      const pick = picks[i]
      return pick !== undefined && isPickOf(issue, pick)
    })
  )
}

/** Utility of a package, computed from the file's own numbers: Σ weight · value + Σ bonuses that apply, cut at the ceiling. */
export function utilityOf(problem: Problem, party: Party, picks: Package): Rational {
  const values = problem.issues.map((issue, i) =>
    multiply(at(party.weights, i), valueAt(issue, at(party.values, i), at(picks, i))),
  )
  const bonuses = party.bonuses
    .filter(bonus => isInRegion(problem, bonus.when, picks))
    .map(bonus => bonus.value)
  const total = add(sum(values), sum(bonuses))
  return party.ceiling === undefined ? total : min(party.ceiling, total)
}

export function utilitiesOf(problem: Problem, picks: Package): Rational[] {
  return problem.parties.map(party => utilityOf(problem, party, picks))
}

/** Value of one pick on one issue, before its weight. */
export function valueAt(issue: Issue, values: ValueFunction, pick: Pick): Rational {
  switch (values.kind) {
    case 'table':
      return at(values.values, issue.kind === 'integer' ? Number(pick) - issue.lower : Number(pick))
    case 'piecewise':
      return interpolate(values.points, toExact(pick))
    default:
      return values satisfies never
  }
}

/** Linear between neighbouring points; the end values beyond the ends. */
function interpolate(
  points: Extract<ValueFunction, { kind: 'piecewise' }>['points'],
  where: Rational,
): Rational {
  let left = at(points, 0)
  if (compare(where, left.at) <= 0) return left.value
  for (const right of points) {
    if (compare(where, right.at) <= 0) {
      const width = subtract(right.at, left.at)
      if (width.num === 0n) return right.value
      const share = divide(subtract(where, left.at), width)
      return add(left.value, multiply(share, subtract(right.value, left.value)))
    }
    left = right
  }
  return left.value
}

export function isInRegion(problem: Problem, region: Region, picks: Package): boolean {
  return region.every(condition => holds(problem, condition, picks))
}

function holds(problem: Problem, condition: Condition, picks: Package): boolean {
  const issue = at(problem.issues, condition.issue)
  return conditionHolds(condition, issue, at(picks, condition.issue))
}

/** Whether one pick meets a condition on its issue. */
export function conditionHolds(condition: Condition, issue: Issue, pick: Pick): boolean {
  switch (condition.kind) {
    case 'options':
      return issue.kind === 'discrete' && condition.options.includes(Number(pick))
    case 'range': {
      const where = toExact(pick)
      return compare(where, condition.low) >= 0 && compare(where, condition.high) <= 0
    }
    default:
      return condition satisfies never
  }
}

/** Whether the package respects a side constraint. */
export function isAllowedBy(problem: Problem, constraint: Constraint, picks: Package): boolean {
  return isKept(constraint, region => isInRegion(problem, region, picks))
}

/** Ids of the side constraints and red lines the package breaks; empty when it is feasible. */
export function brokenBy(problem: Problem, picks: Package): string[] {
  const constraints = problem.constraints.filter(constraint => !isAllowedBy(problem, constraint, picks))
  const redLines = problem.parties
    .flatMap(party => party.redLines)
    .filter(redLine => isInRegion(problem, redLine.excludes, picks))
  return [...constraints, ...redLines].map(rule => rule.id)
}

/** Number of packages in the outcome space, side constraints disregarded. */
export function countOutcomes(problem: Problem): bigint | 'infinite' {
  let outcomes = 1n
  for (const issue of problem.issues) {
    if (issue.kind === 'continuous') {
      if (compare(issue.lower, issue.upper) < 0) return 'infinite'
    } else {
      outcomes *= BigInt(sizeOf(issue))
    }
  }
  return outcomes
}

/** Number of picks of a discrete or integer issue. */
export function sizeOf(issue: Exclude<Issue, { kind: 'continuous' }>): number {
  return issue.kind === 'discrete' ? issue.options.length : issue.upper - issue.lower + 1
}

/** The i-th pick of a discrete or integer issue. */
export function pickAt(issue: Issue, index: number): number {
  return issue.kind === 'integer' ? issue.lower + index : index
}

export function toExact(pick: Pick): Rational {
  return typeof pick === 'number' ? rational(pick) : pick
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new RangeError(`nothing at ${index}: the problem is not well formed`)
  return item
}
