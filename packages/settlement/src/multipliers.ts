/** Weights for the parties' totals under which a weighted sum bounds a goal tightly. */

import { minimise } from './ellipsoid.ts'
import type { Goal } from './goal.ts'
import { heaviest, totalsOf, type View } from './view.ts'

const ellipsoidStepsPerParty = 160

type WeightsInput = {
  readonly view: View
  readonly goal: Goal
  readonly consider: (choice: Int32Array) => void
}

/** Multipliers that make the bound tight; every package met on the way is offered to `consider`. */
export function findWeights({ view, goal, consider }: WeightsInput): Float64Array {
  const n = view.parties
  const choice = new Int32Array(view.blocks.length)
  const shift = shiftOf(goal, view)
  const floors = goal.floors.map((floor, p) =>
    goal.kind === 'minimum' ? floor - shift * (goal.scales[p] as number) : floor,
  )
  const linear = goal.kind === 'sum' ? goal.weights : new Float64Array(n)
  const oracle = (at: Float64Array, gradient: Float64Array): number => {
    const weights = at.map((x, p) => x + (linear[p] as number))
    let value = heaviest(view, weights, choice)
    const totals = totalsOf(view, choice)
    consider(choice)
    for (let p = 0; p < n; p++) {
      value -= (at[p] as number) * (floors[p] as number)
      gradient[p] = (totals[p] as number) - (floors[p] as number)
    }
    if (goal.kind === 'product') {
      for (let p = 0; p < n; p++) {
        value -= (goal.exponents[p] as number) * Math.log(at[p] as number)
        gradient[p] = (gradient[p] as number) - (goal.exponents[p] as number) / (at[p] as number)
      }
    } else if (goal.kind === 'minimum') {
      let scaled = 0
      for (let p = 0; p < n; p++) scaled += (goal.scales[p] as number) * (at[p] as number)
      value -= Math.log(scaled)
      for (let p = 0; p < n; p++) gradient[p] = (gradient[p] as number) - (goal.scales[p] as number) / scaled
    }
    return value
  }
  const { start, axes } = startOf(goal, view, shift)
  const at = minimise({ start, axes, lower: new Float64Array(n), oracle, steps: ellipsoidStepsPerParty * n })
  // Any multipliers bound the goal; where floats ran out of range, none do.
  return at.map((x, p) => (x >= 0 && Number.isFinite(x) ? x : 0) + (linear[p] as number))
}

/** Makes every minimum positive, so that its logarithm exists. */
function shiftOf(goal: Goal, view: View): number {
  if (goal.kind !== 'minimum') return 0
  let shift = 0
  goal.scales.forEach((scale, p) => {
    if (scale > 0)
      shift = Math.max(shift, (goal.floors[p] as number) / scale, ((view.ranges[p] as number) * 1e-3) / scale)
  })
  return shift
}

function startOf(goal: Goal, view: View, shift: number): { start: Float64Array; axes: Float64Array } {
  const n = view.parties
  const start = new Float64Array(n)
  const axes = new Float64Array(n)
  for (let p = 0; p < n; p++) {
    const range = view.ranges[p] as number
    switch (goal.kind) {
      case 'product':
        start[p] =
          (2 * (goal.exponents[p] as number)) / Math.max(range - (goal.floors[p] as number), range * 1e-3)
        axes[p] = (start[p] as number) * 4
        break
      case 'minimum': {
        const scale = goal.scales[p] as number
        const least = scale > 0 ? scale * Math.max(shift, (range * 1e-3) / scale) : range
        start[p] = 1 / (n * least)
        axes[p] = 2 / least
        break
      }
      case 'sum': {
        let worth = 0
        for (let q = 0; q < n; q++) worth += (goal.weights[q] as number) * (view.heights[q] as number)
        start[p] = (0.1 * worth) / (range * n)
        axes[p] = (2 * worth) / range
        break
      }
      default:
        goal satisfies never
    }
  }
  return { start, axes }
}
