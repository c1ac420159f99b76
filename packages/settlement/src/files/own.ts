/**
 * Our own problem file (YAML or JSON); the format is described in docs/guide/problem-file.md.
 * Every mistake of the file is reported, not only the first.
 */

import type { Constraint, Issue, Problem } from '../problem.ts'
import { compare, isWhole, type Rational, toText } from '../rational.ts'
import { fail, ok, type Result } from '../result.ts'
import { createMistakeList, type FileProblem, type MistakeList, type SourceFile } from './mistake.ts'
import { issuesToNames, type Names, readRegion, regionToText } from './names.ts'
import { readParty } from './own-party.ts'
import { checkWholeRange, demand, readFields, readList, readNumber, readText, readWhole } from './read.ts'
import { normalText } from './text-key.ts'
import type { Tree, TreeMap } from './tree.ts'

const optionsMax = 100_000
const issuesMax = 1_000
/** As many as the engine settles for. */
export const partiesMax = 64

const FIELDS = ['title', 'note', 'issues', 'parties', 'constraints']
const ISSUE_FIELDS = ['name', 'options', 'from', 'to', 'whole', 'unit', 'note']
const CONSTRAINT_FIELDS = ['id', 'forbid', 'if', 'then', 'at most', 'of', 'because']

const ISSUES_EXAMPLE = 'issues:\n  - name: Price\n    options: [low, high]'
const PARTIES_EXAMPLE = 'parties:\n  - name: Upper village\n    values: {Price: {low: 0, high: 1}}'

export function isOwnProblem(map: TreeMap): boolean {
  const keys = new Set(map.entries.map(entry => entry.key))
  return keys.has('parties') && !keys.has('goods')
}

export function readOwnProblem(file: SourceFile, tree: Tree): Result<Problem, readonly FileProblem[]> {
  const mistakes = createMistakeList(file.name)
  const fields = readFields(tree, FIELDS, 'The file', mistakes)
  if (fields === undefined) return fail(mistakes.problems)
  const title = readText(fields.get('title')?.value, 'The title', mistakes) ?? ''
  const issueList = demand(fields.get('issues'), tree, 'issues', 'The file', mistakes, ISSUES_EXAMPLE)?.value
  const issues = readIssues(issueList, mistakes)
  const names = issuesToNames(issues)
  const partyList = demand(
    fields.get('parties'),
    tree,
    'parties',
    'The file',
    mistakes,
    PARTIES_EXAMPLE,
  )?.value
  const trees = readList(partyList, 'parties', PARTIES_EXAMPLE, mistakes)
  if (trees.length > partiesMax) mistakes.add(tree, { code: 'too-many', about: 'parties', limit: partiesMax })
  const parties = trees.slice(0, partiesMax).map((item, index) => readParty(item, index, names, mistakes))
  if (partyList?.kind === 'list' && trees.length < 2) {
    mistakes.add(partyList, {
      code: 'too-few-parties',
      found: String(trees.length),
      choices: [PARTIES_EXAMPLE],
    })
  }
  const seen = new Set<string>()
  parties.forEach((party, index) => {
    if (seen.has(normalText(party.name)))
      mistakes.add(trees[index] ?? tree, { code: 'duplicate', found: party.name, about: 'parties' })
    seen.add(normalText(party.name))
  })
  const constraintTrees = readList(
    fields.get('constraints')?.value,
    'constraints',
    'constraints:\n  - forbid: {Price: low}',
    mistakes,
  )
  const constraints = constraintTrees.flatMap(
    (item, index) => readConstraint(item, index, names, mistakes) ?? [],
  )
  const ids = [...constraints, ...parties.flatMap(party => party.redLines)].map(rule => rule.id)
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) {
    mistakes.add(tree, { code: 'duplicate', found: id, about: 'ids of constraints and red lines' })
  }
  if (mistakes.problems.length > 0) return fail(mistakes.problems)
  return ok({ title: title === '' ? file.name : title, issues, parties, constraints, remarks: [] })
}

function readIssues(tree: Tree | undefined, mistakes: MistakeList): readonly Issue[] {
  const trees = readList(tree, 'issues', ISSUES_EXAMPLE, mistakes)
  if (tree?.kind === 'list' && trees.length === 0) mistakes.add(tree, { code: 'no-issues' })
  if (tree !== undefined && trees.length > issuesMax) {
    mistakes.add(tree, { code: 'too-many', about: 'issues', limit: issuesMax })
  }
  const seen = new Set<string>()
  return trees.slice(0, issuesMax).flatMap(item => {
    const issue = readIssue(item, mistakes)
    if (issue === undefined) return []
    if (seen.has(normalText(issue.name)))
      mistakes.add(item, { code: 'duplicate', found: issue.name, about: 'issues' })
    seen.add(normalText(issue.name))
    return [issue]
  })
}

function readIssue(tree: Tree, mistakes: MistakeList): Issue | undefined {
  const fields = readFields(tree, ISSUE_FIELDS, 'An issue', mistakes)
  if (fields === undefined) return undefined
  const name = readText(
    demand(fields.get('name'), tree, 'name', 'An issue', mistakes)?.value,
    'The name',
    mistakes,
  )
  if (name === undefined) return undefined
  const options = fields.get('options')?.value
  if (options !== undefined)
    return { kind: 'discrete', name, options: readOptionNames(options, name, mistakes) }
  if (fields.get('from') === undefined && fields.get('to') === undefined) {
    mistakes.add(tree, {
      code: 'missing-field',
      found: 'options',
      about: name,
      choices: ['options: [low, high]   or   from: 0\nto: 100'],
    })
    return { kind: 'discrete', name, options: [] }
  }
  const from = demand(fields.get('from'), tree, 'from', name, mistakes, 'from: 0')?.value
  const to = demand(fields.get('to'), tree, 'to', name, mistakes, 'to: 100')?.value
  const lower = readNumber(from, `"from" of ${name}`, mistakes)
  const upper = readNumber(to, `"to" of ${name}`, mistakes)
  const unitText = readText(fields.get('unit')?.value, 'The unit', mistakes)
  const unit = unitText === undefined ? {} : { unit: unitText }
  if (lower === undefined || upper === undefined) return undefined
  if (compare(lower, upper) > 0) {
    mistakes.add(from ?? tree, {
      code: 'empty-range',
      about: name,
      found: `${toText(lower)} to ${toText(upper)}`,
    })
    return { kind: 'continuous', name, lower: upper, upper: lower, ...unit }
  }
  if (readWholeFlag(fields.get('whole')?.value, lower, upper, mistakes)) {
    const low = readWhole(lower, from ?? tree, `"from" of ${name}`, mistakes)
    const high = readWhole(upper, to ?? tree, `"to" of ${name}`, mistakes)
    if (low === undefined || high === undefined) return undefined
    checkWholeRange(low, high, from ?? tree, name, mistakes)
    return { kind: 'integer', name, lower: low, upper: high, ...unit }
  }
  return { kind: 'continuous', name, lower, upper, ...unit }
}

/** Ranges are continuous unless the file says `whole: true`. */
function readWholeFlag(
  tree: Tree | undefined,
  lower: Rational,
  upper: Rational,
  mistakes: MistakeList,
): boolean {
  if (tree === undefined) return false
  if (tree.kind === 'scalar' && tree.text === 'true') return true
  if (tree.kind === 'scalar' && tree.text === 'false') return false
  const found = tree.kind === 'scalar' ? tree.text : tree.kind
  mistakes.add(tree, {
    code: 'wrong-shape',
    about: '"whole"',
    found,
    choices: ['true or false', 'whole: true'],
  })
  return isWhole(lower) && isWhole(upper)
}

function readOptionNames(tree: Tree, issue: string, mistakes: MistakeList): readonly string[] {
  const items = readList(tree, `The options of ${issue}`, 'options: [low, high]', mistakes)
  if (tree.kind === 'list' && items.length === 0) {
    mistakes.add(tree, {
      code: 'wrong-shape',
      about: `The list of options of ${issue}`,
      found: 'empty',
      choices: ['at least one option', 'options: [low, high]'],
    })
  }
  if (items.length > optionsMax) mistakes.add(tree, { code: 'too-many', about: 'options', limit: optionsMax })
  const seen = new Set<string>()
  const options: string[] = []
  for (const item of items.slice(0, optionsMax)) {
    const text = readText(item, 'An option', mistakes)
    if (text === undefined) continue
    if (seen.has(normalText(text)))
      mistakes.add(item, { code: 'duplicate', found: text, about: `options of ${issue}` })
    else options.push(text)
    seen.add(normalText(text))
  }
  return options
}

function readConstraint(
  tree: Tree,
  index: number,
  names: Names,
  mistakes: MistakeList,
): Constraint | undefined {
  const fields = readFields(tree, CONSTRAINT_FIELDS, 'A constraint', mistakes)
  if (fields === undefined) return undefined
  const id = readText(fields.get('id')?.value, 'The id', mistakes) ?? `constraint-${index + 1}`
  const because = readText(fields.get('because')?.value, 'The reason', mistakes)
  const forbid = fields.get('forbid')?.value
  if (forbid !== undefined) {
    const when = readRegion(forbid, names, '"forbid"', mistakes)
    return { kind: 'forbid', id, when, sentence: because ?? `never ${regionToText(when, names)}` }
  }
  if (fields.has('if') || fields.has('then')) {
    const premise = demand(
      fields.get('if'),
      tree,
      'if',
      'The constraint',
      mistakes,
      'if: {Price: low}',
    )?.value
    const conclusion = demand(
      fields.get('then'),
      tree,
      'then',
      'The constraint',
      mistakes,
      'then: {Term: long}',
    )?.value
    const when = readRegion(premise, names, '"if"', mistakes)
    const then = readRegion(conclusion, names, '"then"', mistakes)
    return {
      kind: 'implies',
      id,
      when,
      // oxlint-disable-next-line unicorn/no-thenable -- the model's word for an implication; never awaited
      then,
      sentence: because ?? `${regionToText(when, names)} only with ${regionToText(then, names)}`,
    }
  }
  if (fields.has('at most') || fields.has('of')) {
    const atMost = demand(
      fields.get('at most'),
      tree,
      'at most',
      'The constraint',
      mistakes,
      'at most: 1',
    )?.value
    const ofTree = demand(
      fields.get('of'),
      tree,
      'of',
      'The constraint',
      mistakes,
      'of:\n  - {Price: low}\n  - {Term: long}',
    )?.value
    const count = readWhole(readNumber(atMost, '"at most"', mistakes), atMost ?? tree, '"at most"', mistakes)
    const of = readList(ofTree, '"of"', 'of:\n  - {Price: low}\n  - {Term: long}', mistakes).map(item =>
      readRegion(item, names, '"of"', mistakes),
    )
    if (count === undefined) return undefined
    if (count < 0 || count >= of.length)
      mistakes.add(atMost ?? tree, { code: 'at-most-count', found: String(count) })
    return {
      kind: 'at-most',
      id,
      count,
      of,
      sentence: because ?? `at most ${count} of: ${of.map(region => regionToText(region, names)).join('; ')}`,
    }
  }
  mistakes.add(tree, {
    code: 'missing-field',
    found: 'forbid',
    about: 'The constraint',
    choices: ['forbid: {...}   or   if: {...} with then: {...}   or   at most: 1 with of: [...]'],
  })
  return undefined
}
