/**
 * GENIUS cuts a utility at 1. Where few packages exceed it, as when weights merely fail to add up, each gets a penalty
 * that takes it back to 1, and the sum stays a sum, whose ties can be counted. Elsewhere the party gets a ceiling.
 */

import { countOutcomes } from '../package.ts'
import type { Bonus, Condition, Issue, ValueFunction } from '../problem.ts'
import {
  add,
  compare,
  equals,
  fromNumber,
  max,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  subtract,
  toText,
  ZERO,
} from '../rational.ts'

/** Packages above 1 that get a penalty of their own. */
export const capRegionsMax = 2_000

type Option = { readonly conditions: readonly Condition[]; readonly gain: Rational }

/** Weights that were written as binary floats add up to a little more than 1; this much is noise. */
const NOISE = rational(1, 1_000_000_000)

/** A penalty on whole packages couples all issues; past this many packages noise is rather left alone. */
const coupledOutcomesMax = 1_000_000n

export type Cap = {
  readonly bonuses: readonly Bonus[]
  readonly ceiling?: Rational
  /** Utilities exceed 1 by no more than float noise, and are left so. */
  readonly ignored?: true
}

/** Nothing where nothing exceeds 1. */
export function capAtOne(
  issues: readonly Issue[],
  weights: readonly Rational[],
  values: readonly ValueFunction[],
): Cap {
  const best = issues.map((_, i) => bestOf(weights[i] ?? ZERO, values[i]))
  // bestAfter[i]: the most that issues i, i+1, ... can still add.
  const bestAfter: Rational[] = [...best, ZERO]
  for (let i = issues.length - 1; i >= 0; i--) bestAfter[i] = add(best[i] ?? ZERO, bestAfter[i + 1] ?? ZERO)
  const most = bestAfter[0] ?? ZERO
  if (compare(most, ONE) <= 0) return { bonuses: [] }
  const outcomes = countOutcomes({ title: '', issues, parties: [], constraints: [], remarks: [] })
  const isLarge = outcomes === 'infinite' || outcomes > coupledOutcomesMax
  const isNoise = compare(subtract(most, ONE), NOISE) <= 0
  if (isLarge && isNoise && outcomes !== 'infinite') return { bonuses: [], ignored: true }
  if (isLarge) return { bonuses: [], ceiling: ONE }

  const bonuses: Bonus[] = []
  /** False once there are too many. */
  const extend = (i: number, region: readonly Condition[], total: Rational): boolean => {
    const issue = issues[i]
    if (issue === undefined) {
      if (bonuses.length >= capRegionsMax) return false
      bonuses.push({ id: `cap-${bonuses.length + 1}`, when: region, value: negate(subtract(total, ONE)) })
      return true
    }
    for (const { conditions, gain } of optionsOf(issue, i, weights[i] ?? ZERO, values[i])) {
      const reached = add(total, gain)
      if (compare(add(reached, bestAfter[i + 1] ?? ZERO), ONE) <= 0) continue
      if (!extend(i + 1, [...region, ...conditions], reached)) return false
    }
    return true
  }
  return extend(0, [], ZERO) ? { bonuses } : { bonuses: [], ceiling: ONE }
}

function bestOf(weight: Rational, value: ValueFunction | undefined): Rational {
  const values =
    value === undefined ? [] : value.kind === 'table' ? value.values : value.points.map(point => point.value)
  const products = values.map(each => multiply(weight, each))
  return products.reduce((a, b) => max(a, b), products[0] ?? ZERO)
}

/** One entry per distinct gain; an issue on which nothing depends needs no condition. */
function optionsOf(
  issue: Issue,
  index: number,
  weight: Rational,
  value: ValueFunction | undefined,
): readonly Option[] {
  if (value?.kind !== 'table') return []
  const gains = value.values.map(each => multiply(weight, each))
  const first = gains[0] ?? ZERO
  if (gains.every(gain => equals(gain, first))) return [{ gain: first, conditions: [] }]
  if (issue.kind === 'discrete') {
    const byGain = Map.groupBy(gains.keys(), i => toText(gains[i] ?? ZERO))
    return [...byGain.values()].map(options => ({
      gain: gains[options[0] ?? 0] ?? ZERO,
      conditions: [{ kind: 'options', issue: index, options }],
    }))
  }
  return gains.map((gain, i) => {
    const at = issue.kind === 'integer' ? fromNumber(issue.lower + i) : ZERO
    return { gain, conditions: [{ kind: 'range', issue: index, low: at, high: at }] }
  })
}
