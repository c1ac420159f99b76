/**
 * GENIUS cuts a utility at 1. The model has no such cut, so each package above 1 gets a penalty that takes it
 * back to 1: exact, and possible as long as such packages are few, which they are when weights merely fail to add up.
 */

import type { Bonus, Condition, Issue, ValueFunction } from '../problem.ts'
import {
  add,
  compare,
  fromNumber,
  max,
  multiply,
  negate,
  ONE,
  type Rational,
  subtract,
  ZERO,
} from '../rational.ts'

/** Packages above 1 that get a penalty of their own. */
export const capRegionsMax = 2_000

type Option = { readonly condition: Condition; readonly gain: Rational }

/** The penalties, none where nothing exceeds 1; undefined where there would be more than `capRegionsMax`. */
export function capAtOne(
  issues: readonly Issue[],
  weights: readonly Rational[],
  values: readonly ValueFunction[],
): { readonly bonuses: readonly Bonus[] } | undefined {
  const best = issues.map((_, i) => bestOf(weights[i] ?? ZERO, values[i]))
  // bestAfter[i]: the most that issues i, i+1, ... can still add.
  const bestAfter: Rational[] = [...best, ZERO]
  for (let i = issues.length - 1; i >= 0; i--) bestAfter[i] = add(best[i] ?? ZERO, bestAfter[i + 1] ?? ZERO)
  if (compare(bestAfter[0] ?? ZERO, ONE) <= 0) return { bonuses: [] }
  if (issues.some(issue => issue.kind === 'continuous')) return undefined

  const bonuses: Bonus[] = []
  /** False once there are too many. */
  const extend = (i: number, region: readonly Condition[], total: Rational): boolean => {
    const issue = issues[i]
    if (issue === undefined) {
      if (bonuses.length >= capRegionsMax) return false
      bonuses.push({ id: `cap-${bonuses.length + 1}`, when: region, value: negate(subtract(total, ONE)) })
      return true
    }
    for (const { condition, gain } of optionsOf(issue, i, weights[i] ?? ZERO, values[i])) {
      const reached = add(total, gain)
      if (compare(add(reached, bestAfter[i + 1] ?? ZERO), ONE) <= 0) continue
      if (!extend(i + 1, [...region, condition], reached)) return false
    }
    return true
  }
  return extend(0, [], ZERO) ? { bonuses } : undefined
}

function bestOf(weight: Rational, value: ValueFunction | undefined): Rational {
  const values =
    value === undefined ? [] : value.kind === 'table' ? value.values : value.points.map(point => point.value)
  const products = values.map(each => multiply(weight, each))
  return products.reduce((a, b) => max(a, b), products[0] ?? ZERO)
}

function optionsOf(
  issue: Issue,
  index: number,
  weight: Rational,
  value: ValueFunction | undefined,
): readonly Option[] {
  if (value?.kind !== 'table') return []
  return value.values.map((each, i) => {
    const gain = multiply(weight, each)
    if (issue.kind === 'discrete') return { gain, condition: { kind: 'options', issue: index, options: [i] } }
    const at = issue.kind === 'integer' ? fromNumber(issue.lower + i) : ZERO
    return { gain, condition: { kind: 'range', issue: index, low: at, high: at } }
  })
}
