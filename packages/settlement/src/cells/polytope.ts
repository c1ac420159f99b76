/** The best of one cell by each rule. A cell is a box of positions; utilities are linear in them. */

import {
  add,
  compare,
  divide,
  max,
  min,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  sign,
  subtract,
  sum,
  ZERO,
} from '../rational.ts'
import { type Cell, utilitiesAt } from './cells.ts'
import { type LinearRow, maximize } from './linear-program.ts'

export type Place = { readonly positions: readonly Rational[]; readonly utilities: readonly Rational[] }

function placeAt(cell: Cell, positions: readonly Rational[]): Place {
  return { positions, utilities: utilitiesAt(cell, positions) }
}

/** Positions are at most 1; those who keep a floor have at least that. */
function boxRows(cell: Cell): LinearRow[] {
  return cell.directions.map((_, j) => ({
    coefficients: cell.directions.map((_, k) => (j === k ? ONE : ZERO)),
    atMost: ONE,
  }))
}

function floorRow(cell: Cell, p: number, floor: Rational): LinearRow {
  return {
    coefficients: cell.directions.map(({ rise }) => negate(rise[p] as Rational)),
    atMost: subtract(cell.base[p] as Rational, floor),
  }
}

/** Maximises Σ weight · utility where every party keeps its floor. Undefined when none does. */
export function mostIn(
  cell: Cell,
  weights: readonly Rational[],
  floors: readonly Rational[],
): Place | undefined {
  const slopes = cell.directions.map(({ rise }) =>
    sum(rise.map((value, p) => multiply(weights[p] as Rational, value))),
  )
  const corner = placeAt(
    cell,
    slopes.map(slope => (sign(slope) > 0n ? ONE : ZERO)),
  )
  if (corner.utilities.every((utility, p) => compare(utility, floors[p] as Rational) >= 0)) return corner
  if (cell.directions.length === 0) return undefined
  const answer = maximize({
    objective: slopes,
    rows: [...boxRows(cell), ...floors.map((floor, p) => floorRow(cell, p, floor))],
  })
  return answer.status === 'optimal' ? placeAt(cell, answer.at) : undefined
}

/** Gain over its floor in units of its scale, for parties with a positive scale. */
export type Measure = { readonly floors: readonly Rational[]; readonly scales: readonly Rational[] }

export function sharesOf({ floors, scales }: Measure, utilities: readonly Rational[]): Rational[] {
  return utilities.flatMap((utility, p) => {
    const scale = scales[p] as Rational
    return scale.num === 0n ? [] : [divide(subtract(utility, floors[p] as Rational), scale)]
  })
}

/**
 * The largest smallest share, negative ones included; parties of scale zero keep their floor. Undefined when
 * they cannot, or when the share stays below `least`.
 */
export function leastShareIn(cell: Cell, measure: Measure, least?: Rational): Rational | undefined {
  return raise({ cell, measure, settled: new Map() }, least)?.share
}

type Raising = {
  readonly cell: Cell
  readonly measure: Measure
  /** Shares that parties have reached already and keep. */
  readonly settled: ReadonlyMap<number, Rational>
}

/** Raises the smallest share of those not settled. */
function raise(
  raising: Raising,
  least?: Rational,
): { share: Rational; positions: readonly Rational[] } | undefined {
  const { cell, measure, settled } = raising
  const { floors, scales } = measure
  const active = scales.flatMap((scale, p) => (scale.num === 0n || settled.has(p) ? [] : [p]))
  const shareAt = (p: number, utility: Rational): Rational =>
    divide(subtract(utility, floors[p] as Rational), scales[p] as Rational)
  const bounds = active.map(p => ({
    low: shareAt(p, reach(cell, p, min)),
    high: shareAt(p, reach(cell, p, max)),
  }))
  const low = bounds.map(bound => bound.low).reduce(min)
  const high = bounds.map(bound => bound.high).reduce(min)
  if (least !== undefined && compare(high, least) < 0) return undefined
  // Positions first, then how far the smallest share exceeds `low`.
  const rows = [
    ...boxRows(cell).map(row => ({ ...row, coefficients: [...row.coefficients, ZERO] })),
    ...active.map((p): LinearRow => {
      const floor = add(floors[p] as Rational, multiply(low, scales[p] as Rational))
      const row = floorRow(cell, p, floor)
      return { ...row, coefficients: [...row.coefficients, scales[p] as Rational] }
    }),
    ...scales.flatMap((scale, p): LinearRow[] => {
      if (active.includes(p)) return []
      const row = floorRow(cell, p, add(floors[p] as Rational, multiply(settled.get(p) ?? ZERO, scale)))
      return [{ ...row, coefficients: [...row.coefficients, ZERO] }]
    }),
  ]
  const answer = maximize({ objective: [...cell.directions.map(() => ZERO), ONE], rows })
  if (answer.status !== 'optimal') return undefined
  const share = add(low, answer.value)
  if (least !== undefined && compare(share, least) < 0) return undefined
  return { share, positions: answer.at.slice(0, -1) }
}

function reach(cell: Cell, p: number, better: (a: Rational, b: Rational) => Rational): Rational {
  return cell.directions.reduce(
    (total, { rise }) => add(total, better(ZERO, rise[p] as Rational)),
    cell.base[p] as Rational,
  )
}

/** A place at which every party gains; undefined where there is none. */
export function positiveIn(cell: Cell, floors: readonly Rational[]): Place | undefined {
  const measure = { floors, scales: floors.map(() => ONE) }
  const raised = raise({ cell, measure, settled: new Map() })
  return raised === undefined || raised.share.num <= 0n ? undefined : placeAt(cell, raised.positions)
}

/** Leximin over shares: the smallest raised until some parties can have no more, then the others', and so on. */
export function fairestIn(cell: Cell, measure: Measure): Place | undefined {
  const { floors, scales } = measure
  const settled = new Map<number, Rational>()
  const wanted = scales.filter(scale => scale.num > 0n).length
  let positions: readonly Rational[] | undefined
  while (settled.size < wanted) {
    const raised = raise({ cell, measure, settled })
    if (raised === undefined) return undefined
    positions = raised.positions
    const { share } = raised
    const held = floors.map((floor, p) =>
      add(floor, multiply(settled.get(p) ?? (isZero(scales[p]) ? ZERO : share), scales[p] as Rational)),
    )
    const before = settled.size
    scales.forEach((scale, p) => {
      if (scale.num === 0n || settled.has(p)) return
      const most = mostIn(
        cell,
        scales.map((_, q) => (p === q ? ONE : ZERO)),
        held,
      )
      if (most === undefined || compare(most.utilities[p] as Rational, held[p] as Rational) <= 0) {
        settled.set(p, share)
      }
    })
    if (settled.size === before) throw new Error('in a convex set somebody can have no more')
  }
  if (positions === undefined)
    return mostIn(
      cell,
      scales.map(() => ONE),
      floors,
    )
  return placeAt(cell, positions)
}

function isZero(value: Rational | undefined): boolean {
  return value === undefined || value.num === 0n
}

/** Two parties: the vertices of the cell's upper right edge, the second party's best first. */
export function edgeOf(cell: Cell): Place[] {
  // Every direction gives one party what it takes from the other; walked so that the first gains.
  const turns = cell.directions.map(({ rise }, j) => {
    const [a, b] = rise as readonly [Rational, Rational]
    return { j, isForward: sign(a) > 0n, cost: divide(b, a) }
  })
  turns.sort((a, b) => compare(b.cost, a.cost))
  const positions = cell.directions.map(() => ZERO)
  for (const { j, isForward } of turns) if (!isForward) positions[j] = ONE
  const places = [placeAt(cell, [...positions])]
  for (const { j, isForward } of turns) {
    positions[j] = isForward ? ONE : ZERO
    places.push(placeAt(cell, [...positions]))
  }
  return places
}

/** A share of the way from one place to another. */
export function between(cell: Cell, a: Place, b: Place, share: Rational): Place {
  return placeAt(
    cell,
    a.positions.map((from, j) => add(from, multiply(share, subtract(b.positions[j] as Rational, from)))),
  )
}

/**
 * Two parties: the largest product of gains, exactly. On a line both gains are linear, and the derivative of
 * their logarithms vanishes where Σ exponent · slope / gain = 0, which is linear once multiplied out.
 */
export function productOnEdge(
  cell: Cell,
  floors: readonly Rational[],
  exponents: readonly bigint[],
): Place | undefined {
  const edge = edgeOf(cell)
  const candidates = [...edge]
  const [e, f] = exponents.map(exponent => rational(exponent)) as [Rational, Rational]
  for (let k = 0; k + 1 < edge.length; k++) {
    const [from, to] = [edge[k] as Place, edge[k + 1] as Place]
    const gains = from.utilities.map((utility, p) => subtract(utility, floors[p] as Rational))
    const slopes = to.utilities.map((utility, p) => subtract(utility, from.utilities[p] as Rational))
    const [a, b] = gains as [Rational, Rational]
    const [c, d] = slopes as [Rational, Rational]
    const top = add(multiply(multiply(e, c), b), multiply(multiply(f, d), a))
    const share = divide(negate(top), multiply(multiply(c, d), add(e, f)))
    if (sign(share) > 0n && compare(share, ONE) < 0) candidates.push(between(cell, from, to, share))
  }
  let best: { place: Place; value: Rational } | undefined
  for (const place of candidates) {
    const gains = place.utilities.map((utility, p) => subtract(utility, floors[p] as Rational))
    if (gains.some(gain => gain.num < 0n)) continue
    const value = productOf(gains, exponents)
    if (best === undefined || compare(value, best.value) > 0) best = { place, value }
  }
  return best?.place
}

export function productOf(gains: readonly Rational[], exponents: readonly bigint[]): Rational {
  return gains.reduce((all, { num, den }, p) => {
    const exponent = exponents[p] as bigint
    return multiply(all, rational(num ** exponent, den ** exponent))
  }, ONE)
}
