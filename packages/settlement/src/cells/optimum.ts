/** The best package of a problem with continuous issues, by each rule, over all its cells. */

import { measureOf, targetOf } from '../floats.ts'
import type { Budget } from '../limits.ts'
import type { Package } from '../package.ts'
import { compare, max, multiply, type Rational, subtract, sum } from '../rational.ts'
import type { Cell, Cells } from './cells.ts'
import { fairestIn, leastShareIn, type Measure, mostIn, type Place, sharesOf } from './polytope.ts'
import { type Product, productIn } from './product.ts'
import { searchCells } from './search.ts'

export type Optimum = { readonly package: Package; readonly utilities: readonly Rational[] }

type Met = { readonly cell: Cell; readonly place: Place }

function toOptimum(met: Met | undefined): Optimum | undefined {
  return met && { package: met.cell.toPackage(met.place.positions), utilities: met.place.utilities }
}

/** The largest Σ weight · utility where every party keeps its floor; weights not negative. Of equals the fairest met. */
export function mostOf(
  cells: Cells,
  weights: readonly Rational[],
  floors: readonly Rational[],
  limits: Budget,
): Optimum | undefined {
  const { corners } = cells
  const worth = ({ utilities }: Place): Rational =>
    sum(utilities.map((utility, p) => multiply(weights[p] as Rational, utility)))
  const target = targetOf(corners, { kind: 'sum', floors, weights })
  const met = searchCells<Met & { readonly score: readonly Rational[] }>({
    cells,
    limits,
    target,
    answer: (cell, best) => {
      const place = mostIn(cell, weights, floors)
      if (place === undefined) return undefined
      const value = worth(place)
      const gains = place.utilities
        .map((utility, p) => subtract(utility, floors[p] as Rational))
        .sort(compare)
      const score = [value, ...gains]
      return best !== undefined && compareLists(score, best.score) <= 0 ? undefined : { cell, place, score }
    },
    measure: ({ place }) => measureOf(target, place.utilities),
  })
  return toOptimum(met)
}

/** Leximin over shares of the measure, negative ones included. */
export function fairestOf(cells: Cells, measure: Measure, limits: Budget): Optimum | undefined {
  const target = targetOf(cells.corners, { kind: 'minimum', ...measure })
  const met = searchCells<Met & { readonly shares: readonly Rational[] }>({
    cells,
    limits,
    target,
    answer: (cell, best) => {
      if (leastShareIn(cell, measure, best?.shares[0]) === undefined) return undefined
      const place = fairestIn(cell, measure)
      if (place === undefined) return undefined
      const shares = sharesOf(measure, place.utilities).sort(compare)
      return best !== undefined && compareLists(shares, best.shares) <= 0
        ? undefined
        : { cell, place, shares }
    },
    measure: ({ place }) => measureOf(target, place.utilities),
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
  const target = targetOf(cells.corners, { kind: 'product', floors, exponents })
  let bound: Rational | undefined
  const met = searchCells<Product & { readonly cell: Cell }>({
    cells,
    limits,
    target,
    answer: (cell, best) => {
      const product = productIn(cell, floors, exponents)
      if (product === undefined) return undefined
      bound = bound === undefined ? product.bound : max(bound, product.bound)
      return best !== undefined && compare(product.value, best.value) <= 0 ? undefined : { ...product, cell }
    },
    measure: ({ place }) => measureOf(target, place.utilities),
  })
  const optimum = toOptimum(met)
  if (met === undefined || optimum === undefined || bound === undefined) return undefined
  return { ...optimum, value: met.value, bound }
}
