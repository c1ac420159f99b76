/** The issues of a NegMAS outcome space. */

import type { Issue } from '../problem.ts'
import { compare } from '../rational.ts'
import type { MistakeList } from './mistake.ts'
import { shortType } from './negmas-values.ts'
import { checkWholeRange, demand, readList, readMap, readNumber, readText, readWhole } from './read.ts'
import { field, type Tree, type TreeMap } from './tree.ts'

const ISSUE_EXAMPLE = 'issues:\n- name: Price\n  type: CategoricalIssue\n  values: [low, high]'

export function isSpace(map: TreeMap): boolean {
  return field(map, 'issues')?.kind === 'list' && field(map, 'parties') === undefined
}

export function readIssues(tree: TreeMap, mistakes: MistakeList): readonly Issue[] {
  const items = readList(field(tree, 'issues'), 'issues', ISSUE_EXAMPLE, mistakes)
  if (items.length === 0) mistakes.add(tree, { code: 'no-issues' })
  const seen = new Set<string>()
  return items.flatMap((item, i) => {
    const map = readMap(item, 'An issue', ISSUE_EXAMPLE, mistakes)
    if (map === undefined) return []
    const nameTree = field(map, 'name')
    const name =
      (nameTree?.kind === 'null' ? undefined : readText(nameTree, 'The name', mistakes)) ?? `issue ${i + 1}`
    if (seen.has(name)) mistakes.add(map, { code: 'duplicate', found: name, about: 'issues' })
    seen.add(name)
    const values = demand(field(map, 'values'), map, 'values', name, mistakes, 'values: [low, high]')
    const issue =
      values === undefined ? undefined : readIssue(values, name, shortType(field(map, 'type')), mistakes)
    return issue === undefined ? [] : [issue]
  })
}

/** A pair of numbers is a range for contiguous and continuous issues; a single whole number n means 0 to n - 1. */
function readIssue(values: Tree, name: string, type: string, mistakes: MistakeList): Issue | undefined {
  if (values.kind === 'scalar') {
    const count = readWhole(readNumber(values, name, mistakes), values, name, mistakes)
    if (count === undefined) return undefined
    if (count < 1) mistakes.add(values, { code: 'not-positive', about: name, found: String(count) })
    checkWholeRange(0, count - 1, values, name, mistakes)
    return { kind: 'integer', name, lower: 0, upper: Math.max(0, count - 1) }
  }
  const items = readList(values, `The values of ${name}`, 'values: [low, high]', mistakes)
  if (type === 'ContinuousIssue' || type === 'ContiguousIssue') {
    const [low, high] = items.map(item => readNumber(item, name, mistakes))
    if (items.length !== 2) {
      mistakes.add(values, {
        code: 'wrong-shape',
        about: `The range of ${name}`,
        found: `${items.length} long`,
        choices: ['lowest and highest', 'values: [0, 10]'],
      })
    }
    if (low === undefined || high === undefined) return undefined
    if (compare(low, high) > 0) {
      mistakes.add(values, { code: 'empty-range', about: name, found: 'the first number is the larger' })
      return undefined
    }
    if (type === 'ContinuousIssue') return { kind: 'continuous', name, lower: low, upper: high }
    const lower = readWhole(low, items[0] ?? values, name, mistakes)
    const upper = readWhole(high, items[1] ?? values, name, mistakes)
    if (lower === undefined || upper === undefined) return undefined
    checkWholeRange(lower, upper, values, name, mistakes)
    return { kind: 'integer', name, lower, upper }
  }
  const options = items.flatMap(item =>
    item.kind === 'null' ? ['null'] : (readText(item, 'A value', mistakes) ?? []),
  )
  if (values.kind === 'list' && options.length === 0) {
    mistakes.add(values, {
      code: 'wrong-shape',
      about: `The list of values of ${name}`,
      found: 'empty',
      choices: ['at least one value', 'values: [low, high]'],
    })
  }
  return { kind: 'discrete', name, options: [...new Set(options)] }
}
