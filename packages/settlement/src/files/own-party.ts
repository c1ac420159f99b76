/** One party of our own problem file: weights, values, reservation, red lines, bonuses. */

import { type Pick, utilityOf } from '../package.ts'
import type { Bonus, Issue, Party, RedLine, ValueFunction } from '../problem.ts'
import { compare, ONE, type Rational, sign, toText, ZERO } from '../rational.ts'
import type { MistakeList, Position } from './mistake.ts'
import { nameMap } from './name-map.ts'
import {
  checkNumber,
  findIssue,
  findOption,
  issueBounds,
  type Names,
  readRegion,
  regionToText,
} from './names.ts'
import {
  demand,
  readFields,
  readList,
  readMap,
  readNumber,
  readNumberText,
  readText,
  treeToKind,
} from './read.ts'
import type { Entry, Tree } from './tree.ts'
import { pointsToValueFunction, zeroValues } from './values.ts'

const FIELDS = [
  'name',
  'note',
  'reservation',
  'ceiling',
  'entitlement',
  'weights',
  'values',
  'bonuses',
  'red lines',
]

type Range = { readonly low: Rational; readonly high: Rational }

/** Reports mistakes and fills the gaps they leave, so that the rest of the file is checked as well. */
export function readParty(tree: Tree, index: number, names: Names, mistakes: MistakeList): Party {
  const fields = readFields(tree, FIELDS, 'A party', mistakes) ?? new Map<string, Entry>()
  const given = demand(fields.get('name'), tree, 'name', 'A party', mistakes, 'name: Upper village')
  const name = readText(given?.value, 'The name', mistakes) ?? `party ${index + 1}`
  const { weights, ranges } = readWeights(fields.get('weights')?.value, name, names, mistakes)
  const values = readValues(fields.get('values')?.value, tree, name, { names, weights, mistakes })
  const bonuses = readBonuses(fields.get('bonuses')?.value, index + 1, names, mistakes)
  const redLines = readRedLines(fields.get('red lines')?.value, index + 1, names, mistakes)
  const entitlementTree = fields.get('entitlement')?.value
  const entitlement = readNumber(entitlementTree, 'The entitlement', mistakes) ?? ONE
  if (entitlementTree !== undefined && sign(entitlement) <= 0n) {
    mistakes.add(entitlementTree, {
      code: 'not-positive',
      about: 'The entitlement',
      found: toText(entitlement),
    })
  }
  const weightRanges = ranges.some(range => range !== undefined) ? { weightRanges: ranges } : {}
  const ceiling = readNumber(fields.get('ceiling')?.value, 'The ceiling', mistakes)
  const party = {
    name,
    weights,
    ...weightRanges,
    values,
    bonuses,
    ...(ceiling === undefined ? {} : { ceiling }),
    reservation: ZERO,
    redLines,
    entitlement,
  }
  return { ...party, reservation: readReservation(fields.get('reservation')?.value, names, party, mistakes) }
}

/** Without `weights` every issue counts 1 and the values are points. */
function readWeights(tree: Tree | undefined, party: string, names: Names, mistakes: MistakeList) {
  const weights: (Rational | undefined)[] = names.issues.map(() => undefined)
  const ranges: (Range | undefined)[] = names.issues.map(() => undefined)
  if (tree === undefined) return { weights: names.issues.map(() => ONE), ranges }
  const map = readMap(tree, `The weights of ${party}`, 'weights: {Price: 40, Term: 60}', mistakes)
  for (const entry of map?.entries ?? []) {
    const issue = findIssue(names, entry.key, entry, mistakes)
    if (issue === undefined) continue
    if (weights[issue] !== undefined)
      mistakes.add(entry, { code: 'duplicate', found: entry.key, about: 'weights' })
    const about = `The weight of "${entry.key}"`
    if (entry.value.kind === 'map') {
      const fields = readFields(entry.value, ['weight', 'from', 'to'], about, mistakes)
      const weight = demand(
        fields?.get('weight'),
        entry.value,
        'weight',
        about,
        mistakes,
        '{weight: 30, from: 25, to: 35}',
      )
      weights[issue] = readWeight(weight?.value, about, mistakes)
      ranges[issue] = readWeightRange(fields, entry.value, weights[issue], about, mistakes)
    } else {
      weights[issue] = readWeight(entry.value, about, mistakes)
    }
  }
  names.issues.forEach((issue, index) => {
    if (
      weights[index] === undefined &&
      map !== undefined &&
      !map.entries.some(entry => names.issueIndex.get(entry.key) === index)
    ) {
      mistakes.add(tree, { code: 'missing-weight', about: issue.name, choices: [`${issue.name}: 0`] })
    }
  })
  return { weights: weights.map(weight => weight ?? ZERO), ranges }
}

function readWeight(tree: Tree | undefined, about: string, mistakes: MistakeList): Rational | undefined {
  const weight = readNumber(tree, about, mistakes)
  if (tree !== undefined && weight !== undefined && sign(weight) < 0n) {
    mistakes.add(tree, { code: 'negative', about, found: toText(weight) })
  }
  return weight
}

function readWeightRange(
  fields: ReadonlyMap<string, Entry> | undefined,
  at: Position,
  weight: Rational | undefined,
  about: string,
  mistakes: MistakeList,
): Range | undefined {
  const low = readWeight(fields?.get('from')?.value, about, mistakes) ?? weight
  const high = readWeight(fields?.get('to')?.value, about, mistakes) ?? weight
  if (low === undefined || high === undefined || weight === undefined) return undefined
  if (compare(low, high) > 0) {
    mistakes.add(at, { code: 'empty-range', about, found: `${toText(low)} to ${toText(high)}` })
  } else if (compare(weight, low) < 0 || compare(weight, high) > 0) {
    const choices = [`from ${toText(low)} to ${toText(high)}`, toText(low)]
    mistakes.add(at, {
      code: 'out-of-range',
      found: `weight ${toText(weight)}`,
      about: `the range stated for ${about}`,
      choices,
    })
  }
  return { low, high }
}

type ValuesContext = {
  readonly names: Names
  readonly weights: readonly Rational[]
  readonly mistakes: MistakeList
}

function readValues(
  tree: Tree | undefined,
  owner: Tree,
  party: string,
  context: ValuesContext,
): readonly ValueFunction[] {
  const { names, weights, mistakes } = context
  const values: (ValueFunction | undefined)[] = names.issues.map(() => undefined)
  const map = readMap(tree, `The values of ${party}`, 'values:\n  Price: {low: 0, high: 1}', mistakes)
  for (const entry of map?.entries ?? []) {
    const index = findIssue(names, entry.key, entry, mistakes)
    const issue = index === undefined ? undefined : names.issues[index]
    if (index === undefined || issue === undefined) continue
    if (values[index] !== undefined)
      mistakes.add(entry, { code: 'duplicate', found: entry.key, about: 'values' })
    values[index] =
      issue.kind === 'discrete'
        ? readTable(entry, issue, index, names, mistakes)
        : readPoints(entry, issue, mistakes)
  }
  return names.issues.map((issue, index) => {
    const value = values[index]
    if (value !== undefined) return value
    const weight = weights[index]
    if (weight !== undefined && sign(weight) !== 0n) {
      mistakes.add(tree ?? owner, {
        code: 'missing-value',
        found: 'all',
        about: issue.name,
        choices: [exampleValues(issue)],
      })
    }
    return zeroValues(issue)
  })
}

function exampleValues(issue: Issue): string {
  const bounds = issueBounds(issue)
  if (bounds !== undefined) return `${issue.name}: {${toText(bounds.low)}: 0, ${toText(bounds.high)}: 1}`
  return issue.kind === 'discrete' ? `${issue.name}: {${issue.options[0] ?? 'low'}: 1}` : issue.name
}

/** `{low: 0, high: 1}`, or `[0, 1]` in the order of the options. */
function readTable(
  entry: Entry,
  issue: Extract<Issue, { kind: 'discrete' }>,
  index: number,
  names: Names,
  mistakes: MistakeList,
): ValueFunction {
  const values: (Rational | undefined)[] = issue.options.map(() => undefined)
  const tree = entry.value
  if (tree.kind === 'list') {
    if (tree.items.length !== issue.options.length) {
      const choices = [
        `${issue.options.length} numbers, one for each option`,
        `${issue.name}: [${issue.options
          .map((_, i) => i)
          .slice(0, 6)
          .join(', ')}]`,
      ]
      mistakes.add(tree, {
        code: 'wrong-shape',
        about: `The list of values of "${issue.name}"`,
        found: `${tree.items.length} long`,
        choices,
      })
    }
    return {
      kind: 'table',
      values: issue.options.map((_, i) => readNumber(tree.items[i], issue.name, mistakes) ?? ZERO),
    }
  }
  const map = readMap(tree, `The values of "${issue.name}"`, exampleValues(issue), mistakes)
  const seen = new Set<number>()
  for (const row of map?.entries ?? []) {
    const option = findOption(names, index, row.key, row, mistakes)
    if (option === undefined) continue
    if (seen.has(option))
      mistakes.add(row, { code: 'duplicate', found: row.key, about: `values of "${issue.name}"` })
    seen.add(option)
    values[option] = readNumber(row.value, `The value of "${row.key}"`, mistakes)
  }
  const missing = issue.options.filter((_, option) => !seen.has(option))
  if (map !== undefined && missing.length > 0) {
    mistakes.add(entry, {
      code: 'missing-value',
      found: missing
        .slice(0, 8)
        .map(option => `"${option}"`)
        .join(', '),
      about: issue.name,
      choices: [`${missing[0] ?? ''}: 0`],
    })
  }
  return { kind: 'table', values: values.map(value => value ?? ZERO) }
}

/** `{0: 0, 12: 80, 24: 100}`: straight lines between the points, which reach from end to end. */
function readPoints(entry: Entry, issue: Issue, mistakes: MistakeList): ValueFunction {
  const bounds = issueBounds(issue)
  const map = readMap(entry.value, `The values of "${issue.name}"`, exampleValues(issue), mistakes)
  if (bounds === undefined || map === undefined) return zeroValues(issue)
  const points = map.entries
    .flatMap(row => {
      const at = readNumberText(row.key, row, `A point of "${issue.name}"`, mistakes)
      const value = readNumber(row.value, `The value at ${row.key}`, mistakes)
      if (at === undefined || value === undefined || !checkNumber(issue, at, row, mistakes)) return []
      return [{ at, value, row }]
    })
    .toSorted((a, b) => compare(a.at, b.at))
  points.forEach((point, i) => {
    const previous = points[i - 1]
    if (previous !== undefined && compare(previous.at, point.at) === 0) {
      mistakes.add(point.row, {
        code: 'duplicate',
        found: toText(point.at),
        about: `points of "${issue.name}"`,
      })
    }
  })
  // A point that could not be read has been reported; whether the rest spans the range says nothing then.
  if (points.length < map.entries.length) return zeroValues(issue)
  const first = points[0]
  const last = points.at(-1)
  if (
    first === undefined ||
    last === undefined ||
    compare(first.at, bounds.low) !== 0 ||
    compare(last.at, bounds.high) !== 0
  ) {
    mistakes.add(entry, {
      code: 'points-span',
      about: issue.name,
      choices: [toText(bounds.low), toText(bounds.high)],
    })
    return zeroValues(issue)
  }
  return pointsToValueFunction(
    issue,
    points.map(({ at, value }) => ({ at, value })),
  )
}

function readBonuses(
  tree: Tree | undefined,
  party: number,
  names: Names,
  mistakes: MistakeList,
): readonly Bonus[] {
  const example = 'bonuses:\n  - when: {Price: low, Term: long}\n    add: 5'
  return readList(tree, 'bonuses', example, mistakes).flatMap((item, index) => {
    const fields = readFields(item, ['id', 'when', 'add', 'because'], 'A bonus', mistakes)
    if (fields === undefined) return []
    const id = readText(fields.get('id')?.value, 'The id', mistakes) ?? `bonus-${party}.${index + 1}`
    const when = readRegion(
      demand(fields.get('when'), item, 'when', 'A bonus', mistakes, example)?.value,
      names,
      '"when"',
      mistakes,
    )
    const value = readNumber(
      demand(fields.get('add'), item, 'add', 'A bonus', mistakes, 'add: 5')?.value,
      '"add"',
      mistakes,
    )
    return value === undefined ? [] : [{ id, when, value }]
  })
}

function readRedLines(
  tree: Tree | undefined,
  party: number,
  names: Names,
  mistakes: MistakeList,
): readonly RedLine[] {
  const example = 'red lines:\n  - never: {Price: low}\n    because: it is below cost'
  return readList(tree, 'red lines', example, mistakes).flatMap((item, index) => {
    const fields = readFields(item, ['id', 'never', 'because'], 'A red line', mistakes)
    if (fields === undefined) return []
    const id = readText(fields.get('id')?.value, 'The id', mistakes) ?? `red-line-${party}.${index + 1}`
    const never = demand(fields.get('never'), item, 'never', 'A red line', mistakes, example)?.value
    const excludes = readRegion(never, names, '"never"', mistakes)
    const because = readText(fields.get('because')?.value, 'The reason', mistakes)
    return [{ id, sentence: because ?? `never ${regionToText(excludes, names)}`, excludes }]
  })
}

/** A number, or a whole package whose utility it is; absent means 0. */
function readReservation(
  tree: Tree | undefined,
  names: Names,
  party: Party,
  mistakes: MistakeList,
): Rational {
  if (tree === undefined) return ZERO
  if (tree.kind === 'list') {
    const choices = ['a number, or a package', 'reservation: {Price: low, Term: long}']
    mistakes.add(tree, { code: 'wrong-shape', about: 'The reservation', found: treeToKind(tree), choices })
    return ZERO
  }
  if (tree.kind !== 'map') return readNumber(tree, 'The reservation', mistakes) ?? ZERO
  const picks = readPackage(tree, names, mistakes)
  if (picks === undefined) return ZERO
  const problem = { title: '', issues: names.issues, parties: [], constraints: [], remarks: [] }
  return utilityOf(problem, party, picks)
}

/** One pick for every issue, or undefined with the mistakes reported. */
function readPackage(
  tree: Extract<Tree, { kind: 'map' }>,
  names: Names,
  mistakes: MistakeList,
): readonly Pick[] | undefined {
  const entries = nameMap(tree.entries.map(entry => [entry.key, entry]))
  for (const entry of tree.entries) findIssue(names, entry.key, entry, mistakes)
  const picks = names.issues.map((issue, index) => {
    const entry = demand(entries.get(issue.name), tree, issue.name, 'The reservation package', mistakes)
    return entry === undefined ? undefined : readPick(entry, issue, index, names, mistakes)
  })
  const whole = picks.filter(pick => pick !== undefined)
  return whole.length === picks.length ? whole : undefined
}

function readPick(
  entry: Entry,
  issue: Issue,
  index: number,
  names: Names,
  mistakes: MistakeList,
): Pick | undefined {
  if (issue.kind === 'discrete') {
    const text = readText(entry.value, entry.key, mistakes)
    return text === undefined ? undefined : findOption(names, index, text, entry.value, mistakes)
  }
  const value = readNumber(entry.value, entry.key, mistakes)
  if (value === undefined || !checkNumber(issue, value, entry.value, mistakes)) return undefined
  return issue.kind === 'integer' ? Number(value.num) : value
}
