/**
 * A problem with continuous issues as cells. A cell picks an option of every discrete issue and a piece of
 * every continuous one; in it each utility is a sum plus Σ position · rise, with positions from 0 to 1. Groups of
 * issues without a continuous one are merged as in a discrete problem: whatever is dominated there stays
 * dominated whatever the rest is.
 */

import { type Compiled, compileProblem, groupIssues, listPicks } from '../blocks.ts'
import { isKept, mapRegions, regionsOf } from '../constraint.ts'
import type { Budget } from '../limits.ts'
import { conditionHolds, type Package, type Pick, pickAt, sizeOf, valueAt } from '../package.ts'
import type { Condition, Issue, Problem, Region } from '../problem.ts'
import {
  add,
  compare,
  equals,
  max,
  min,
  multiply,
  type Rational,
  sign,
  subtract,
  toText,
  ZERO,
} from '../rational.ts'
import { breakpoints, isWithin, listPieces, type Piece } from './pieces.ts'

/** Choices of one group of issues, before anything is left out. */
export const elementsMax = 50_000
/** More elements of a group are not compared with each other. */
const comparedMax = 400

/** One continuous issue within one of its pieces: position 0 is `from`, 1 is `to`. */
export type Direction = {
  readonly issue: number
  readonly from: Rational
  readonly to: Rational
  /** What each party gains on the way from 0 to 1; of some party more, of some party less than nothing. */
  readonly rise: readonly Rational[]
}

/** What one choice for a group of issues gives: fixed picks, and issues still open within a piece. */
export type Element = {
  readonly picks: readonly (readonly [issue: number, pick: Pick])[]
  readonly base: readonly Rational[]
  readonly directions: readonly Direction[]
}

export type Cells = {
  readonly problem: Problem
  /** Groups without a continuous issue, as a problem of their own, and the places of its issues here. */
  readonly rest: Compiled
  readonly kept: readonly number[]
  /** Per group with a continuous issue, its elements. */
  readonly groups: readonly (readonly Element[])[]
  /** The corners of all cells, as a discrete problem: what bounds a weighted sum there bounds it everywhere. */
  readonly corners: Compiled
}

/** One cell, its utilities linear in the positions. */
export type Cell = {
  readonly base: readonly Rational[]
  readonly directions: readonly Direction[]
  /** What a party's utility is cut at, where it is. */
  readonly ceilings: readonly (Rational | undefined)[]
  readonly toPackage: (positions: readonly Rational[]) => Package
}

/** Undefined past the limits. */
export function openCells(problem: Problem, limits: Budget): Cells | undefined {
  const isOpen = (issue: number): boolean => problem.issues[issue]?.kind === 'continuous'
  const open = groupIssues(problem).filter(group => group.some(isOpen))
  const kept = problem.issues.flatMap((_, i) => (open.flat().includes(i) ? [] : [i]))
  const restProblem = restrict(problem, kept)
  const rest = compileProblem(
    restProblem,
    listPicks(restProblem, () => []),
    limits,
  )
  const grid = (i: number): Rational[] => {
    const issue = problem.issues[i]
    return issue?.kind === 'continuous' ? breakpoints(problem, issue, i) : []
  }
  const corners = compileProblem(problem, listPicks(problem, grid), limits)
  if (rest === undefined || corners === undefined) return undefined
  const groups: Element[][] = []
  for (const group of open) {
    const elements = listElements(problem, group)
    if (elements === undefined) return undefined
    groups.push(dropDominated(elements))
  }
  return { problem, rest, kept, groups, corners }
}

/** The problem on some of its issues, with what depends on those issues only. */
function restrict(problem: Problem, kept: readonly number[]): Problem {
  const place = new Map(kept.map((issue, i) => [issue, i]))
  const isOwn = (region: Region): boolean => region.every(({ issue }) => place.has(issue))
  const move = (region: Region): Condition[] =>
    region.map(condition => ({ ...condition, issue: place.get(condition.issue) as number }))
  const constraints = problem.constraints
    .filter(rule => regionsOf(rule).every(isOwn))
    .map(rule => mapRegions(rule, move))
  const none: Issue = { kind: 'discrete', name: '', options: [''] }
  const parties = problem.parties.map(party => ({
    ...party,
    weights: kept.length === 0 ? [ZERO] : kept.map(i => party.weights[i] as Rational),
    values:
      kept.length === 0
        ? [{ kind: 'table' as const, values: [ZERO] }]
        : kept.map(i => party.values[i] as Problem['parties'][number]['values'][number]),
    bonuses: party.bonuses
      .filter(bonus => isOwn(bonus.when))
      .map(bonus => ({ ...bonus, when: move(bonus.when) })),
    redLines: party.redLines
      .filter(line => isOwn(line.excludes))
      .map(line => ({ ...line, excludes: move(line.excludes) })),
  }))
  const issues = kept.length === 0 ? [none] : kept.map(i => problem.issues[i] as Issue)
  return { ...problem, issues, parties, constraints }
}

type Choice =
  | { readonly kind: 'pick'; readonly pick: Pick }
  | { readonly kind: 'piece'; readonly piece: Piece }

/** Every feasible element of a group; undefined when there are too many. */
function listElements(problem: Problem, group: readonly number[]): Element[] | undefined {
  const choices = group.map((i): Choice[] => {
    const issue = problem.issues[i] as Issue
    return issue.kind === 'continuous'
      ? listPieces(problem, issue, i).map(piece => ({ kind: 'piece', piece }))
      : Array.from({ length: sizeOf(issue) }, (_, index) => ({ kind: 'pick', pick: pickAt(issue, index) }))
  })
  if (choices.reduce((product, list) => product * list.length, 1) > elementsMax) return undefined
  const members = new Set(group)
  const isOwn = (region: Region): boolean =>
    region.length > 0 && region.every(({ issue }) => members.has(issue))
  const constraints = problem.constraints.filter(rule => isOwn(regionsOf(rule).flat()))
  const redLines = problem.parties.flatMap(party => party.redLines.filter(line => isOwn(line.excludes)))
  const bonuses = problem.parties.map(party => party.bonuses.filter(bonus => isOwn(bonus.when)))
  const elements: Element[] = []
  const visit = (chosen: readonly Choice[]): void => {
    const next = choices[chosen.length]
    if (next !== undefined) {
      for (const choice of next) visit([...chosen, choice])
      return
    }
    const holds = (region: Region): boolean =>
      region.every(condition => {
        const choice = chosen[group.indexOf(condition.issue)] as Choice
        if (choice.kind === 'pick')
          return conditionHolds(condition, problem.issues[condition.issue] as Issue, choice.pick)
        return (
          condition.kind === 'range' && isWithin(choice.piece, { from: condition.low, to: condition.high })
        )
      })
    if (redLines.some(line => holds(line.excludes))) return
    if (constraints.some(rule => !isKept(rule, holds))) return
    const extra = bonuses.map(list =>
      list.reduce((total, bonus) => (holds(bonus.when) ? add(total, bonus.value) : total), ZERO),
    )
    elements.push(makeElement(problem, group, chosen, extra))
  }
  visit([])
  return elements
}

/** A piece on which nobody gains is left at its start, one on which nobody loses at its end. */
function makeElement(
  problem: Problem,
  group: readonly number[],
  chosen: readonly Choice[],
  extra: readonly Rational[],
): Element {
  let base = extra
  const picks: (readonly [number, Pick])[] = []
  const directions: Direction[] = []
  chosen.forEach((choice, k) => {
    const i = group[k] as number
    const worth = (pick: Pick): Rational[] =>
      problem.parties.map(party =>
        multiply(
          party.weights[i] as Rational,
          valueAt(problem.issues[i] as Issue, party.values[i] as Parameters<typeof valueAt>[1], pick),
        ),
      )
    if (choice.kind === 'pick') {
      picks.push([i, choice.pick])
      base = plus(base, worth(choice.pick))
      return
    }
    const { from, to } = choice.piece
    const [low, high] = [worth(from), worth(to)]
    const rise = high.map((value, p) => subtract(value, low[p] as Rational))
    if (rise.every(value => sign(value) <= 0n)) {
      picks.push([i, from])
      base = plus(base, low)
    } else if (rise.every(value => sign(value) >= 0n)) {
      picks.push([i, to])
      base = plus(base, high)
    } else {
      directions.push({ issue: i, from, to, rise })
      base = plus(base, low)
    }
  })
  return { picks, base, directions }
}

export function plus(a: readonly Rational[], b: readonly Rational[]): Rational[] {
  return a.map((value, p) => add(value, b[p] as Rational))
}

/** Leaves out elements whose best for every party another's worst reaches. */
function dropDominated(elements: readonly Element[]): Element[] {
  const seen = new Set<string>()
  const distinct = elements.filter(element => {
    if (element.directions.length > 0) return true
    const key = element.base.map(toText).join(' ')
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
  if (distinct.length > comparedMax) return distinct
  const bounds = distinct.map(element => ({
    upper: corner(element, max),
    lower: corner(element, min),
  }))
  return distinct.filter((_, e) => {
    const { upper } = bounds[e] as (typeof bounds)[number]
    return !bounds.some(
      ({ lower }, f) =>
        f !== e &&
        upper.every((value, p) => compare(value, lower[p] as Rational) <= 0) &&
        // Of two equal points, which are not both here, and of two that cover each other, the first stays.
        (upper.some((value, p) => !equals(value, lower[p] as Rational)) || f < e),
    )
  })
}

function corner(element: Element, better: (a: Rational, b: Rational) => Rational): Rational[] {
  return element.base.map((value, p) =>
    element.directions.reduce((total, { rise }) => add(total, better(ZERO, rise[p] as Rational)), value),
  )
}

/** Puts a cell together from a package of the rest and an element per group. */
export function makeCell(
  { problem, kept }: Cells,
  rest: { readonly package: () => Package; readonly utilities: readonly Rational[] },
  elements: readonly Element[],
): Cell {
  const directions = elements.flatMap(element => element.directions)
  return {
    base: elements.reduce<readonly Rational[]>((total, element) => plus(total, element.base), rest.utilities),
    directions,
    ceilings: problem.parties.map(party => party.ceiling),
    toPackage: positions => {
      const picks: Pick[] = Array.from(problem.issues, () => 0)
      const restPackage = rest.package()
      kept.forEach((issue, i) => {
        picks[issue] = restPackage[i] as Pick
      })
      for (const element of elements) for (const [issue, pick] of element.picks) picks[issue] = pick
      directions.forEach(({ issue, from, to }, j) => {
        picks[issue] = add(from, multiply(positions[j] as Rational, subtract(to, from)))
      })
      return picks
    },
  }
}

/** Every party's sum, whatever its ceiling. */
export function sumsAt(cell: Cell, positions: readonly Rational[]): Rational[] {
  return cell.base.map((value, p) =>
    cell.directions.reduce(
      (total, { rise }, j) => add(total, multiply(positions[j] as Rational, rise[p] as Rational)),
      value,
    ),
  )
}

export function utilitiesAt(cell: Cell, positions: readonly Rational[]): Rational[] {
  return sumsAt(cell, positions).map((value, p) => {
    const ceiling = cell.ceilings[p]
    return ceiling === undefined ? value : min(ceiling, value)
  })
}
