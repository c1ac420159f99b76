/** A problem as our own file, exact and readable; reading it back gives the same problem. */

import type { Constraint, Issue, Party, Problem, Region, ValueFunction } from '../problem.ts'
import {
  compare,
  divide,
  equals,
  fromNumber,
  ONE,
  type Rational,
  sign,
  subtract,
  toText,
} from '../rational.ts'
import type { ImportRemark } from '../remark.ts'
import type { Point } from './values.ts'

/** YAML text; ends with a newline. Remarks become comments, as `say` words them. */
export function problemToYaml(problem: Problem, say: (remark: ImportRemark) => string): string {
  const lines = [`title: ${scalar(problem.title)}`]
  for (const remark of problem.remarks) lines.push(`# ${say(remark).replaceAll(/\s+/g, ' ')}`)
  lines.push('', 'issues:')
  for (const issue of problem.issues) lines.push(...issueLines(issue))
  lines.push('', 'parties:')
  for (const party of problem.parties) lines.push(...partyLines(party, problem.issues))
  if (problem.constraints.length > 0) {
    lines.push('', 'constraints:')
    for (const constraint of problem.constraints) lines.push(...constraintLines(constraint, problem.issues))
  }
  return `${lines.join('\n')}\n`
}

function issueLines(issue: Issue): readonly string[] {
  const lines = [`  - name: ${scalar(issue.name)}`]
  if (issue.kind === 'discrete') {
    return [...lines, '    options:', ...issue.options.map(option => `      - ${scalar(option)}`)]
  }
  lines.push(`    from: ${numberText(issue.lower)}`, `    to: ${numberText(issue.upper)}`)
  if (issue.kind === 'integer') lines.push('    whole: true')
  if (issue.unit !== undefined) lines.push(`    unit: ${scalar(issue.unit)}`)
  return lines
}

function partyLines(party: Party, issues: readonly Issue[]): readonly string[] {
  const lines = [`  - name: ${scalar(party.name)}`]
  if (sign(party.reservation) !== 0n) lines.push(`    reservation: ${toText(party.reservation)}`)
  if (party.ceiling !== undefined) lines.push(`    ceiling: ${toText(party.ceiling)}`)
  if (!equals(party.entitlement, ONE)) lines.push(`    entitlement: ${toText(party.entitlement)}`)
  lines.push('    weights:')
  issues.forEach((issue, i) => {
    const weight = toText(party.weights[i] ?? ONE)
    const range = party.weightRanges?.[i]
    const value =
      range === undefined
        ? weight
        : `{weight: ${weight}, from: ${toText(range.low)}, to: ${toText(range.high)}}`
    lines.push(`      ${scalar(issue.name)}: ${value}`)
  })
  lines.push('    values:')
  issues.forEach((issue, i) => {
    const value = party.values[i]
    if (value !== undefined)
      lines.push(`      ${scalar(issue.name)}:`, ...valueRows(issue, value).map(row => `        ${row}`))
  })
  if (party.redLines.length > 0) lines.push('    red lines:')
  for (const line of party.redLines) {
    lines.push(
      `      - id: ${scalar(line.id)}`,
      `        never: ${regionText(line.excludes, issues)}`,
      `        because: ${scalar(line.sentence)}`,
    )
  }
  if (party.bonuses.length > 0) lines.push('    bonuses:')
  for (const bonus of party.bonuses) {
    lines.push(
      `      - id: ${scalar(bonus.id)}`,
      `        when: ${regionText(bonus.when, issues)}`,
      `        add: ${toText(bonus.value)}`,
    )
  }
  return lines
}

/** Tables of whole numbers are written by their corners: between them they are linear. */
function valueRows(issue: Issue, value: ValueFunction): readonly string[] {
  if (value.kind === 'table' && issue.kind === 'discrete') {
    return issue.options.map((option, i) => `${scalar(option)}: ${toText(value.values[i] ?? ONE)}`)
  }
  const lower = issue.kind === 'integer' ? issue.lower : 0
  const points =
    value.kind === 'piecewise'
      ? value.points
      : value.values.map((each, i) => ({ at: fromNumber(lower + i), value: each }))
  return corners(points).map(({ at, value: height }) => `${toText(at)}: ${toText(height)}`)
}

function corners(points: readonly Point[]): readonly Point[] {
  const distinct = points.filter(
    (point, i) => i === 0 || compare(points[i - 1]?.at ?? point.at, point.at) < 0,
  )
  const kept: Point[] = []
  distinct.forEach((point, i) => {
    const before = kept.at(-1)
    const after = distinct[i + 1]
    if (before === undefined || after === undefined || !equals(slope(before, point), slope(point, after)))
      kept.push(point)
  })
  return kept
}

function slope(a: Point, b: Point): Rational {
  return divide(subtract(b.value, a.value), subtract(b.at, a.at))
}

function constraintLines(constraint: Constraint, issues: readonly Issue[]): readonly string[] {
  const head = [`  - id: ${scalar(constraint.id)}`]
  const tail = `    because: ${scalar(constraint.sentence)}`
  switch (constraint.kind) {
    case 'forbid':
      return [...head, `    forbid: ${regionText(constraint.when, issues)}`, tail]
    case 'implies':
      return [
        ...head,
        `    if: ${regionText(constraint.when, issues)}`,
        `    then: ${regionText(constraint.then, issues)}`,
        tail,
      ]
    case 'at-most':
      return [
        ...head,
        `    at most: ${constraint.count}`,
        '    of:',
        ...constraint.of.map(region => `      - ${regionText(region, issues)}`),
        tail,
      ]
    default:
      return constraint satisfies never
  }
}

function regionText(region: Region, issues: readonly Issue[]): string {
  const parts = region.map(condition => {
    const issue = issues[condition.issue]
    const key = flowScalar(issue?.name ?? '')
    if (condition.kind === 'range') {
      const single = equals(condition.low, condition.high)
      return `${key}: ${single ? toText(condition.low) : `{from: ${toText(condition.low)}, to: ${toText(condition.high)}}`}`
    }
    const options = condition.options.map(option =>
      flowScalar(issue?.kind === 'discrete' ? (issue.options[option] ?? '') : ''),
    )
    return `${key}: ${options.length === 1 ? options[0] : `[${options.join(', ')}]`}`
  })
  return `{${parts.join(', ')}}`
}

function numberText(value: number | Rational): string {
  return typeof value === 'number' ? String(value) : toText(value)
}

/** Plain where nothing in it could mean anything else to YAML; otherwise a JSON string, which YAML reads alike. */
function scalar(text: string): string {
  return /^[\p{L}\p{N}$€£][\p{L}\p{M}\p{N} _.,()'’/%+$€£–-]*$/u.test(text) &&
    !text.endsWith(' ') &&
    !/^(null|true|false|~)$/i.test(text)
    ? text
    : quote(text)
}

/** Inside braces a comma separates. */
function flowScalar(text: string): string {
  return /[,[\]{}]/.test(text) ? quote(text) : scalar(text)
}

function quote(text: string): string {
  // JSON leaves these as they are; YAML does not print them.
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
