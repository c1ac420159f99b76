/** Looking up issues and options by their text, and reading regions over them. */

import type { Condition, Issue, Region } from '../problem.ts'
import { compare, fromNumber, isWhole, type Rational, toText } from '../rational.ts'
import type { MistakeList, Position } from './mistake.ts'
import { type NameMap, nameMap } from './name-map.ts'
import { readFields, readMap, readNumber, readText, treeToKind } from './read.ts'
import { normalText } from './text-key.ts'
import type { Tree } from './tree.ts'

export type Names = {
  readonly issues: readonly Issue[]
  readonly issueIndex: NameMap<number>
  /** For each discrete issue its options by text; undefined for the others. */
  readonly optionIndex: readonly (NameMap<number> | undefined)[]
}

export function issuesToNames(issues: readonly Issue[]): Names {
  return {
    issues,
    issueIndex: nameMap(issues.map((issue, index) => [issue.name, index])),
    optionIndex: issues.map(issue =>
      issue.kind === 'discrete' ? nameMap(issue.options.map((option, index) => [option, index])) : undefined,
    ),
  }
}

export function findIssue(
  names: Names,
  name: string,
  at: Position,
  mistakes: MistakeList,
): number | undefined {
  const index = names.issueIndex.get(name)
  if (index === undefined) {
    mistakes.add(at, { code: 'unknown-issue', found: name, choices: names.issues.map(issue => issue.name) })
  }
  return index
}

/** The option's index, for a discrete issue. */
export function findOption(
  names: Names,
  issue: number,
  text: string,
  at: Position,
  mistakes: MistakeList,
): number | undefined {
  const index = names.optionIndex[issue]?.get(text)
  const about = names.issues[issue]
  if (index === undefined && about?.kind === 'discrete') {
    mistakes.add(at, { code: 'unknown-option', found: text, about: about.name, choices: about.options })
  }
  return index
}

export function issueBounds(issue: Issue): { readonly low: Rational; readonly high: Rational } | undefined {
  switch (issue.kind) {
    case 'discrete':
      return undefined
    case 'integer':
      return { low: fromNumber(issue.lower), high: fromNumber(issue.upper) }
    case 'continuous':
      return { low: issue.lower, high: issue.upper }
    default:
      return issue satisfies never
  }
}

/** A number on a range issue: inside its bounds, and whole where the issue is. */
export function checkNumber(issue: Issue, value: Rational, at: Position, mistakes: MistakeList): boolean {
  const bounds = issueBounds(issue)
  if (bounds === undefined) return false
  if (issue.kind === 'integer' && !isWhole(value)) {
    mistakes.add(at, { code: 'whole-number', about: issue.name, found: toText(value) })
    return false
  }
  if (compare(value, bounds.low) < 0 || compare(value, bounds.high) > 0) {
    const choices = [`from ${toText(bounds.low)} to ${toText(bounds.high)}`, toText(bounds.low)]
    mistakes.add(at, { code: 'out-of-range', about: issue.name, found: toText(value), choices })
    return false
  }
  return true
}

/**
 * `{Share: half each, Price: {from: 5, to: 10}, Term: [short, long], Years: 3}`: every part must hold.
 * Reports what it cannot place and returns the rest.
 */
export function readRegion(
  tree: Tree | undefined,
  names: Names,
  about: string,
  mistakes: MistakeList,
): Region {
  const map = readMap(tree, about, '{Price: low, Years: {from: 2, to: 5}}', mistakes)
  if (map === undefined) return []
  const region: Condition[] = []
  const seen = new Set<number>()
  for (const entry of map.entries) {
    const index = findIssue(names, entry.key, entry, mistakes)
    const issue = index === undefined ? undefined : names.issues[index]
    if (index === undefined || issue === undefined) continue
    if (seen.has(index)) mistakes.add(entry, { code: 'duplicate', found: entry.key, about: 'issues' })
    seen.add(index)
    const condition =
      issue.kind === 'discrete'
        ? readOptions(entry.value, index, names, mistakes)
        : readRange(entry.value, index, issue, mistakes)
    if (condition !== undefined) region.push(condition)
  }
  return region
}

function readOptions(tree: Tree, issue: number, names: Names, mistakes: MistakeList): Condition | undefined {
  const options = (tree.kind === 'list' ? tree.items : [tree]).flatMap(item => {
    const text = readText(item, 'An option', mistakes)
    const option = text === undefined ? undefined : findOption(names, issue, text, item, mistakes)
    return option === undefined ? [] : [option]
  })
  return options.length === 0
    ? undefined
    : { kind: 'options', issue, options: [...new Set(options)].toSorted((a, b) => a - b) }
}

function readRange(tree: Tree, index: number, issue: Issue, mistakes: MistakeList): Condition | undefined {
  const bounds = issueBounds(issue)
  if (bounds === undefined) return undefined
  if (tree.kind === 'map') {
    const fields = readFields(tree, ['from', 'to'], issue.name, mistakes)
    const low = readBound(fields?.get('from')?.value, issue, mistakes) ?? bounds.low
    const high = readBound(fields?.get('to')?.value, issue, mistakes) ?? bounds.high
    if (compare(low, high) > 0) {
      mistakes.add(tree, {
        code: 'empty-range',
        about: issue.name,
        found: `${toText(low)} to ${toText(high)}`,
      })
    }
    return { kind: 'range', issue: index, low, high }
  }
  if (tree.kind === 'list') {
    const choices = ['a number or from and to', '{from: 2, to: 5}']
    mistakes.add(tree, { code: 'wrong-shape', about: issue.name, found: treeToKind(tree), choices })
    return undefined
  }
  const value = readBound(tree, issue, mistakes)
  return value === undefined ? undefined : { kind: 'range', issue: index, low: value, high: value }
}

function readBound(tree: Tree | undefined, issue: Issue, mistakes: MistakeList): Rational | undefined {
  const value = readNumber(tree, issue.name, mistakes)
  return value !== undefined && tree !== undefined && checkNumber(issue, value, tree, mistakes)
    ? value
    : undefined
}

/** `Price: low or middle, Years: 2 to 5`. */
export function regionToText(region: Region, names: Names): string {
  if (region.length === 0) return 'any package'
  return region
    .map(condition => {
      const issue = names.issues[condition.issue]
      if (condition.kind === 'options') {
        const options =
          issue?.kind === 'discrete' ? condition.options.map(option => issue.options[option] ?? '') : []
        return `${issue?.name}: ${options.join(' or ')}`
      }
      const low = toText(condition.low)
      const high = toText(condition.high)
      return `${issue?.name}: ${low === high ? low : `${low} to ${high}`}`
    })
    .join(', ')
}

function describePicks(issue: Issue): string {
  return issue.kind === 'discrete'
    ? issue.options.map(normalText).join('\n')
    : issue.kind === 'integer'
      ? `${issue.lower} ${issue.upper}`
      : `${toText(issue.lower)} ${toText(issue.upper)}`
}

/** Whether two functions speak of the same issues, each with the same values. */
export function isSameSpace(a: readonly Issue[], b: readonly Issue[]): boolean {
  return (
    a.length === b.length &&
    a.every((issue, i) => {
      const other = b[i]
      return (
        other?.kind === issue.kind &&
        normalText(other.name) === normalText(issue.name) &&
        describePicks(other) === describePicks(issue)
      )
    })
  )
}
