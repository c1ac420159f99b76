/** Every party's values and bonuses as whole numbers over one denominator of its own. */

import { type Pick, valueAt } from './package.ts'
import type { Problem } from './problem.ts'
import { add, gcd, lcm, multiply, type Rational, rational, ZERO } from './rational.ts'
import { numbersTooLong } from './refusal.ts'
import { approximationUnit, digitsIn, limbsFor, limbsMax, shiftFor, writeTotal } from './rows.ts'

export type Scale = {
  readonly parties: number
  readonly limbs: number
  readonly bases: Rational[]
  readonly units: Rational[]
  /** Per issue, a row per pick. */
  readonly tables: Float64Array[]
  readonly sizes: number[]
  /** Per party and bonus, its size in units. */
  readonly bonuses: bigint[][]
}

const denominatorMax = approximationUnit(limbsMax + 1)

export function scaleProblem(problem: Problem, picks: readonly (readonly Pick[])[]): Scale {
  const parties = problem.parties.length
  const shifted: bigint[][][] = []
  const bases: Rational[] = []
  const units: Rational[] = []
  const bonuses: bigint[][] = []
  const totals: bigint[] = []
  let largest = 0n
  for (const party of problem.parties) {
    const values = problem.issues.map((issue, i) => {
      const weight = party.weights[i] ?? ZERO
      const values = party.values[i]
      if (values === undefined) throw new RangeError('a party needs one value function per issue')
      return (picks[i] as Pick[]).map(pick => multiply(weight, valueAt(issue, values, pick)))
    })
    let den = 1n
    for (const value of [...values.flat(), ...party.bonuses.map(bonus => bonus.value)]) {
      if (den % value.den === 0n) continue
      den = lcm(den, value.den)
      if (den >= denominatorMax) throw numbersTooLong(party.name, digitsIn(limbsMax))
    }
    let base = ZERO
    let unit = 0n
    let total = 0n
    const whole = values.map(list => {
      const scaled = list.map(value => value.num * (den / value.den))
      const lowest = scaled.reduce((low, value) => (value < low ? value : low), scaled[0] ?? 0n)
      base = add(base, rational(lowest, den))
      return scaled.map(value => value - lowest)
    })
    const extra = party.bonuses.map(bonus => {
      if (bonus.value.num < 0n) base = add(base, bonus.value)
      return bonus.value.num * (den / bonus.value.den)
    })
    for (const value of [...whole.flat(), ...extra]) unit = gcd(unit, value)
    if (unit === 0n) unit = 1n
    for (const list of whole) total += list.reduce((high, value) => (value > high ? value : high), 0n) / unit
    for (const value of extra) total += (value < 0n ? -value : value) / unit
    if (total > largest) largest = total
    shifted.push(whole.map(list => list.map(value => value / unit)))
    bonuses.push(extra.map(value => value / unit))
    bases.push(base)
    units.push(rational(unit, den))
    totals.push(total)
  }
  const limbs = limbsFor(largest)
  if (limbs > limbsMax)
    throw numbersTooLong(problem.parties[totals.indexOf(largest)]?.name ?? '', digitsIn(limbsMax))
  const sizes = picks.map(list => list.length)
  totals.forEach((total, p) => {
    const shift = shiftFor(total, limbs)
    if (shift === 0n) return
    shifted[p] = (shifted[p] as bigint[][]).map(list => list.map(value => value << shift))
    bonuses[p] = (bonuses[p] as bigint[]).map(value => value << shift)
    const unit = units[p] as Rational
    units[p] = rational(unit.num, unit.den << shift)
  })
  const tables = problem.issues.map((_, i) => {
    const size = sizes[i] as number
    const table = new Float64Array(size * parties * limbs)
    for (let p = 0; p < parties; p++) {
      const values = (shifted[p] as bigint[][])[i] as bigint[]
      for (let o = 0; o < size; o++) writeTotal(values[o] as bigint, table, (o * parties + p) * limbs, limbs)
    }
    return table
  })
  return { parties, limbs, bases, units, tables, sizes, bonuses }
}
