/** The best packages in the cell around one that a solver found: exact where the solver's numbers are not. */

import { mapRegions } from '../constraint.ts'
import type { Budget } from '../limits.ts'
import { type Package, type Pick, toExact, valueAt } from '../package.ts'
import {
  type Condition,
  type Issue,
  needsCells,
  type Party,
  type Problem,
  type Region,
  type ValueFunction,
} from '../problem.ts'
import { isWithin, listPieces } from './pieces.ts'
import { settleCells } from './settle.ts'

/** Every solution's package where discrete choices are as given and continuous issues stay in their piece. */
export function solveAround(problem: Problem, picks: Package, limits: Budget): readonly Package[] {
  if (!needsCells(problem)) return []
  const settled = settleCells(narrow(problem, picks), { frontier: 'none' }, limits)
  return Object.values(settled?.solutions ?? {}).flatMap(solution =>
    solution.packages.map(found =>
      found.package.map((pick, i) => (problem.issues[i]?.kind === 'discrete' ? (picks[i] as Pick) : pick)),
    ),
  )
}

/** The problem with nothing left to choose but positions within one piece of every continuous issue. */
function narrow(problem: Problem, picks: Package): Problem {
  const pickOf = (i: number): Pick => picks[i] as Pick
  const moveCondition = (condition: Condition): Condition =>
    condition.kind === 'options'
      ? { ...condition, options: condition.options.includes(Number(pickOf(condition.issue))) ? [0] : [] }
      : condition
  const move = (region: Region): Region => region.map(moveCondition)
  return {
    ...problem,
    issues: problem.issues.map((issue, i) => narrowIssue(problem, issue, i, pickOf(i))),
    parties: problem.parties.map(
      (party): Party => ({
        ...party,
        values: party.values.map((values, i) => narrowValues(problem.issues[i] as Issue, values, pickOf(i))),
        bonuses: party.bonuses.map(bonus => ({ ...bonus, when: move(bonus.when) })),
        redLines: party.redLines.map(line => ({ ...line, excludes: move(line.excludes) })),
      }),
    ),
    constraints: problem.constraints.map(rule => mapRegions(rule, move)),
  }
}

function narrowIssue(problem: Problem, issue: Issue, i: number, pick: Pick): Issue {
  switch (issue.kind) {
    case 'discrete':
      return { ...issue, options: [issue.options[Number(pick)] ?? ''] }
    case 'integer':
      return { ...issue, lower: Number(pick), upper: Number(pick) }
    case 'continuous': {
      const point = { from: toExact(pick), to: toExact(pick) }
      const piece = listPieces(problem, issue, i).find(each => isWithin(point, each)) ?? point
      return { ...issue, lower: piece.from, upper: piece.to }
    }
    default:
      return issue satisfies never
  }
}

function narrowValues(issue: Issue, values: ValueFunction, pick: Pick): ValueFunction {
  return issue.kind !== 'continuous' && values.kind === 'table'
    ? { kind: 'table', values: [valueAt(issue, values, pick)] }
    : values
}
