/** The value functions of NegMAS that are rational: tables, lines, polynomials on whole numbers, hyper-rectangles. */

import { toExact } from '../package.ts'
import type { Bonus, Condition, Issue, ValueFunction } from '../problem.ts'
import { add, fromNumber, multiply, ONE, parseRational, type Rational, toText, ZERO } from '../rational.ts'
import type { MistakeList } from './mistake.ts'
import { nameMap } from './name-map.ts'
import { checkNumber, findOption, issueBounds, type Names } from './names.ts'
import { demand, readList, readMap, readNumber, readText } from './read.ts'
import { field, type Tree, type TreeMap } from './tree.ts'
import { pointsToValueFunction, tableRowsMax, zeroValues } from './values.ts'

const TABLE_EXAMPLE = 'type: TableFun\nmapping: {low: 0, high: 1}'

/** `negmas.preferences.value_fun.AffineFun` and `AffineFun` are the same. */
export function shortType(tree: Tree | undefined): string {
  return tree?.kind === 'scalar' ? (tree.text.split('.').at(-1) ?? '') : ''
}

export function readValueFunction(tree: Tree, issue: Issue, mistakes: MistakeList): ValueFunction {
  const map = readMap(tree, `The values of "${issue.name}"`, TABLE_EXAMPLE, mistakes)
  if (map === undefined) return zeroValues(issue)
  const type = field(map, 'type') === undefined ? guessType(map) : shortType(field(map, 'type'))
  const read = (key: string, otherwise?: Rational): Rational => {
    const value = field(map, key)
    if (value === undefined && otherwise !== undefined) return otherwise
    return readNumber(demand(value, map, key, type, mistakes, `${key}: 0.5`), key, mistakes) ?? ZERO
  }
  switch (type) {
    case 'TableFun':
      return readMapping(map, issue, mistakes)
    case 'ConstFun':
      return polynomial(map, issue, [read('bias')], mistakes)
    case 'IdentityFun':
      return polynomial(map, issue, [ZERO, ONE], mistakes)
    case 'LinearFun':
      return polynomial(map, issue, [ZERO, read('slope')], mistakes)
    case 'AffineFun':
      return polynomial(map, issue, [read('bias', ZERO), read('slope')], mistakes)
    case 'QuadraticFun':
      return polynomial(map, issue, [read('bias', ZERO), read('a1'), read('a2')], mistakes)
    default:
      mistakes.add(map, {
        code: 'unsupported',
        found: `A value function of type "${type}"`,
        choices: ['TableFun, AffineFun, LinearFun, ConstFun, IdentityFun or QuadraticFun', TABLE_EXAMPLE],
      })
      return zeroValues(issue)
  }
}

/** Without a type the mapping may stand there itself. */
function guessType(map: TreeMap): string {
  if (field(map, 'slope') !== undefined) return 'AffineFun'
  return 'TableFun'
}

function readMapping(tree: TreeMap, issue: Issue, mistakes: MistakeList): ValueFunction {
  const map = readMap(
    field(tree, 'mapping') ?? tree,
    `The mapping of "${issue.name}"`,
    TABLE_EXAMPLE,
    mistakes,
  )
  const options = optionTexts(issue)
  if (options === undefined) {
    mistakes.add(tree, {
      code: 'unsupported',
      found: `A table for "${issue.name}"`,
      choices: ['a table for an issue with a moderate number of values', TABLE_EXAMPLE],
    })
    return zeroValues(issue)
  }
  const stated = (map?.entries ?? []).filter(row => row.key !== 'type')
  const rows = nameMap(stated.map(row => [row.key, row]))
  const byNumber = new Map(
    stated.flatMap(row => {
      const number = parseRational(row.key)
      return number === undefined ? [] : [[toText(number), row] as const]
    }),
  )
  const missing: string[] = []
  const values = options.map(option => {
    const number = parseRational(option)
    const row = rows.get(option) ?? (number === undefined ? undefined : byNumber.get(toText(number)))
    if (row === undefined) missing.push(option)
    return readNumber(row?.value, `The value of "${option}"`, mistakes) ?? ZERO
  })
  if (missing.length > 0 && map !== undefined) {
    mistakes.add(map, {
      code: 'missing-value',
      found: missing
        .slice(0, 8)
        .map(option => `"${option}"`)
        .join(', '),
      about: issue.name,
      choices: [`${missing[0]}: 0`],
    })
  }
  return { kind: 'table', values }
}

function optionTexts(issue: Issue): readonly string[] | undefined {
  if (issue.kind === 'discrete') return issue.options
  if (issue.kind === 'continuous' || issue.upper - issue.lower >= tableRowsMax) return undefined
  return Array.from({ length: issue.upper - issue.lower + 1 }, (_, i) => String(issue.lower + i))
}

/** Σ coefficients[k] · xᵏ: a table on countable values, the line itself on a continuous range. */
function polynomial(
  tree: Tree,
  issue: Issue,
  coefficients: readonly Rational[],
  mistakes: MistakeList,
): ValueFunction {
  const at = (x: Rational) => coefficients.toReversed().reduce((total, c) => add(multiply(total, x), c), ZERO)
  const texts = optionTexts(issue)
  if (texts === undefined) {
    const bounds = issueBounds(issue)
    if (bounds === undefined || coefficients.length > 2) {
      mistakes.add(tree, {
        code: 'unsupported',
        found: `A curve on the range "${issue.name}"`,
        choices: ['a straight line on a range', 'type: AffineFun\nslope: 0.1\nbias: 0'],
      })
      return zeroValues(issue)
    }
    return pointsToValueFunction(
      issue,
      [bounds.low, bounds.high].map(x => ({ at: x, value: at(x) })),
    )
  }
  const values = texts.map(text => {
    if (coefficients.length < 2) return at(ZERO)
    const x = issue.kind === 'integer' ? fromNumber(Number(text)) : parseRational(text)
    if (x === undefined)
      mistakes.add(tree, { code: 'number', about: `A value of "${issue.name}"`, found: text })
    return x === undefined ? ZERO : at(x)
  })
  return { kind: 'table', values }
}

/** Constant utilities inside boxes, which add up where boxes overlap. */
export function readHyperRectangles(tree: TreeMap, names: Names, mistakes: MistakeList): readonly Bonus[] {
  const ranges = readList(
    demand(
      field(tree, 'outcome_ranges'),
      tree,
      'outcome_ranges',
      'The function',
      mistakes,
      'outcome_ranges:\n- {0: [1, 2]}',
    ),
    'outcome_ranges',
    '- {0: [1, 2]}',
    mistakes,
  )
  const utilities = field(tree, 'utilities') ?? field(tree, 'mappings')
  const amounts = readList(
    demand(utilities, tree, 'utilities', 'The function', mistakes, 'utilities: [2.0]'),
    'utilities',
    'utilities: [2.0]',
    mistakes,
  )
  const weightTree = field(tree, 'weights')
  const weights =
    weightTree === undefined || weightTree.kind === 'null'
      ? []
      : readList(weightTree, 'weights', 'weights: [1]', mistakes)
  if (ranges.length !== amounts.length) {
    mistakes.add(tree, {
      code: 'wrong-shape',
      about: 'The list of utilities',
      found: `${amounts.length} long`,
      choices: [`${ranges.length} numbers, one for each box`, 'utilities: [2.0]'],
    })
  }
  return ranges.map((range, i) => {
    const amount = readNumber(amounts[i], 'A utility', mistakes) ?? ZERO
    const weight = weights[i] === undefined ? ONE : (readNumber(weights[i], 'A weight', mistakes) ?? ONE)
    const when = range.kind === 'null' ? [] : readBox(range, names, mistakes)
    return { id: `box-${i + 1}`, when, value: multiply(amount, weight) }
  })
}

function readBox(tree: Tree, names: Names, mistakes: MistakeList): readonly Condition[] {
  const map = readMap(tree, 'A box', '{0: [1, 2]}', mistakes)
  return (map?.entries ?? []).flatMap((entry): readonly Condition[] => {
    const byName = names.issueIndex.get(entry.key)
    const index = byName ?? Number(entry.key)
    const issue = names.issues[index]
    if (issue === undefined) {
      mistakes.add(entry, {
        code: 'unknown-issue',
        found: entry.key,
        choices: names.issues.map(each => each.name),
      })
      return []
    }
    if (entry.value.kind === 'null') return []
    const items = entry.value.kind === 'list' ? entry.value.items : [entry.value]
    if (issue.kind === 'discrete') {
      const options = items.flatMap(
        item => findOption(names, index, readText(item, 'A value', mistakes) ?? '', item, mistakes) ?? [],
      )
      return [{ kind: 'options', issue: index, options }]
    }
    const numbers = items.flatMap(item => readNumber(item, issue.name, mistakes) ?? [])
    const low = numbers[0]
    const high = numbers.at(-1)
    if (low === undefined || high === undefined) return []
    if (items.length === 1 && !checkNumber(issue, low, entry.value, mistakes)) return []
    return [{ kind: 'range', issue: index, low: toExact(low), high: toExact(high) }]
  })
}
