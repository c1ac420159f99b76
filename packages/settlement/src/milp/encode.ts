/**
 * A problem as a mixed-integer program: a binary per option, a binary and a position per linear piece of a
 * continuous issue, an indicator per region. Utilities are affine in these. A region on a continuous issue
 * is closed, so where it must be avoided it is widened by `regionMargin` of the issue's range.
 */

import { breakpoints, regionMargin } from '../cells/pieces.ts'
import { nearestSimple } from '../cells/simple.ts'
import { isPickOf, type Package, type Pick, pickAt, sizeOf, valueAt } from '../package.ts'
import type { Condition, Issue, Party, Problem, Region } from '../problem.ts'
import { add, compare, multiply, type Rational, rational, subtract, toNumber } from '../rational.ts'
import { constant, createModel, type Expression, type Model, plus, times } from './model.ts'

export type Encoded = {
  readonly model: Model
  /** Utility per party, in the file's units. */
  readonly utilities: readonly Expression[]
  /** Reads a solution back; positions as the nearest float's rational. */
  readonly decode: (values: Readonly<Record<string, number>>) => Package
}

/** What stands for one issue: a choice among pieces, each with a position from 0 to 1 where it has a width. */
type Piece = {
  readonly from: Pick
  readonly to: Pick
  readonly chosen: Expression
  readonly position: Expression | undefined
}

export function encodeProblem(problem: Problem): Encoded {
  const model = createModel()
  const pieces = problem.issues.map((issue, i) => encodeIssue(problem, issue, i, model))
  let regions = 0
  let ceilings = 0
  /** At most one where the package certainly lies in the region; at least one where it may. */
  const indicator = (
    region: Region,
    widen: boolean,
  ): { readonly sum: Expression; readonly count: number } => ({
    sum: plus(...region.map(condition => membership(problem, condition, pieces, widen))),
    count: region.length,
  })
  const inside = (region: Region): Expression => {
    const z = model.real(`z${regions++}`, 0, 1)
    for (const condition of region) {
      model.atLeastZero(plus(membership(problem, condition, pieces, false), times(z, -1)))
    }
    return z
  }
  const touched = (region: Region): Expression => {
    const z = model.real(`z${regions++}`, 0, 1)
    const { sum, count } = indicator(region, true)
    model.atLeastZero(plus(z, times(sum, -1), constant(count - 1)))
    return z
  }
  const forbid = (region: Region): void => {
    const { sum, count } = indicator(region, true)
    model.atLeastZero(plus(constant(count - 1), times(sum, -1)))
  }
  for (const party of problem.parties) for (const line of party.redLines) forbid(line.excludes)
  for (const rule of problem.constraints) {
    switch (rule.kind) {
      case 'forbid':
        forbid(rule.when)
        break
      case 'implies':
        model.atLeastZero(plus(inside(rule.then), times(touched(rule.when), -1)))
        break
      case 'at-most':
        model.atLeastZero(plus(constant(rule.count), ...rule.of.map(region => times(touched(region), -1))))
        break
      default:
        rule satisfies never
    }
  }
  const utilities = problem.parties.map(party => {
    const parts = problem.issues.map((issue, i) => valueOfIssue(issue, party, i, pieces[i] as Piece[]))
    const bonuses = party.bonuses.map(bonus =>
      times(bonus.value.num < 0n ? touched(bonus.when) : inside(bonus.when), toNumber(bonus.value)),
    )
    const total = plus(...parts, ...bonuses)
    if (party.ceiling === undefined) return total
    const cut = model.real(`u${ceilings++}`)
    model.atLeastZero(plus(total, times(cut, -1)))
    model.atLeastZero(plus(constant(toNumber(party.ceiling)), times(cut, -1)))
    return cut
  })
  const decode = (values: Readonly<Record<string, number>>): Package =>
    problem.issues.map((issue, i) => decodeIssue(issue, i, pieces[i] as Piece[], values))
  return { model, utilities, decode }
}

function encodeIssue(problem: Problem, issue: Issue, i: number, model: Model): Piece[] {
  const pieces: Piece[] = []
  if (issue.kind === 'continuous') {
    const points = breakpoints(problem, issue, i)
    for (let s = 0; s + 1 < Math.max(points.length, 2); s++) {
      const from = points[s] as Rational
      const to = points[s + 1] ?? from
      const chosen = model.binary(`x${i}_${s}`)
      const position = model.real(`f${i}_${s}`, 0, 1)
      model.atLeastZero(plus(chosen, times(position, -1)))
      pieces.push({ from, to, chosen, position })
    }
  } else {
    for (let o = 0; o < sizeOf(issue); o++) {
      const pick = pickAt(issue, o)
      pieces.push({ from: pick, to: pick, chosen: model.binary(`x${i}_${o}`), position: undefined })
    }
  }
  model.equalZero(plus(constant(-1), ...pieces.map(piece => piece.chosen)))
  return pieces
}

/** Sum of the pieces that lie within the condition; with `widen`, of those that come within the margin of it. */
function membership(
  problem: Problem,
  condition: Condition,
  pieces: readonly Piece[][],
  widen: boolean,
): Expression {
  const issue = problem.issues[condition.issue] as Issue
  const list = (pieces[condition.issue] ?? []).filter(piece => {
    if (condition.kind === 'options') return condition.options.includes(Number(piece.from))
    const [from, to] = [exact(piece.from), exact(piece.to)]
    const margin =
      widen && issue.kind === 'continuous'
        ? multiply(subtract(issue.upper, issue.lower), regionMargin)
        : rational(0)
    return (
      compare(from, subtract(condition.low, margin)) >= 0 && compare(to, add(condition.high, margin)) <= 0
    )
  })
  return plus(...list.map(piece => piece.chosen))
}

function valueOfIssue(issue: Issue, party: Party, i: number, pieces: readonly Piece[]): Expression {
  const values = party.values[i]
  const weight = party.weights[i]
  if (values === undefined || weight === undefined)
    throw new RangeError('a party needs a value and a weight per issue')
  return plus(
    ...pieces.map(piece => {
      const start = multiply(weight, valueAt(issue, values, piece.from))
      const rise = subtract(multiply(weight, valueAt(issue, values, piece.to)), start)
      const own = times(piece.chosen, toNumber(start))
      return piece.position === undefined ? own : plus(own, times(piece.position, toNumber(rise)))
    }),
  )
}

function decodeIssue(
  issue: Issue,
  i: number,
  pieces: readonly Piece[],
  values: Readonly<Record<string, number>>,
): Pick {
  let best = 0
  for (let s = 1; s < pieces.length; s++)
    if ((values[`x${i}_${s}`] ?? 0) > (values[`x${i}_${best}`] ?? 0)) best = s
  const piece = pieces[best] as Piece
  if (piece.position === undefined) return piece.from
  const position = Math.max(0, Math.min(1, values[`f${i}_${best}`] ?? 0))
  const [from, to] = [exact(piece.from), exact(piece.to)]
  const pick = add(from, multiply(nearestSimple(position), subtract(to, from)))
  return isPickOf(issue, pick) ? pick : from
}

function exact(pick: Pick): Rational {
  return typeof pick === 'number' ? rational(pick) : pick
}
