/** What can be maximised over all packages, how a package scores, and what bounds it from above. */

/** All in totals, as floats; the exact comparison happens on what survives. */
export type Goal =
  /** Maximise Π (total − floor)^exponent, every factor positive. */
  | { readonly kind: 'product'; readonly floors: Float64Array; readonly exponents: Float64Array }
  /** Maximise the smallest (total − floor) / scale over parties with scale > 0; the others keep their floor. */
  | { readonly kind: 'minimum'; readonly floors: Float64Array; readonly scales: Float64Array }
  /** Maximise Σ weight · total; every party keeps its floor. */
  | { readonly kind: 'sum'; readonly floors: Float64Array; readonly weights: Float64Array }

/** Far below any feasible score; broken floors come off it in proportion. */
export const infeasible = 1e300

/** The goal's measure in logarithms for products, so that six parties cannot overflow. */
export function scoreOf(goal: Goal, totals: Float64Array): number {
  let broken = 0
  let score = goal.kind === 'minimum' ? Infinity : 0
  for (let p = 0; p < totals.length; p++) {
    const gain = (totals[p] as number) - (goal.floors[p] as number)
    switch (goal.kind) {
      case 'product':
        if (gain <= 0) broken += 1 - gain
        else score += (goal.exponents[p] as number) * Math.log(gain)
        break
      case 'minimum': {
        const scale = goal.scales[p] as number
        if (scale > 0) score = Math.min(score, gain / scale)
        else if (gain < 0) broken -= gain
        break
      }
      case 'sum':
        if (gain < 0) broken -= gain
        score += (goal.weights[p] as number) * (totals[p] as number)
        break
      default:
        goal satisfies never
    }
  }
  return broken > 0 ? -infeasible * (1 - 1 / (2 + broken)) : score
}

/** Upper bound on the goal from the multipliers, for choosing levels to try; for products, on the logarithm. */
export function boundOf(goal: Goal, weights: Float64Array, heaviest: number): number {
  let rest = heaviest
  switch (goal.kind) {
    case 'product': {
      let exponents = 0
      let logarithm = 0
      for (let p = 0; p < weights.length; p++) {
        const exponent = goal.exponents[p] as number
        rest -= (weights[p] as number) * (goal.floors[p] as number)
        exponents += exponent
        if (exponent > 0) logarithm += exponent * Math.log((weights[p] as number) / exponent)
      }
      return rest <= 0 ? -Infinity : exponents * Math.log(rest / exponents) - logarithm
    }
    case 'minimum': {
      let scaled = 0
      for (let p = 0; p < weights.length; p++) {
        rest -= (weights[p] as number) * (goal.floors[p] as number)
        scaled += (weights[p] as number) * (goal.scales[p] as number)
      }
      return rest / scaled
    }
    case 'sum':
      for (let p = 0; p < weights.length; p++) {
        rest -= ((weights[p] as number) - (goal.weights[p] as number)) * (goal.floors[p] as number)
      }
      return rest
    default:
      return goal satisfies never
  }
}
