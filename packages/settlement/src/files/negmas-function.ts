/** A NegMAS utility function over the issues of a space: u = bias + Σ weight · value(x), nothing clipped, normalised or shifted. */

import type { Party, ValueFunction } from '../problem.ts'
import {
  add,
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
import type { ImportRemark } from '../remark.ts'
import type { MistakeList, Position } from './mistake.ts'
import type { Names } from './names.ts'
import { readHyperRectangles, readValueFunction, shortType } from './negmas-values.ts'
import { demand, readList, readNumber } from './read.ts'
import { field, type Tree, type TreeMap } from './tree.ts'
import { zeroValues } from './values.ts'

const UFUN_EXAMPLE = 'type: LinearAdditiveUtilityFunction'

export type Sink = { readonly mistakes: MistakeList; readonly remarks: ImportRemark[] }
type Preferences = Pick<Party, 'weights' | 'values' | 'bonuses'>

export function readUtilityFunction(
  tree: TreeMap,
  name: string,
  names: Names,
  { mistakes, remarks }: Sink,
): Party {
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
  remarks.push({ code: 'reservation-stood-in', party: name, reservation: toText(reservation) })
  return { name, ...preferences, reservation, redLines: [], entitlement: ONE }
}

function isMinusInfinity(tree: Tree): boolean {
  return (
    tree.kind === 'null' ||
    (tree.kind === 'scalar' && /^-(\.inf|\.Inf|\.INF|inf|infinity|Infinity)$/.test(tree.text))
  )
}

/** Discounting is about time, of which a settlement has none. */
function unwrapDiscount(tree: TreeMap, name: string, remarks: ImportRemark[]): TreeMap {
  const inner = field(tree, 'ufun')
  if (!/Discounted/.test(shortType(field(tree, 'type'))) || inner?.kind !== 'map') return tree
  const discount = field(tree, 'discount')
  const factor = discount?.kind === 'scalar' ? { factor: discount.text } : {}
  remarks.push({ code: 'discount-not-used', party: name, ...factor })
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
