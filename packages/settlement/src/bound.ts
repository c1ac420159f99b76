/**
 * What no package exceeds, exactly: for multipliers Λ ≥ 0 of the parties' utilities, whatever they are, a weighted sum
 * bounds each aim (weighted arithmetic and geometric means for products, Lagrange multipliers for the rest). Floats
 * only choose the multipliers.
 */

import type { Block, Compiled } from './blocks.ts'
import { roundUp, type Target } from './floats.ts'
import {
  add,
  divide,
  fromNumber,
  lcm,
  max,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  sum,
} from './rational.ts'
import { readTotal } from './rows.ts'

/** In the aim's own measure. `weights` are per total, as `findWeights` gives them. */
export function boundAim({ compiled, aim, units, norm }: Target, weights: Float64Array): Rational {
  const multipliers = weights.every(weight => weight >= 0 && Number.isFinite(weight))
    ? [...weights]
    : weights.map(() => 1)
  const isZeroAllowed = aim.kind === 'sum'
  const chosen = units.map((unit, p) => {
    const weight = multipliers[p] as number
    return divide(weight === 0 && !isZeroAllowed ? ONE : fromNumber(weight), unit)
  })
  switch (aim.kind) {
    case 'product': {
      const total = aim.exponents.reduce((all, exponent) => all + exponent, 0n)
      const mean = divide(heaviestAbove(compiled, chosen, aim.floors), rational(total))
      const factors = chosen.map((weight, p) => {
        const exponent = aim.exponents[p] as bigint
        return power(divide(rational(exponent), weight), exponent)
      })
      return roundUp(multiply(factors.reduce(multiply, ONE), power(max(mean, rational(0)), total)))
    }
    case 'minimum': {
      const scaled = sum(chosen.map((weight, p) => multiply(weight, aim.scales[p] as Rational)))
      return roundUp(divide(heaviestAbove(compiled, chosen, aim.floors), scaled))
    }
    case 'sum': {
      const raised = chosen.map((weight, p) => max(multiply(weight, norm), aim.weights[p] as Rational))
      const above = heaviestAbove(compiled, raised, aim.floors)
      // Λ·u - (Λ - w)·f, the floors put back with their own weights.
      return roundUp(
        add(above, sum(aim.floors.map((floor, p) => multiply(aim.weights[p] as Rational, floor)))),
      )
    }
    default:
      return aim satisfies never
  }
}

function power(base: Rational, exponent: bigint): Rational {
  return rational(base.num ** exponent, base.den ** exponent)
}

/** The largest Σ weight · (utility - floor) over all packages. */
function heaviestAbove(
  compiled: Compiled,
  weights: readonly Rational[],
  floors: readonly Rational[],
): Rational {
  const rest = weights.map((weight, p) =>
    multiply(weight, subtract(compiled.bases[p] as Rational, floors[p] as Rational)),
  )
  const perTotal = weights.map((weight, p) => multiply(weight, compiled.units[p] as Rational))
  const den = perTotal.reduce((all, each) => lcm(all, each.den), 1n)
  const factors = perTotal.map(each => each.num * (den / each.den))
  const most = compiled.blocks.reduce((total, block) => total + heaviestRow(compiled, block, factors), 0n)
  return add(sum(rest), rational(most, den))
}

function heaviestRow({ parties, limbs }: Compiled, block: Block, factors: readonly bigint[]): bigint {
  let most = 0n
  for (const row of block.efficient) {
    let total = 0n
    for (let p = 0; p < parties; p++) {
      total += (factors[p] as bigint) * readTotal(block.rows, (row * parties + p) * limbs, limbs)
    }
    if (total > most) most = total
  }
  return most
}
