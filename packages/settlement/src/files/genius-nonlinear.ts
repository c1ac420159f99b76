/**
 * A nonlinear GENIUS profile: hyper-rectangles whose utilities add up where they hold, over `maxutility`.
 * INCLUDES: all bounds hold. EXCLUDES: at least one does not, which is the amount always less the amount inside.
 */

import { compileProblem, listPicks } from '../blocks.ts'
import type { Bonus, Condition, Issue, Party, Problem, Region } from '../problem.ts'
import {
  add,
  compare,
  divide,
  max,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  sign,
  ZERO,
} from '../rational.ts'
import { readTotal } from '../rows.ts'
import { type GeniusIssue, readAttribute } from './genius-issue.ts'
import { type ReadParty, readEnding } from './genius-profile.ts'
import type { MistakeList } from './mistake.ts'
import { issueBounds } from './names.ts'
import { zeroValues } from './values.ts'
import { attributeText, childrenNamed, descend, type Element } from './xml.ts'

const RECTANGLE = '<hyperRectangle utility="40"><INCLUDES index="1" min="2" max="5"/></hyperRectangle>'

export function readNonlinear(
  root: Element,
  name: string,
  issues: readonly GeniusIssue[],
  mistakes: MistakeList,
): ReadParty {
  const ending = readEnding(root, name, mistakes)
  const holder = [...descend(root)].find(
    element =>
      element.name === 'utility' ||
      (element.name === 'utility_function' && element.attributes.has('maxutility')),
  )
  const most = holder === undefined ? undefined : readAttribute(holder, 'maxutility', 'The utility', mistakes)
  if (holder === undefined) {
    mistakes.add(root, {
      code: 'missing-field',
      found: 'utility',
      about: 'A nonlinear profile',
      choices: ['<utility maxutility="100"><ufun aggregation="sum">...</ufun></utility>'],
    })
  } else if (most !== undefined && sign(most) <= 0n) {
    mistakes.add(holder, {
      code: 'not-positive',
      about: 'maxutility',
      found: attributeText(holder, 'maxutility') ?? '',
    })
  }
  const scale = most === undefined || sign(most) <= 0n ? ONE : divide(ONE, most)
  const bonuses: Bonus[] = []
  for (const ufun of holder === undefined ? [] : descend(holder)) {
    if (ufun.name !== 'ufun') continue
    readAggregation(ufun, mistakes)
    for (const rectangle of childrenNamed(ufun, 'hyperRectangle')) {
      bonuses.push(...readRectangle(rectangle, scale, bonuses.length, issues, mistakes))
    }
  }
  const party: Party = {
    name,
    weights: issues.map(() => ZERO),
    values: issues.map(({ issue }) => zeroValues(issue)),
    bonuses,
    reservation: ending.reservation,
    redLines: [],
    entitlement: ONE,
  }
  const isCut = exceedsOne(
    issues.map(({ issue }) => issue),
    party,
  )
  return { party: isCut ? { ...party, ceiling: ONE } : party, remarks: ending.remarks }
}

/** Combinations of the issues that rectangles tie together, gone through to see whether any exceeds 1. */
const triedMax = 200_000

/** Whether some package is worth more than 1, where GENIUS cuts; true as well where that is not known. */
function exceedsOne(issues: readonly Issue[], party: Party): boolean {
  const most = party.bonuses.reduce((total, bonus) => add(total, max(ZERO, bonus.value)), ZERO)
  if (compare(most, ONE) <= 0) return false
  if (issues.some(issue => issue.kind === 'continuous')) return true
  const alone: Problem = { title: '', issues, parties: [party], constraints: [], remarks: [] }
  const picks = listPicks(alone, () => [])
  const compiled = compileProblem(alone, picks, { coupledPackagesMax: triedMax })
  if (compiled === undefined) return true
  const { limbs, units, bases } = compiled
  const best = compiled.blocks.reduce((total, { rows, count }) => {
    let own = 0n
    for (let row = 0; row < count; row++) {
      const worth = readTotal(rows, row * limbs, limbs)
      if (worth > own) own = worth
    }
    return total + own
  }, 0n)
  return compare(add(bases[0] ?? ZERO, multiply(units[0] ?? ONE, rational(best))), ONE) > 0
}

function readAggregation(ufun: Element, mistakes: MistakeList) {
  const aggregation = (attributeText(ufun, 'aggregation') ?? 'sum').toLowerCase()
  if (aggregation !== 'sum') {
    mistakes.add(ufun, {
      code: 'unsupported',
      found: `The aggregation "${aggregation}"`,
      choices: ['aggregation="sum"', '<ufun aggregation="sum">'],
    })
  }
  const weight = attributeText(ufun, 'weight')
  if (weight !== undefined && Number(weight) !== 1) {
    mistakes.add(ufun, {
      code: 'unsupported',
      found: `A ufun of weight ${weight}`,
      choices: ['weight="1"', '<ufun weight="1" aggregation="sum">'],
    })
  }
}

function readRectangle(
  rectangle: Element,
  scale: Rational,
  count: number,
  issues: readonly GeniusIssue[],
  mistakes: MistakeList,
): readonly Bonus[] {
  const key = rectangle.attributes.has('utility') ? 'utility' : 'utility_function'
  const utility =
    readAttribute(rectangle, rectangle.attributes.has(key) ? key : 'utility', 'A hyperRectangle', mistakes) ??
    ZERO
  const weight = rectangle.attributes.has('weight')
    ? (readAttribute(rectangle, 'weight', 'A hyperRectangle', mistakes) ?? ONE)
    : ONE
  const value = multiply(scale, multiply(utility, weight))
  const excludes = childrenNamed(rectangle, 'EXCLUDES')
  const bounds = excludes.length > 0 ? excludes : childrenNamed(rectangle, 'INCLUDES')
  const when: Region = bounds.flatMap(bound => readBound(bound, issues, mistakes) ?? [])
  const id = `rectangle-${count + 1}`
  if (excludes.length === 0) return [{ id, when, value }]
  return [
    { id, when: [], value },
    { id: `${id}-inside`, when, value: negate(value) },
  ]
}

function readBound(
  bound: Element,
  issues: readonly GeniusIssue[],
  mistakes: MistakeList,
): Condition | undefined {
  const index = attributeText(bound, 'index')
  const position = issues.findIndex(each => each.index === index)
  const issue = issues[position]?.issue
  const low = readAttribute(bound, 'min', 'A bound', mistakes)
  const high = readAttribute(bound, 'max', 'A bound', mistakes)
  if (issue === undefined) {
    mistakes.add(bound, {
      code: 'unknown-issue',
      found: `index ${index ?? 'missing'}`,
      choices: issues.map(each => `index ${each.index}`),
    })
    return undefined
  }
  if (issueBounds(issue) === undefined) {
    mistakes.add(bound, {
      code: 'unsupported',
      found: `A rectangle over the discrete issue "${issue.name}"`,
      choices: ['bounds on integer and real issues', RECTANGLE],
    })
    return undefined
  }
  if (low === undefined || high === undefined) return undefined
  return { kind: 'range', issue: position, low, high }
}
