/** Utilities in a compiled problem's totals, as floats: for choosing where to search. */

import { type Compiled, utilityToTotal } from './blocks.ts'
import { type Rational, toNumber } from './rational.ts'

/** Floors as totals. */
export function floorTotals(compiled: Compiled, floors: readonly Rational[]): Float64Array {
  return Float64Array.from(floors, (floor, p) => toNumber(utilityToTotal(compiled, p, floor)))
}

/** One utility in totals. */
export function perUtility(compiled: Compiled): Float64Array {
  return Float64Array.from(compiled.units, unit => 1 / toNumber(unit))
}
