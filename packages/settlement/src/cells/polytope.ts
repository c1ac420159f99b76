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

export function placeAt(cell: Cell, positions: readonly Rational[]): Place {
  return { positions, utilities: utilitiesAt(cell, positions) }
}

/**
 * The cell as linear rows: a variable per position, at most 1, and where a ceiling may bind one more for what the
 * party's sum exceeds it by. Whatever is maximised never falls with a utility, so that no more than that is lost.
 */
type Frame = { readonly rises: readonly (readonly Rational[])[]; readonly rows: readonly LinearRow[] }

function frameOf(cell: Cell): Frame {
  const { directions, ceilings, base } = cell
  const cut = ceilings.flatMap((ceiling, p) =>
    ceiling !== undefined && compare(sumOfRises(cell, p, max), ceiling) > 0 ? [{ p, ceiling }] : [],
  )
  const rises = [
    ...directions.map(({ rise }) => rise),
    ...cut.map(({ p }) => base.map((_, q) => (p === q ? negate(ONE) : ZERO))),
  ]
  const boxes = directions.map((_, j) => ({
    coefficients: rises.map((_, k) => (j === k ? ONE : ZERO)),
    atMost: ONE,
  }))
  const ceilingRows = cut.map(({ p, ceiling }) => ({
    coefficients: rises.map(rise => rise[p] as Rational),
    atMost: subtract(ceiling, base[p] as Rational),
  }))
  return { rises, rows: [...boxes, ...ceilingRows] }
}

/** The party has at least its floor. */
function floorRow(cell: Cell, { rises }: Frame, p: number, floor: Rational): LinearRow {
  return {
    coefficients: rises.map(rise => negate(rise[p] as Rational)),
    atMost: subtract(cell.base[p] as Rational, floor),
  }
}

/** The most or the least a party's sum can be, whatever its ceiling. */
function sumOfRises(cell: Cell, p: number, better: (a: Rational, b: Rational) => Rational): Rational {
  return cell.directions.reduce(
    (total, { rise }) => add(total, better(ZERO, rise[p] as Rational)),
    cell.base[p] as Rational,
  )
}

/** Maximises Σ weight · utility where every party keeps its floor, if it has one. Undefined when none does. */
export function mostIn(
  cell: Cell,
  weights: readonly Rational[],
  floors: readonly (Rational | undefined)[],
): Place | undefined {
  const frame = frameOf(cell)
  const slopes = frame.rises.map(rise => sum(rise.map((value, p) => multiply(weights[p] as Rational, value))))
  const keeps = ({ utilities }: Place): boolean =>
    floors.every((floor, p) => floor === undefined || compare(utilities[p] as Rational, floor) >= 0)
  if (frame.rises.length === cell.directions.length) {
    const corner = placeAt(
      cell,
      slopes.map(slope => (sign(slope) > 0n ? ONE : ZERO)),
    )
    if (keeps(corner)) return corner
  }
  if (cell.directions.length === 0) {
    const only = placeAt(cell, [])
    return keeps(only) ? only : undefined
  }
  const answer = maximize({
    objective: slopes,
    rows: [
      ...frame.rows,
      ...floors.flatMap((floor, p) => (floor === undefined ? [] : [floorRow(cell, frame, p, floor)])),
    ],
  })
  return answer.status === 'optimal' ? placeAt(cell, answer.at.slice(0, cell.directions.length)) : undefined
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
  const frame = frameOf(cell)
  const rows = [
    ...frame.rows.map(row => extend(row, ZERO)),
    ...scales.map((scale, p): LinearRow => {
      const isActive = active.includes(p)
      const share = isActive ? low : (settled.get(p) ?? ZERO)
      const floor = add(floors[p] as Rational, multiply(share, scale))
      return extend(floorRow(cell, frame, p, floor), isActive ? scale : ZERO)
    }),
  ]
  const answer = maximize({ objective: [...frame.rises.map(() => ZERO), ONE], rows })
  if (answer.status !== 'optimal') return undefined
  const share = add(low, answer.value)
  if (least !== undefined && compare(share, least) < 0) return undefined
  return { share, positions: answer.at.slice(0, cell.directions.length) }
}

function reach(cell: Cell, p: number, better: (a: Rational, b: Rational) => Rational): Rational {
  const whole = sumOfRises(cell, p, better)
  const ceiling = cell.ceilings[p]
  return ceiling === undefined ? whole : min(ceiling, whole)
}

/** A place at which every party gains; undefined where there is none. */
export function positiveIn(cell: Cell, floors: readonly Rational[]): Place | undefined {
  const measure = { floors, scales: floors.map(() => ONE) }
  const raised = raise({ cell, measure, settled: new Map() })
  return raised === undefined || raised.share.num <= 0n ? undefined : placeAt(cell, raised.positions)
}

function extend(row: LinearRow, last: Rational): LinearRow {
  return { ...row, coefficients: [...row.coefficients, last] }
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

export function productOf(gains: readonly Rational[], exponents: readonly bigint[]): Rational {
  return gains.reduce((all, { num, den }, p) => {
    const exponent = exponents[p] as bigint
    return multiply(all, rational(num ** exponent, den ** exponent))
  }, ONE)
}
