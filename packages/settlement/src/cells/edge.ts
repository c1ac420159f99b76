/** Two parties: the upper right edge of a cell, and the largest product on it. */

import {
  add,
  compare,
  divide,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  sign,
  subtract,
  ZERO,
} from '../rational.ts'
import { type Cell, sumsAt } from './cells.ts'
import { type Place, placeAt, productOf } from './polytope.ts'

/** The vertices, the second party's best first. Beyond a party's ceiling the other only loses: what lies there is cut. */
export function edgeOf(cell: Cell): Place[] {
  // Every direction gives one party what it takes from the other; walked so that the first gains.
  const turns = cell.directions.map(({ rise }, j) => {
    const [a, b] = rise as readonly [Rational, Rational]
    return { j, isForward: sign(a) > 0n, cost: divide(b, a) }
  })
  turns.sort((a, b) => compare(b.cost, a.cost))
  const positions = cell.directions.map(() => ZERO)
  for (const { j, isForward } of turns) if (!isForward) positions[j] = ONE
  const line = [[...positions]]
  for (const { j, isForward } of turns) {
    positions[j] = isForward ? ONE : ZERO
    line.push([...positions])
  }
  const [first, second] = cell.ceilings
  const lowered = second === undefined ? line : cutAbove(cell, line, 1, second)
  const cut = first === undefined ? lowered : cutAbove(cell, lowered.toReversed(), 0, first).toReversed()
  return cut.map(each => placeAt(cell, each))
}

type Line = readonly (readonly Rational[])[]

/** A line along which a party's sum falls, from where that is at the ceiling; its end where it never is. */
function cutAbove(cell: Cell, line: Line, p: 0 | 1, ceiling: Rational): Line {
  const sums = line.map(positions => sumsAt(cell, positions)[p] as Rational)
  const first = sums.findIndex(value => compare(value, ceiling) <= 0)
  if (first === -1) return line.slice(-1)
  if (first === 0) return line
  const [from, to] = [line[first - 1] as readonly Rational[], line[first] as readonly Rational[]]
  const [high, low] = [sums[first - 1] as Rational, sums[first] as Rational]
  return [mix(from, to, divide(subtract(high, ceiling), subtract(high, low))), ...line.slice(first)]
}

function mix(from: readonly Rational[], to: readonly Rational[], share: Rational): Rational[] {
  return from.map((start, j) => add(start, multiply(share, subtract(to[j] as Rational, start))))
}

/** A share of the way from one place of an edge to the next. */
export function between(cell: Cell, a: Place, b: Place, share: Rational): Place {
  return placeAt(cell, mix(a.positions, b.positions, share))
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
    if (c.num === 0n || d.num === 0n) continue
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
