/** The machine-readable result: one object, numbers as exact decimal strings. */

import {
  type Move,
  type NoDeal,
  type Obstacle,
  type Package,
  type Problem,
  pickToText,
  type Rational,
  type Robustness,
  type Settlement,
  type Solution,
} from '@goodoffices/settlement'
import { isRounded, toFraction, toJsonText } from './numbers.ts'
import { solutionNames } from './proposals.ts'
import { checkText, definitions, proofMethods, remarkText } from './words.ts'

export type JsonValue =
  | string
  | boolean
  | number
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }
export type JsonObject = { readonly [key: string]: JsonValue }

export function settlementToJson(
  problem: Problem,
  settlement: Settlement,
  robustness?: Robustness,
): JsonObject {
  const solutions: Record<string, JsonValue> = {}
  for (const name of solutionNames) {
    const solution = settlement.solutions[name]
    if (solution !== undefined) solutions[name] = solutionToJson(problem, solution)
    else if (name !== 'maxNashWelfare') solutions[name] = null
  }
  return {
    title: problem.title,
    outcomes: String(settlement.outcomes),
    parties: problem.parties.map(({ name }) => ({ name })),
    issues: problem.issues.map(({ name }) => ({ name })),
    zoneOfAgreement: settlement.zoneOfAgreement,
    ...numbers('reservations', settlement.reservations),
    ...(settlement.ideals === undefined ? {} : numbers('ideals', settlement.ideals)),
    frontier: settlement.frontier.map(point => ({
      ...numbers('utilities', point.utilities),
      package: packageToJson(problem, point.package),
      ties: String(point.ties),
    })),
    ...(settlement.frontierParts === undefined
      ? {}
      : {
          frontierParts: settlement.frontierParts.map(part => ({
            ...numbers('from', part.from),
            ...numbers('to', part.to),
            includesFrom: part.includesFrom,
            includesTo: part.includesTo,
          })),
        }),
    frontierGuarantee: guaranteeToJson(settlement),
    solutions,
    ...(settlement.noDeal === undefined ? {} : { noDeal: noDealToJson(problem, settlement.noDeal) }),
    ...(robustness === undefined ? {} : { robustness: robustnessToJson(problem, robustness) }),
    certificate: {
      checks: settlement.certificate.checks.map(check => ({
        name: check.name,
        passed: check.passed,
        detail: checkText(problem, settlement, check),
      })),
    },
    remarks: settlement.remarks.map(remark => ({ code: remark.code, text: remarkText(problem, remark) })),
  }
}

function solutionToJson(problem: Problem, solution: Solution): JsonObject {
  return {
    ...numeral('value', solution.value),
    ties: String(solution.ties),
    tiesExact: solution.tiesExact,
    packages: solution.packages.map(each => ({
      ...numbers('utilities', each.utilities),
      package: packageToJson(problem, each.package),
      ...numbers('gains', each.gains),
      efficient: each.efficient,
    })),
    definition: definitions[solution.name],
    proof: {
      status: solution.proof.status,
      ...numeral('bound', solution.proof.bound),
      method: proofMethods[solution.proof.method],
    },
  }
}

function guaranteeToJson({ frontierGuarantee }: Settlement): JsonObject {
  return frontierGuarantee.kind === 'epsilon'
    ? { kind: 'epsilon', ...numbers('epsilon', frontierGuarantee.epsilon) }
    : { kind: frontierGuarantee.kind }
}

function noDealToJson(problem: Problem, noDeal: NoDeal): JsonObject {
  const { nearest } = noDeal
  return {
    smallest: noDeal.smallest.map(obstacle => obstacleToJson(problem, obstacle)),
    proven: noDeal.proven,
    moves: noDeal.moves.map(move => moveToJson(problem, move)),
    ...(nearest === undefined
      ? {}
      : {
          nearest: {
            package: packageToJson(problem, nearest.package),
            ...numbers('utilities', nearest.utilities),
            ...numeral('shortfall', nearest.shortfall),
          },
        }),
  }
}

function obstacleToJson(problem: Problem, obstacle: Obstacle): JsonObject {
  switch (obstacle.kind) {
    case 'reservation':
      return {
        kind: obstacle.kind,
        party: partyName(problem, obstacle.party),
        ...numeral('value', obstacle.value),
      }
    case 'red-line':
      return {
        kind: obstacle.kind,
        party: partyName(problem, obstacle.party),
        id: obstacle.id,
        sentence: obstacle.sentence,
      }
    case 'constraint':
      return { kind: obstacle.kind, id: obstacle.id, sentence: obstacle.sentence }
    default:
      return obstacle satisfies never
  }
}

function moveToJson(problem: Problem, move: Move): JsonObject {
  if (move.kind === 'rule') {
    return {
      kind: 'rule',
      id: move.id,
      admits: move.admits === undefined ? null : packageToJson(problem, move.admits),
    }
  }
  return {
    kind: 'reservation',
    party: partyName(problem, move.party),
    ...(move.by === undefined ? { by: null } : numeral('by', move.by)),
    ...(move.package === undefined ? {} : { package: packageToJson(problem, move.package) }),
  }
}

export function packageToJson(problem: Problem, picks: Package): JsonObject {
  const entries = problem.issues.map((issue, i): [string, string] => {
    const pick = picks[i]
    return [issue.name, pick === undefined ? '' : pickToText(issue, pick)]
  })
  // From entries, since a plain assignment would lose an issue called __proto__.
  return Object.fromEntries(entries)
}

/** `{key: "0.5"}`; where decimals never end also `{keyExact: "1/3"}`. */
export function numeral(key: string, value: Rational): JsonObject {
  return { [key]: toJsonText(value), ...(isRounded(value) ? { [`${key}Exact`]: toFraction(value) } : {}) }
}

/** The same for a list: either every number of it is exact, or `keyExact` repeats them all as fractions. */
export function numbers(key: string, values: readonly Rational[]): JsonObject {
  return {
    [key]: values.map(toJsonText),
    ...(values.some(isRounded) ? { [`${key}Exact`]: values.map(toFraction) } : {}),
  }
}

function partyName(problem: Problem, index: number): string {
  return problem.parties[index]?.name ?? ''
}

function robustnessToJson(problem: Problem, robustness: Robustness): JsonValue {
  const { recommendation, corners } = robustness
  return {
    recommendation: recommendation === undefined ? null : packageToJson(problem, recommendation),
    efficientThroughout: robustness.efficient.filter(each => each.throughout).length,
    efficientTested: robustness.efficient.length,
    corners: { tried: corners.tried, all: corners.all, holds: corners.holds },
    pivots: robustness.pivots.map(pivot => ({
      party: problem.parties[pivot.party]?.name ?? '',
      issue: problem.issues[pivot.issue]?.name ?? '',
      ...numeral('holds', pivot.holds),
      ...numeral('fails', pivot.fails),
      becomes: pivot.becomes === undefined ? null : packageToJson(problem, pivot.becomes),
    })),
  }
}
