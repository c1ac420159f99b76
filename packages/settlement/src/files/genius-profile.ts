/** A linear GENIUS profile: weights and evaluators joined to the domain's issues. */

import type { Issue, Party, ValueFunction } from '../problem.ts'
import {
  add,
  compare,
  divide,
  fromNumber,
  max,
  min,
  multiply,
  ONE,
  type Rational,
  rational,
  sign,
  subtract,
  sum,
  toText,
  ZERO,
} from '../rational.ts'
import type { ImportRemark } from '../remark.ts'
import { type Cap, capAtOne } from './genius-cap.ts'
import { type GeniusIssue, issueType, rangeHolder, readAttribute } from './genius-issue.ts'
import type { MistakeList } from './mistake.ts'
import { nameMap } from './name-map.ts'
import { readWhole } from './read.ts'
import { normalText } from './text-key.ts'
import { type Point, pointsToValueFunction, zeroValues } from './values.ts'
import { attributeText, childrenNamed, descend, type Element } from './xml.ts'

export type ReadParty = { readonly party: Party; readonly remarks: readonly ImportRemark[] }

/** Below this GENIUS takes an issue's largest evaluation for zero. */
const EVALUATION_FLOOR = rational(1, 100_000)

export function readProfile(
  root: Element,
  name: string,
  issues: readonly GeniusIssue[],
  mistakes: MistakeList,
): ReadParty {
  const { joined: elements, told } = joinIssues(root, issues)
  const stated = readWeights(root, mistakes)
  const weights = issues.map(({ issue, index }, i) => {
    const element = elements[i]
    const key = (element === undefined ? undefined : attributeText(element, 'index')) ?? index ?? ''
    const weight = stated.get(key) ?? ownWeight(element, mistakes)
    if (weight === undefined) {
      mistakes.add(element ?? root, {
        code: 'missing-weight',
        about: issue.name,
        choices: [`<weight index="${key}" value="0.25"/>`],
      })
    }
    return weight ?? ZERO
  })
  const values = issues.map(({ issue }, i) => {
    const element = elements[i]
    const weight = weights[i] ?? ZERO
    if (element === undefined) {
      if (sign(weight) !== 0n)
        mistakes.add(root, {
          code: 'missing-value',
          found: 'all',
          about: issue.name,
          choices: [`<issue name="${issue.name}">`],
        })
      return zeroValues(issue)
    }
    return readEvaluator(element, issue, sign(weight) === 0n, mistakes)
  })
  const ending = readEnding(root, name, mistakes)
  const plain = issues.map(({ issue }) => issue)
  const weightSum = sum(weights)
  const cap: Cap = mistakes.problems.length > 0 ? { bonuses: [] } : capAtOne(plain, weights, values)
  const capped = cap.bonuses
  const remarks: ImportRemark[] = [...ending.remarks]
  if (told !== undefined) {
    const { index, here, there } = told
    remarks.push({ code: 'names-against-indices', party: name, index, here, there })
  }
  if (cap.ignored === true) {
    remarks.push({ code: 'cap-ignored', party: name, sum: toText(weightSum) })
  }
  if (cap.ceiling !== undefined) {
    remarks.push({ code: 'cut-at-one', party: name, sum: toText(weightSum) })
  }
  if (capped.length > 0) {
    remarks.push({ code: 'cut-at-one', party: name, sum: toText(weightSum), packages: capped.length })
  }
  return {
    party: {
      name,
      weights,
      values,
      bonuses: capped,
      ...(cap.ceiling === undefined ? {} : { ceiling: cap.ceiling }),
      reservation: ending.reservation,
      redLines: [],
      entitlement: ONE,
    },
    remarks,
  }
}

/**
 * The profile's element for each issue: by index, as GENIUS attaches weights and evaluators; by name where an element has no
 * index, or one that the domain does not know. `told` names the first issue whose name says otherwise.
 */
function joinIssues(root: Element, issues: readonly GeniusIssue[]) {
  const elements = [...descend(root)].filter(element => element.name === 'issue')
  const indices = new Set(issues.flatMap(({ index }) => (index === undefined ? [] : [index])))
  const byIndex = new Map<string, Element>()
  const byName = new Map<string, Element>()
  for (const element of elements) {
    const index = attributeText(element, 'index')
    if (index !== undefined && indices.has(index)) byIndex.set(index, element)
    else byName.set(normalText(attributeText(element, 'name') ?? ''), element)
  }
  const names = new Set(issues.map(({ issue }) => normalText(issue.name)))
  let told: { readonly index: string; readonly here: string; readonly there: string } | undefined
  const joined = issues.map(({ issue, index }) => {
    const element = index === undefined ? undefined : byIndex.get(index)
    if (element === undefined || index === undefined) return byName.get(normalText(issue.name))
    const name = attributeText(element, 'name')
    const isOther =
      name !== undefined && normalText(name) !== normalText(issue.name) && names.has(normalText(name))
    if (isOther) told ??= { index, here: name, there: issue.name }
    return element
  })
  return { joined, told }
}

/** Some editors write the weight on the issue itself. */
function ownWeight(element: Element | undefined, mistakes: MistakeList): Rational | undefined {
  return element?.attributes.has('weight') === true
    ? readAttribute(element, 'weight', 'An issue', mistakes)
    : undefined
}

/** Weights by the index they carry. */
function readWeights(root: Element, mistakes: MistakeList): ReadonlyMap<string, Rational> {
  const weights = new Map<string, Rational>()
  for (const element of descend(root)) {
    if (element.name !== 'weight') continue
    const index = attributeText(element, 'index')
    const value = readAttribute(element, 'value', 'A weight', mistakes)
    if (index === undefined)
      mistakes.add(element, {
        code: 'missing-field',
        found: 'index',
        about: 'A weight',
        choices: ['<weight index="1" value="0.25"/>'],
      })
    // One that is no number has been reported, and is not missing.
    else weights.set(index, value ?? ZERO)
  }
  return weights
}

/** Reservation (missing: 0) and discount factor, which a settlement without time does not use. */
export function readEnding(root: Element, name: string, mistakes: MistakeList) {
  const remarks: ImportRemark[] = []
  let reservation = ZERO
  for (const element of descend(root)) {
    if (element.name === 'reservation')
      reservation = readAttribute(element, 'value', 'The reservation', mistakes) ?? ZERO
    if (element.name === 'discount_factor') {
      const factor = readAttribute(element, 'value', 'The discount factor', mistakes)
      if (factor !== undefined && sign(factor) > 0n && compare(factor, ONE) < 0) {
        remarks.push({ code: 'discount-not-used', party: name, factor: toText(factor) })
      }
    }
  }
  return { reservation, remarks }
}

function readEvaluator(
  element: Element,
  issue: Issue,
  weightless: boolean,
  mistakes: MistakeList,
): ValueFunction {
  switch (issue.kind) {
    case 'discrete':
      return readItems(element, issue, weightless, mistakes)
    case 'integer':
      return readIntegerEvaluator(element, issue, weightless, mistakes)
    case 'continuous':
      return readRealEvaluator(element, issue, weightless, mistakes)
    default:
      return issue satisfies never
  }
}

/** Evaluations by the value's text, the last of a repeated value, over the largest of the profile's issue. */
function readItems(
  element: Element,
  issue: Extract<Issue, { kind: 'discrete' }>,
  weightless: boolean,
  mistakes: MistakeList,
): ValueFunction {
  const stated = new Map<string, Rational>()
  for (const item of childrenNamed(element, 'item')) {
    const value = attributeText(item, 'value')
    const text = attributeText(item, 'evaluation')
    if (value === undefined || text === undefined || text === 'null') continue
    const evaluation = readAttribute(item, 'evaluation', `"${value}"`, mistakes)
    stated.set(value, evaluation ?? ZERO)
  }
  const evaluations = nameMap(stated)
  const missing = issue.options.filter(option => !evaluations.has(option))
  if (missing.length > 0 && !weightless) {
    mistakes.add(element, {
      code: 'missing-value',
      found: missing
        .slice(0, 8)
        .map(option => `"${option}"`)
        .join(', '),
      about: issue.name,
      choices: [`<item value="${missing[0]}" evaluation="1"/>`],
    })
  }
  const largest = [...stated.values()].reduce((a, b) => max(a, b), ZERO)
  const scale = compare(largest, EVALUATION_FLOOR) < 0 ? ZERO : divide(ONE, largest)
  return {
    kind: 'table',
    values: issue.options.map(option => multiply(evaluations.get(option) ?? ZERO, scale)),
  }
}

/** clip₀₁(slope · (v − lower) + offset), lower being the profile's own bound. */
function readIntegerEvaluator(
  element: Element,
  issue: Extract<Issue, { kind: 'integer' }>,
  weightless: boolean,
  mistakes: MistakeList,
): ValueFunction {
  const evaluator = childrenNamed(element, 'evaluator')[0]
  if (evaluator === undefined) {
    if (!weightless)
      missingEvaluator(element, issue, '<evaluator ftype="linear" slope="0.1" offset="0"/>', mistakes)
    return zeroValues(issue)
  }
  // Spelled as for real numbers, it is the same function of the number itself.
  if (evaluator.attributes.has('parameter0') && !evaluator.attributes.has('slope')) {
    const range = { lower: fromNumber(issue.lower), upper: fromNumber(issue.upper) }
    const real = { kind: 'continuous', name: issue.name, ...range } as const
    const values = readRealEvaluator(element, real, weightless, mistakes)
    return values.kind === 'piecewise' ? pointsToValueFunction(issue, values.points) : values
  }
  const holder = rangeHolder(element)
  const shift = holder.attributes.has('lowerbound')
    ? readWhole(readAttribute(holder, 'lowerbound', issue.name, mistakes), holder, 'lowerbound', mistakes)
    : issue.lower
  const slope = readAttribute(evaluator, 'slope', 'The evaluator', mistakes) ?? ZERO
  const offset = readAttribute(evaluator, 'offset', 'The evaluator', mistakes) ?? ZERO
  const constant = subtract(offset, multiply(slope, fromNumber(shift ?? issue.lower)))
  return clippedLine(issue, slope, constant)
}

function readRealEvaluator(
  element: Element,
  issue: Extract<Issue, { kind: 'continuous' }>,
  weightless: boolean,
  mistakes: MistakeList,
): ValueFunction {
  const evaluator = childrenNamed(element, 'evaluator')[0]
  if (evaluator === undefined) {
    if (!weightless)
      missingEvaluator(
        element,
        issue,
        '<evaluator ftype="linear" parameter0="0" parameter1="0.1"/>',
        mistakes,
      )
    return zeroValues(issue)
  }
  const kind = (attributeText(evaluator, 'ftype') ?? 'linear').toLowerCase()
  const parameter = (n: number) =>
    readAttribute(evaluator, `parameter${n}`, 'The evaluator', mistakes) ?? ZERO
  if (kind === 'linear') return clippedLine(issue, parameter(1), parameter(0))
  if (kind === 'constant') return clippedOrNot(issue, parameter(0))
  if (kind === 'triangular') {
    return triangle(
      evaluator,
      issue,
      { lower: parameter(0), upper: parameter(1), top: parameter(2) },
      mistakes,
    )
  }
  mistakes.add(evaluator, {
    code: 'unsupported',
    found: `An evaluator of kind "${kind}"`,
    choices: [
      'linear, constant or triangular',
      '<evaluator ftype="linear" parameter0="0" parameter1="0.1"/>',
    ],
  })
  return zeroValues(issue)
}

function missingEvaluator(element: Element, issue: Issue, example: string, mistakes: MistakeList) {
  mistakes.add(element, {
    code: 'missing-field',
    found: 'evaluator',
    about: `${issue.name} (${issueType(element)})`,
    choices: [example],
  })
}

/** A constant is taken as it is; GENIUS clips only lines. */
function clippedOrNot(issue: Extract<Issue, { kind: 'continuous' }>, value: Rational): ValueFunction {
  return {
    kind: 'piecewise',
    points: [
      { at: issue.lower, value },
      { at: issue.upper, value },
    ],
  }
}

/** clip₀₁(slope · v + constant) with its corners as points, so that it stays exact. */
function clippedLine(
  issue: Exclude<Issue, { kind: 'discrete' }>,
  slope: Rational,
  constant: Rational,
): ValueFunction {
  const low = typeof issue.lower === 'number' ? fromNumber(issue.lower) : issue.lower
  const high = typeof issue.upper === 'number' ? fromNumber(issue.upper) : issue.upper
  const clipped = (at: Rational) => max(ZERO, min(ONE, add(multiply(slope, at), constant)))
  const corners = sign(slope) === 0n ? [] : [ZERO, ONE].map(level => divide(subtract(level, constant), slope))
  const inside = corners.filter(at => compare(at, low) > 0 && compare(at, high) < 0).toSorted(compare)
  // A whole-numbered table is computed number by number: its corners need not be whole.
  return pointsToValueFunction(
    issue,
    [low, ...inside, high].map(at => ({ at, value: clipped(at) })),
  )
}

type Triangle = { readonly lower: Rational; readonly upper: Rational; readonly top: Rational }

/** 0 outside (lower, upper), rising to 1 at the top; refused where it would jump inside the issue's range. */
function triangle(
  evaluator: Element,
  issue: Extract<Issue, { kind: 'continuous' }>,
  { lower, upper, top }: Triangle,
  mistakes: MistakeList,
): ValueFunction {
  if (compare(lower, top) > 0 || compare(top, upper) > 0 || compare(lower, upper) === 0) {
    mistakes.add(evaluator, {
      code: 'empty-range',
      about: issue.name,
      found: 'parameter0 ≤ parameter2 ≤ parameter1 does not hold',
    })
    return zeroValues(issue)
  }
  const jumpsUp = compare(lower, top) === 0 && compare(issue.lower, top) < 0 && compare(top, issue.upper) <= 0
  const jumpsDown =
    compare(top, upper) === 0 && compare(issue.lower, top) <= 0 && compare(top, issue.upper) < 0
  if (jumpsUp || jumpsDown) {
    mistakes.add(evaluator, { code: 'jump', about: issue.name, found: toText(top) })
    return zeroValues(issue)
  }
  const at = (x: Rational): Rational => {
    if (compare(x, lower) < 0 || compare(x, upper) > 0) return ZERO
    if (compare(x, top) === 0) return ONE
    return compare(x, top) < 0
      ? divide(subtract(x, lower), subtract(top, lower))
      : divide(subtract(upper, x), subtract(upper, top))
  }
  const inside = [lower, top, upper].filter(x => compare(x, issue.lower) > 0 && compare(x, issue.upper) < 0)
  const xs = [issue.lower, ...inside, issue.upper].filter(
    (x, i, all) => i === 0 || compare(all[i - 1] ?? x, x) < 0,
  )
  const points: readonly Point[] = (xs.length === 1 ? [...xs, ...xs] : xs).map(x => ({ at: x, value: at(x) }))
  return { kind: 'piecewise', points }
}
