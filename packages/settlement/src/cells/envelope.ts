/**
 * The frontier of two parties over many cells. h(x) is the most the second party gets where the first gets at
 * least x: over one cell's edge flat, then a falling polyline; over all cells the highest of them. Where h falls
 * without a jump its points are efficient; of a flat stretch only the right end is.
 */

import { add, compare, divide, multiply, type Rational, subtract } from '../rational.ts'

/** h from `from`, excluded, to `to`, included: linear, `start` being its limit on the left. */
export type Stretch<T> = {
  readonly from: Rational
  readonly to: Rational
  readonly start: Rational
  readonly end: Rational
  readonly source: T
}

/** Left to right without a gap, all beginning at the same place; beyond the last h is undefined. */
export type Hull<T> = readonly Stretch<T>[]

type Point = readonly [x: Rational, y: Rational]

/** The hull of a falling polyline given by its vertices, from a place left of them all. */
export function hullOf<T>(left: Rational, vertices: readonly Point[], sourceOf: (k: number) => T): Hull<T> {
  const stretches: Stretch<T>[] = []
  let from = left
  vertices.forEach(([x, y], k) => {
    if (compare(x, from) <= 0) return
    const start = k === 0 ? y : (vertices[k - 1] as Point)[1]
    stretches.push({ from, to: x, start, end: y, source: sourceOf(Math.max(0, k - 1)) })
    from = x
  })
  return stretches
}

export function valueAt<T>(stretch: Stretch<T>, x: Rational): Rational {
  const share = divide(subtract(x, stretch.from), subtract(stretch.to, stretch.from))
  return add(stretch.start, multiply(share, subtract(stretch.end, stretch.start)))
}

/** The higher of two hulls with the same beginning, place by place; the first where they agree. */
export function higher<T>(a: Hull<T>, b: Hull<T>): Hull<T> {
  const result: Stretch<T>[] = []
  let i = 0
  let j = 0
  let from = (a[0] ?? b[0])?.from
  while (from !== undefined && (i < a.length || j < b.length)) {
    const [s, t] = [a[i], b[j]]
    if (s === undefined || t === undefined) {
      const only = (s ?? t) as Stretch<T>
      result.push(cut(only, from, only.to))
      from = only.to
      if (s === undefined) j++
      else i++
      continue
    }
    const to: Rational = compare(s.to, t.to) <= 0 ? s.to : t.to
    push(result, cut(s, from, to), cut(t, from, to))
    from = to
    if (compare(s.to, to) === 0) i++
    if (compare(t.to, to) === 0) j++
  }
  return result
}

function cut<T>(stretch: Stretch<T>, from: Rational, to: Rational): Stretch<T> {
  const start = compare(from, stretch.from) === 0 ? stretch.start : valueAt(stretch, from)
  const end = compare(to, stretch.to) === 0 ? stretch.end : valueAt(stretch, to)
  return { from, to, start, end, source: stretch.source }
}

/** The higher of two stretches over the same places, cut where they cross. */
function push<T>(result: Stretch<T>[], a: Stretch<T>, b: Stretch<T>): void {
  const left = subtract(a.start, b.start)
  const right = subtract(a.end, b.end)
  if (left.num >= 0n && right.num >= 0n) result.push(a)
  else if (left.num <= 0n && right.num <= 0n) result.push(b)
  else {
    const share = divide(left, subtract(left, right))
    const x = add(a.from, multiply(share, subtract(a.to, a.from)))
    const [first, second] = left.num > 0n ? [a, b] : [b, a]
    result.push(cut(first, a.from, x), cut(second, x, a.to))
  }
}

/** The highest of all, pairs first, so that each is looked at a logarithmic number of times. */
export function highest<T>(hulls: readonly Hull<T>[], beat: () => void): Hull<T> {
  let level = [...hulls]
  while (level.length > 1) {
    beat()
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, k) => {
      const [a, b] = [level[2 * k] as Hull<T>, level[2 * k + 1]]
      return b === undefined ? a : joinLines(higher(a, b))
    })
  }
  return level[0] ?? []
}

/** Neighbours on one line and of one source made one. */
function joinLines<T>(hull: Hull<T>): Hull<T> {
  const result: Stretch<T>[] = []
  for (const stretch of hull) {
    const last = result.at(-1)
    if (last !== undefined && last.source === stretch.source && isOneLine(last, stretch)) {
      result[result.length - 1] = { ...last, to: stretch.to, end: stretch.end }
    } else {
      result.push(stretch)
    }
  }
  return result
}

function isOneLine<T>(a: Stretch<T>, b: Stretch<T>): boolean {
  if (compare(a.end, b.start) !== 0) return false
  const rise = multiply(subtract(a.end, a.start), subtract(b.to, b.from))
  return compare(rise, multiply(subtract(b.end, b.start), subtract(a.to, a.from))) === 0
}

export type Vertex<T> = { readonly x: Rational; readonly y: Rational; readonly source: T }

/** A straight part of the frontier; an end that is excluded is a limit which another point dominates. */
export type Part = {
  readonly from: Point
  readonly to: Point
  readonly includesFrom: boolean
  readonly includesTo: boolean
}

/** Efficient vertices, first party ascending, and the parts between them; parts on one line are one. */
export function readFrontier<T>(hull: Hull<T>): {
  readonly vertices: readonly Vertex<T>[]
  readonly parts: readonly Part[]
} {
  const vertices: Vertex<T>[] = []
  const parts: Part[] = []
  const joined = joinSources(hull)
  joined.forEach((stretch, k) => {
    const before = joined[k - 1]
    const after = joined[k + 1]
    const isFalling = compare(stretch.end, stretch.start) < 0
    const isEndEfficient = after === undefined || compare(after.end, stretch.end) < 0
    if (isFalling) {
      const includesFrom = before !== undefined && compare(before.end, stretch.start) === 0
      parts.push({
        from: [stretch.from, stretch.start],
        to: [stretch.to, stretch.end],
        includesFrom,
        includesTo: isEndEfficient,
      })
    }
    if (isEndEfficient) vertices.push({ x: stretch.to, y: stretch.end, source: stretch.source })
  })
  return { vertices, parts }
}

/** Neighbours on one line made one whatever their source: the later, which knows the package at its end. */
function joinSources<T>(hull: Hull<T>): Hull<T> {
  const result: Stretch<T>[] = []
  for (const stretch of hull) {
    const last = result.at(-1)
    if (last !== undefined && isOneLine(last, stretch)) {
      result[result.length - 1] = { ...stretch, from: last.from, start: last.start }
    } else {
      result.push(stretch)
    }
  }
  return result
}

/** A falling polyline where the first party has at least x and the second at least y; empty where nothing is left. */
export function clipLine(vertices: readonly Point[], x: Rational, y: Rational): Point[] {
  const clipped: Point[] = []
  const isIn = ([a, b]: Point): boolean => compare(a, x) >= 0 && compare(b, y) >= 0
  vertices.forEach((point, k) => {
    const before = vertices[k - 1]
    if (before !== undefined) {
      // Entering the quadrant on the left, leaving it at the bottom.
      const enters = compare(before[0], x) < 0 && compare(point[0], x) > 0
      const leaves = compare(before[1], y) > 0 && compare(point[1], y) < 0
      if (enters) addIn(clipped, onLine(before, point, 0, x), y, 1)
      if (leaves) addIn(clipped, onLine(before, point, 1, y), x, 0)
    }
    if (isIn(point)) clipped.push(point)
  })
  return clipped
}

function addIn(points: Point[], point: Point, floor: Rational, axis: 0 | 1): void {
  if (compare(point[axis], floor) >= 0) points.push(point)
}

function onLine(a: Point, b: Point, axis: 0 | 1, at: Rational): Point {
  const share = divide(subtract(at, a[axis]), subtract(b[axis], a[axis]))
  const other = add(
    a[1 - axis] as Rational,
    multiply(share, subtract(b[1 - axis] as Rational, a[1 - axis] as Rational)),
  )
  return axis === 0 ? [at, other] : [other, at]
}
