/** The shape every importer owes the engine. A breach is a bug in the caller, hence an exception. */

import { regionsOf } from './constraint.ts'
import type { Condition, Issue, Party, Problem, ValueFunction } from './problem.ts'
import { compare } from './rational.ts'

export const partiesMax = 64

export function assertWellFormed(problem: Problem): void {
  const { issues, parties, constraints } = problem
  demand(
    parties.length >= 1 && parties.length <= partiesMax,
    `between 1 and ${partiesMax} parties are needed`,
  )
  demand(issues.length > 0, 'at least one issue is needed')
  for (const issue of issues) demand(isIssueSound(issue), `issue ${issue.name} has no picks`)
  for (const party of parties) assertParty(party, issues)
  const conditions = constraints.flatMap(constraint => regionsOf(constraint).flat())
  for (const condition of conditions) assertCondition(condition, issues)
}

function isIssueSound(issue: Issue): boolean {
  switch (issue.kind) {
    case 'discrete':
      return issue.options.length > 0
    case 'integer':
      return (
        Number.isSafeInteger(issue.lower) && Number.isSafeInteger(issue.upper) && issue.lower <= issue.upper
      )
    case 'continuous':
      return compare(issue.lower, issue.upper) <= 0
    default:
      return issue satisfies never
  }
}

function assertParty(party: Party, issues: readonly Issue[]): void {
  demand(party.weights.length === issues.length, `${party.name} needs one weight per issue`)
  demand(party.values.length === issues.length, `${party.name} needs one value function per issue`)
  demand(party.entitlement.num > 0n, `${party.name} needs a positive entitlement`)
  party.values.forEach((values, i) => {
    demand(fits(values, issues[i] as Issue), `${party.name} values ${issues[i]?.name} in the wrong shape`)
  })
  for (const region of [...party.bonuses.map(b => b.when), ...party.redLines.map(r => r.excludes)]) {
    for (const condition of region) assertCondition(condition, issues)
  }
}

function fits(values: ValueFunction, issue: Issue): boolean {
  if (values.kind === 'piecewise') {
    const { points } = values
    const isSorted = points.every(
      (point, i) => i === 0 || compare(points[i - 1]?.at ?? point.at, point.at) <= 0,
    )
    return issue.kind !== 'discrete' && points.length > 0 && isSorted
  }
  switch (issue.kind) {
    case 'discrete':
      return values.values.length === issue.options.length
    case 'integer':
      return values.values.length === issue.upper - issue.lower + 1
    case 'continuous':
      return false
    default:
      return issue satisfies never
  }
}

function assertCondition(condition: Condition, issues: readonly Issue[]): void {
  const issue = issues[condition.issue]
  demand(issue !== undefined, `a condition names issue ${condition.issue}, which does not exist`)
  demand(
    condition.kind !== 'options' || issue?.kind === 'discrete',
    `a condition on ${issue?.name} lists options, but the issue has none`,
  )
}

function demand(holds: boolean, message: string): void {
  if (!holds) throw new RangeError(message)
}
