/**
 * NegMAS scenario folders (YAML or JSON): one outcome space, one file per utility function.
 * u = bias + Σ weight · value(x), as NegMAS computes it: nothing is clipped, normalised or shifted.
 */

import type { Issue, Party, Problem, ValueFunction } from '../problem.ts'
import {
  add,
  compare,
  divide,
  fromNumber,
  min,
  multiply,
  ONE,
  type Rational,
  sign,
  sum,
  toText,
  ZERO,
} from '../rational.ts'
import { fail, ok, type Result } from '../result.ts'
import { baseName, uniqueNames } from './file-name.ts'
import {
  createMistakeList,
  type FileProblem,
  type MistakeList,
  type Position,
  type SourceFile,
} from './mistake.ts'
import { isSameSpace, issuesToNames, type Names } from './names.ts'
import { readHyperRectangles, readValueFunction, shortType } from './negmas-values.ts'
import { checkWholeRange, demand, readList, readMap, readNumber, readText, readWhole } from './read.ts'
import { field, type Tree, type TreeMap } from './tree.ts'
import { zeroValues } from './values.ts'

export type NegmasFile = { readonly file: SourceFile; readonly tree: TreeMap }

const ISSUE_EXAMPLE = 'issues:\n- name: Price\n  type: CategoricalIssue\n  values: [low, high]'
const UFUN_EXAMPLE = 'type: LinearAdditiveUtilityFunction'

export function isNegmas(map: TreeMap): boolean {
  return isSpace(map) || isUtilityFunction(map)
}

function isSpace(map: TreeMap): boolean {
  return field(map, 'issues')?.kind === 'list' && field(map, 'parties') === undefined
}

function isUtilityFunction(map: TreeMap): boolean {
  const type = field(map, 'type')
  return type?.kind === 'scalar' && /(UtilityFunction|UFun)$/i.test(type.text) && !isSpace(map)
}

export function readNegmas(files: readonly NegmasFile[]): Result<Problem, readonly FileProblem[]> {
  const spaces = files.filter(({ tree }) => isSpace(tree))
  const ufuns = files.filter(({ tree }) => !isSpace(tree))
  const problems: FileProblem[] = []
  const remarks: string[] = []
  const embedded = ufuns.flatMap(({ file, tree }) => {
    const own = field(tree, 'outcome_space')
    return own?.kind === 'map' && isSpace(own) ? [{ file, tree: own }] : []
  })
  const space = spaces[0] ?? embedded[0]
  const first = files[0]
  if (first === undefined) return fail([])
  const centre = ufuns.find(({ tree }) => shortType(field(tree, 'type')).endsWith('CenterUFun'))
  if (centre !== undefined) {
    const own = createMistakeList(centre.file.name)
    own.add(field(centre.tree, 'type') ?? centre.tree, {
      code: 'unsupported',
      found: 'A centre, whose utility combines several negotiations,',
      choices: ['an edge with the side that faces it', 'goodoffices settle side.yml edge.yml'],
    })
    return fail(own.problems)
  }
  const list = createMistakeList((space ?? first).file.name)
  if (space === undefined) {
    list.add(first.tree, { code: 'no-domain' })
    return fail(list.problems)
  }
  const second = spaces[1]
  if (second !== undefined) {
    const extra = createMistakeList(second.file.name)
    extra.add(second.tree, { code: 'two-domains' })
    problems.push(...extra.problems)
  }
  const issues = readIssues(space.tree, list)
  if (spaces.length === 0) {
    for (const other of embedded.slice(1)) {
      const theirs = createMistakeList(other.file.name)
      if (!isSameSpace(issues, readIssues(other.tree, theirs)))
        theirs.add(other.tree, { code: 'two-domains' })
      problems.push(...theirs.problems)
    }
  }
  if (ufuns.length < 2)
    list.add(space.tree, {
      code: 'too-few-parties',
      found: String(ufuns.length),
      choices: ['goodoffices settle domain.yml buyer.yml seller.yml'],
    })
  problems.push(...list.problems)
  const names = issuesToNames(issues)
  const stated = ufuns.map(({ file, tree }) => {
    const name = field(tree, 'name')
    return name?.kind === 'scalar' && name.text !== '' ? name.text : baseName(file.name)
  })
  const partyNames = uniqueNames(stated)
  const parties = ufuns.map(({ file, tree }, i) => {
    const mistakes = createMistakeList(file.name)
    const party = readUtilityFunction(tree, partyNames[i] ?? file.name, names, { mistakes, remarks })
    problems.push(...mistakes.problems)
    return party
  })
  if (problems.length > 0) return fail(problems)
  const title = field(space.tree, 'name')
  return ok({
    title: title?.kind === 'scalar' && title.text !== '' ? title.text : baseName(space.file.name),
    issues,
    parties,
    constraints: [],
    remarks,
  })
}

function readIssues(tree: TreeMap, mistakes: MistakeList): readonly Issue[] {
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

type Sink = { readonly mistakes: MistakeList; readonly remarks: string[] }
type Preferences = Pick<Party, 'weights' | 'values' | 'bonuses'>

function readUtilityFunction(tree: TreeMap, name: string, names: Names, { mistakes, remarks }: Sink): Party {
  const inner = unwrapDiscount(tree, name, remarks)
  const type = shortType(field(inner, 'type'))
  const preferences = readPreferences(inner, type, names, mistakes)
  const reserved = [tree, inner]
    .map(map => field(map, 'reserved_value'))
    .find(value => value !== undefined && !isMinusInfinity(value))
  if (reserved !== undefined) {
    const reservation = readNumber(reserved, 'reserved_value', mistakes) ?? ZERO
    return { name, ...preferences, reservation, redLines: [], entitlement: ONE }
  }
  // NegMAS: any agreement is better than none. Zero stands in, or the lowest utility where that is negative.
  const reservation = min(ZERO, lowest(preferences))
  remarks.push(
    `${name}: no reserved value is stated; ${toText(reservation)}, below which nothing lies, stands in for it.`,
  )
  return { name, ...preferences, reservation, redLines: [], entitlement: ONE }
}

function isMinusInfinity(tree: Tree): boolean {
  return (
    tree.kind === 'null' ||
    (tree.kind === 'scalar' && /^-(\.inf|\.Inf|\.INF|inf|infinity|Infinity)$/.test(tree.text))
  )
}

/** Discounting is about time, of which a settlement has none. */
function unwrapDiscount(tree: TreeMap, name: string, remarks: string[]): TreeMap {
  const inner = field(tree, 'ufun')
  if (!/Discounted/.test(shortType(field(tree, 'type'))) || inner?.kind !== 'map') return tree
  const discount = field(tree, 'discount')
  const factor = discount?.kind === 'scalar' ? ` ${discount.text}` : ''
  remarks.push(`${name}: the discount factor${factor} is about time passing and is not used.`)
  return inner
}

/** A bound that no package falls below. */
function lowest({ weights, values, bonuses }: Preferences): Rational {
  const least = values.map((value, i) => {
    const all = value.kind === 'table' ? value.values : value.points.map(point => point.value)
    const products = all.map(each => multiply(weights[i] ?? ZERO, each))
    return products.reduce((a, b) => min(a, b), products[0] ?? ZERO)
  })
  return add(
    sum(least),
    sum(bonuses.map(bonus => (bonus.when.length === 0 ? bonus.value : min(ZERO, bonus.value)))),
  )
}

function readPreferences(tree: TreeMap, type: string, names: Names, mistakes: MistakeList): Preferences {
  const nothing = { weights: names.issues.map(() => ZERO), values: names.issues.map(zeroValues), bonuses: [] }
  const biasTree = field(tree, 'bias')
  const bias =
    biasTree === undefined || biasTree.kind === 'null'
      ? ZERO
      : (readNumber(biasTree, 'bias', mistakes) ?? ZERO)
  switch (type) {
    case 'LinearAdditiveUtilityFunction':
    case 'LinearUtilityAggregationFunction': {
      const weights = readWeights(tree, names, mistakes)
      return addBias({ weights, values: readValues(tree, names, weights, mistakes), bonuses: [] }, bias)
    }
    case 'AffineUtilityFunction':
    case 'LinearUtilityFunction': {
      const weights = readWeights(tree, names, mistakes)
      const identity = {
        line: tree.line,
        column: tree.column,
        kind: 'map',
        entries: [typeEntry(tree, 'IdentityFun')],
      } as const
      const values = names.issues.map(issue => readValueFunction(identity, issue, mistakes))
      return addBias({ weights, values, bonuses: [] }, bias)
    }
    case 'ConstUtilityFunction': {
      const value = readNumber(
        demand(field(tree, 'value'), tree, 'value', 'The function', mistakes, 'value: 0.5'),
        'value',
        mistakes,
      )
      return { ...nothing, bonuses: [{ id: 'constant', when: [], value: value ?? ZERO }] }
    }
    case 'HyperRectangleUtilityFunction': {
      const rectangles = readHyperRectangles(tree, names, mistakes)
      const constant = sign(bias) === 0n ? [] : [{ id: 'bias', when: [], value: bias }]
      return { ...nothing, bonuses: [...rectangles, ...constant] }
    }
    default: {
      const at: Position = field(tree, 'type') ?? tree
      mistakes.add(at, {
        code: 'unsupported',
        found: `A utility function of type "${type}"`,
        choices: [
          'LinearAdditiveUtilityFunction, AffineUtilityFunction or HyperRectangleUtilityFunction',
          UFUN_EXAMPLE,
        ],
      })
      return nothing
    }
  }
}

function typeEntry(at: Position, type: string) {
  const position = { line: at.line, column: at.column }
  return {
    ...position,
    key: 'type',
    value: { ...position, kind: 'scalar', text: type, quoted: false },
  } as const
}

/** A constant joins the first issue that carries weight, so that the problem stays additive. */
function addBias(preferences: Preferences, bias: Rational): Preferences {
  if (sign(bias) === 0n) return preferences
  const carrier = preferences.weights.findIndex(weight => sign(weight) !== 0n)
  const weight = preferences.weights[carrier]
  if (weight === undefined) return { ...preferences, bonuses: [{ id: 'bias', when: [], value: bias }] }
  const shift = divide(bias, weight)
  const values = preferences.values.map((value, i) => (i === carrier ? shiftValues(value, shift) : value))
  return { ...preferences, values }
}

function shiftValues(value: ValueFunction, shift: Rational): ValueFunction {
  return value.kind === 'table'
    ? { kind: 'table', values: value.values.map(each => add(each, shift)) }
    : {
        kind: 'piecewise',
        points: value.points.map(point => ({ at: point.at, value: add(point.value, shift) })),
      }
}

/** A list in the order of the issues, or by name; absent, NegMAS gives each issue the same share. */
function readWeights(tree: TreeMap, names: Names, mistakes: MistakeList): readonly Rational[] {
  const weights = field(tree, 'weights')
  const count = names.issues.length
  if (weights === undefined || weights.kind === 'null') {
    return names.issues.map(() => divide(ONE, fromNumber(Math.max(1, count))))
  }
  if (weights.kind === 'map') {
    return names.issues.map(
      issue =>
        readNumber(
          demand(field(weights, issue.name), weights, issue.name, 'weights', mistakes),
          issue.name,
          mistakes,
        ) ?? ZERO,
    )
  }
  const items = readList(weights, 'weights', 'weights: [0.4, 0.6]', mistakes)
  checkLength(items, count, weights, 'weights', mistakes)
  return names.issues.map(
    (issue, i) => readNumber(items[i], `The weight of "${issue.name}"`, mistakes) ?? ZERO,
  )
}

function readValues(
  tree: TreeMap,
  names: Names,
  weights: readonly Rational[],
  mistakes: MistakeList,
): readonly ValueFunction[] {
  const values = demand(
    field(tree, 'values'),
    tree,
    'values',
    'The function',
    mistakes,
    'values:\n- type: TableFun\n  mapping: {low: 0, high: 1}',
  )
  if (values?.kind === 'map') {
    return names.issues.map(issue => {
      const value = demand(field(values, issue.name), values, issue.name, 'values', mistakes)
      return value === undefined ? zeroValues(issue) : readValueFunction(value, issue, mistakes)
    })
  }
  const items = readList(
    values,
    'values',
    'values:\n- type: TableFun\n  mapping: {low: 0, high: 1}',
    mistakes,
  )
  if (values?.kind === 'list') checkLength(items, names.issues.length, values, 'values', mistakes)
  return names.issues.map((issue, i) => {
    const item = items[i]
    if (item === undefined || (item.kind === 'null' && sign(weights[i] ?? ZERO) === 0n))
      return zeroValues(issue)
    return readValueFunction(item, issue, mistakes)
  })
}

function checkLength(
  items: readonly Tree[],
  count: number,
  at: Position,
  about: string,
  mistakes: MistakeList,
) {
  if (items.length !== count) {
    mistakes.add(at, {
      code: 'wrong-shape',
      about,
      found: `${items.length} long`,
      choices: [`${count} entries, one for each issue`, `${about}: [0.4, 0.6]`],
    })
  }
}
