/** The best package of a problem with continuous issues, by each rule, over all its cells. */

import { floorTotals, perUtility } from '../floats.ts'
import type { Budget } from '../limits.ts'
import type { Package } from '../package.ts'
import { compare, max, multiply, type Rational, subtract, sum, toNumber } from '../rational.ts'
import type { Cell, Cells } from './cells.ts'
import { fairestIn, leastShareIn, type Measure, mostIn, type Place, sharesOf } from './polytope.ts'
import { type Product, productIn } from './product.ts'
import { searchCells } from './search.ts'

export type Optimum = { readonly package: Package; readonly utilities: readonly Rational[] }

type Met = { readonly cell: Cell; readonly place: Place }

function toOptimum(met: Met | undefined): Optimum | undefined {
  return met && { package: met.cell.toPackage(met.place.positions), utilities: met.place.utilities }
}

/** The largest Σ weight · utility where every party keeps its floor; weights not negative. */
export function mostOf(
  cells: Cells,
  weights: readonly Rational[],
  floors: readonly Rational[],
  limits: Budget,
): Optimum | undefined {
  const { corners } = cells
  const worth = ({ utilities }: Place): Rational =>
    sum(utilities.map((utility, p) => multiply(weights[p] as Rational, utility)))
  const bases = worth({ positions: [], utilities: corners.bases })
  const met = searchCells<Met & { readonly value: Rational }>({
    cells,
    limits,
    goal: {
      kind: 'sum',
      floors: floorTotals(corners, floors),
      weights: Float64Array.from(corners.units, (unit, p) =>
        toNumber(multiply(unit, weights[p] as Rational)),
      ),
    },
    answer: (cell, best) => {
      const place = mostIn(cell, weights, floors)
      if (place === undefined) return undefined
      const value = worth(place)
      return best !== undefined && compare(value, best.value) <= 0 ? undefined : { cell, place, value }
    },
    measure: ({ value }) => toNumber(subtract(value, bases)),
  })
  return toOptimum(met)
}

/** Leximin over shares of the measure, negative ones included. */
export function fairestOf(cells: Cells, measure: Measure, limits: Budget): Optimum | undefined {
  const { corners } = cells
  const met = searchCells<Met & { readonly shares: readonly Rational[] }>({
    cells,
    limits,
    goal: {
      kind: 'minimum',
      floors: floorTotals(corners, measure.floors),
      scales: perUtility(corners).map((scale, p) => scale * toNumber(measure.scales[p] as Rational)),
    },
    answer: (cell, best) => {
      if (leastShareIn(cell, measure, best?.shares[0]) === undefined) return undefined
      const place = fairestIn(cell, measure)
      if (place === undefined) return undefined
      const shares = sharesOf(measure, place.utilities).sort(compare)
      return best !== undefined && compareLists(shares, best.shares) <= 0
        ? undefined
        : { cell, place, shares }
    },
    measure: ({ shares }) => toNumber(shares[0] as Rational),
  })
  return toOptimum(met)
}

function compareLists(a: readonly Rational[], b: readonly Rational[]): number {
  for (const [i, value] of a.entries()) {
    const order = compare(value, b[i] as Rational)
    if (order !== 0) return order
  }
  return 0
}

export type BestProduct = Optimum & { readonly value: Rational; readonly bound: Rational }

/** The largest product of gains, each positive; undefined where somebody never gains. */
export function productOf(
  cells: Cells,
  floors: readonly Rational[],
  exponents: readonly bigint[],
  limits: Budget,
): BestProduct | undefined {
  const { corners } = cells
  const shift = corners.units.reduce(
    (total, unit, p) => total + Number(exponents[p]) * Math.log(toNumber(unit)),
    0,
  )
  let bound: Rational | undefined
  const met = searchCells<Product & { readonly cell: Cell }>({
    cells,
    limits,
    goal: {
      kind: 'product',
      floors: floorTotals(corners, floors),
      exponents: Float64Array.from(exponents, Number),
    },
    answer: (cell, best) => {
      const product = productIn(cell, floors, exponents)
      if (product === undefined) return undefined
      bound = bound === undefined ? product.bound : max(bound, product.bound)
      return best !== undefined && compare(product.value, best.value) <= 0 ? undefined : { ...product, cell }
    },
    measure: ({ value }) => logarithm(value) - shift,
  })
  const optimum = toOptimum(met)
  if (met === undefined || optimum === undefined || bound === undefined) return undefined
  return { ...optimum, value: met.value, bound }
}

/** Of products that may leave float64's range. */
function logarithm({ num, den }: Rational): number {
  return logarithmOf(num) - logarithmOf(den)
}

function logarithmOf(value: bigint): number {
  const text = value.toString(16)
  const head = text.slice(0, 13)
  return Math.log(Number.parseInt(head, 16)) + (text.length - head.length) * Math.log(16)
}
