/**
 * NegoLog: one JSON file per party, each with weights, a value for every option of every issue, and a reservation value. u =
 * Σ weight · value; nothing is normalised. Issues and options come in the order of the first file.
 */

import type { Issue, Party, Problem, ValueFunction } from '../problem.ts'
import { ONE, sign, ZERO } from '../rational.ts'
import { fail, ok, type Result } from '../result.ts'
import { baseName, uniqueNames } from './file-name.ts'
import { createMistakeList, type FileProblem, type MistakeList, type SourceFile } from './mistake.ts'
import { nameMap } from './name-map.ts'
import { findIssue, findOption, issuesToNames, type Names } from './names.ts'
import { readMap, readNumber } from './read.ts'
import { field, type TreeMap } from './tree.ts'

export type NegologFile = { readonly file: SourceFile; readonly tree: TreeMap }

const EXAMPLE = '"issues": {"Price": {"low": 0.2, "high": 1}}'

export function isNegolog(map: TreeMap): boolean {
  return field(map, 'issueWeights')?.kind === 'map' && field(map, 'issues')?.kind === 'map'
}

export function readNegolog(files: readonly NegologFile[]): Result<Problem, readonly FileProblem[]> {
  const first = files[0]
  if (first === undefined) return fail([])
  const problems: FileProblem[] = []
  const list = createMistakeList(first.file.name)
  const issues = readIssues(first.tree, list)
  if (files.length < 2) {
    list.add(first.tree, {
      code: 'too-few-parties',
      found: String(files.length),
      choices: ['goodoffices settle profileA.json profileB.json'],
    })
  }
  problems.push(...list.problems)
  const names = issuesToNames(issues)
  const partyNames = uniqueNames(files.map(({ file }) => baseName(file.name)))
  const parties = files.map(({ file, tree }, i) => {
    const mistakes = createMistakeList(file.name)
    const party = readParty(tree, partyNames[i] ?? file.name, names, mistakes)
    problems.push(...mistakes.problems)
    return party
  })
  if (problems.length > 0) return fail(problems)
  return ok({
    title: parties.map(({ name }) => name).join(', '),
    issues,
    parties,
    constraints: [],
    remarks: [],
  })
}

function readIssues(tree: TreeMap, mistakes: MistakeList): readonly Issue[] {
  const map = readMap(field(tree, 'issues'), 'issues', EXAMPLE, mistakes)
  if (map?.entries.length === 0) mistakes.add(map, { code: 'no-issues' })
  return (map?.entries ?? []).map(entry => {
    const options = readMap(entry.value, entry.key, EXAMPLE, mistakes)?.entries.map(({ key }) => key) ?? []
    return { kind: 'discrete', name: entry.key, options: [...new Set(options)] }
  })
}

function readParty(tree: TreeMap, name: string, names: Names, mistakes: MistakeList): Party {
  const weightMap = readMap(field(tree, 'issueWeights'), 'issueWeights', '{"Price": 0.4}', mistakes)
  const stated = nameMap((weightMap?.entries ?? []).map(entry => [entry.key, entry]))
  for (const entry of weightMap?.entries ?? []) findIssue(names, entry.key, entry, mistakes)
  const weights = names.issues.map(issue => {
    const entry = stated.get(issue.name)
    if (entry === undefined && weightMap !== undefined)
      mistakes.add(weightMap, { code: 'missing-weight', about: issue.name, choices: [`"${issue.name}": 0`] })
    return readNumber(entry?.value, `The weight of "${issue.name}"`, mistakes) ?? ZERO
  })
  const bodies = readMap(field(tree, 'issues'), 'issues', EXAMPLE, mistakes)
  const byName = nameMap((bodies?.entries ?? []).map(entry => [entry.key, entry]))
  for (const entry of bodies?.entries ?? []) findIssue(names, entry.key, entry, mistakes)
  const values = names.issues.map((issue, i): ValueFunction => {
    const options = issue.kind === 'discrete' ? issue.options : []
    const body = readMap(byName.get(issue.name)?.value, issue.name, EXAMPLE, mistakes)
    const rows = nameMap((body?.entries ?? []).map(row => [row.key, row]))
    for (const row of body?.entries ?? []) findOption(names, i, row.key, row, mistakes)
    const missing = options.filter(option => !rows.has(option))
    if (missing.length > 0 && sign(weights[i] ?? ZERO) !== 0n) {
      const found = missing.map(option => `"${option}"`).slice(0, 8)
      mistakes.add(body ?? tree, {
        code: 'missing-value',
        found: found.join(', '),
        about: issue.name,
        choices: [EXAMPLE],
      })
    }
    const worth = options.map(
      option => readNumber(rows.get(option)?.value, `The value of "${option}"`, mistakes) ?? ZERO,
    )
    return { kind: 'table', values: worth }
  })
  const reservation = readNumber(field(tree, 'reservationValue'), 'The reservation', mistakes) ?? ZERO
  return { name, weights, values, bonuses: [], reservation, redLines: [], entitlement: ONE }
}
