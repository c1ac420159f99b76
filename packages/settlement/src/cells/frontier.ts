/** The exact frontier of two parties with continuous issues: its vertices, and the lines between them. */

import { rowToUtilities } from '../blocks.ts'
import { floorTotals, seenUnits } from '../floats.ts'
import { buildLayers, packageOf } from '../layers.ts'
import { type Budget, openWork } from '../limits.ts'
import { compare, divide, max, ONE, type Rational, subtract, toNumber, ZERO } from '../rational.ts'
import type { FrontierPart, FrontierPoint } from '../settlement.ts'
import { type Cell, type Cells, type Element, makeCell, plus } from './cells.ts'
import { between, edgeOf } from './edge.ts'
import { clipLine, type Hull, highest, hullOf, readFrontier } from './envelope.ts'
import type { Place } from './polytope.ts'

/** Cells looked at in floats, and edges compared exactly. */
const cellsMax = 200_000
const edgesMax = 20_000

type Source = { readonly cell: Cell; readonly edge: readonly Place[] }

export type ExactFrontier = {
  readonly points: readonly FrontierPoint[]
  readonly parts: readonly FrontierPart[]
}

/** Undefined past the limits. */
export function traceFrontier(
  cells: Cells,
  floors: readonly [Rational, Rational],
  limits: Budget,
): ExactFrontier | undefined {
  const found = listCells(cells, floors, limits)
  if (found === undefined) return undefined
  const [x, y] = floors
  const left = subtract(x, ONE)
  const hulls = found.flatMap((cell): Hull<Source>[] => {
    const edge = edgeOf(cell)
    const line = clipLine(
      edge.map(({ utilities }) => utilities as [Rational, Rational]),
      x,
      y,
    )
    const source = { cell, edge }
    return line.length === 0 ? [] : [hullOf(left, line, () => source)]
  })
  const { vertices, parts } = readFrontier(highest(hulls, limits.beat))
  return {
    points: vertices.map(({ x, source }): FrontierPoint => {
      const place = placeOn(source, x)
      return { utilities: place.utilities, package: source.cell.toPackage(place.positions), ties: 1n }
    }),
    parts,
  }
}

/** Where the first party has x on the edge. */
function placeOn({ cell, edge }: Source, x: Rational): Place {
  for (const [k, to] of edge.entries()) {
    const [a] = to.utilities as [Rational]
    if (compare(a, x) < 0) continue
    const from = edge[k - 1]
    if (from === undefined || compare(a, x) === 0) return to
    const [b] = from.utilities as [Rational]
    return between(cell, from, to, divide(subtract(x, b), subtract(a, b)))
  }
  throw new Error('a vertex lies on the edge it came from')
}

/** Cells with an undominated edge, as far as floats can tell, and perhaps some more. */
function listCells(cells: Cells, floors: readonly Rational[], limits: Budget): Cell[] | undefined {
  const { rest, groups } = cells
  const lowered = groups.reduce<readonly Rational[]>((left, group) => {
    const corners = group.map(cornerOf)
    return left.map((floor, p) =>
      corners.length === 0
        ? floor
        : subtract(floor, corners.map(corner => corner[p] as Rational).reduce(max)),
    )
  }, floors)
  const layers = buildLayers({
    compiled: rest,
    prune: true,
    demand: { floors: floorTotals(rest, lowered) },
    pointsMax: limits.pointsMax,
    work: openWork(limits, 1 / 4),
  })
  if (layers === undefined || groups.some(group => group.length === 0)) {
    return layers === undefined ? undefined : []
  }
  const combinations = groups.reduce((product, group) => product * group.length, layers.last.count)
  if (combinations > cellsMax) return undefined
  const joined = groups.reduce<readonly (readonly Element[])[]>(
    (all, group) => all.flatMap(chosen => group.map(element => [...chosen, element])),
    [[]],
  )
  // In the corners' totals, where nothing is too large or too small for floats.
  const units = seenUnits(cells.corners)
  const toTotals = (utilities: readonly Rational[]): number[] =>
    utilities.map((utility, p) => toNumber(divide(utility, units[p] as Rational)))
  const sums = joined.map(elements => ({
    elements,
    // Sums, whatever their ceilings: those come last.
    edge: edgeOf({
      ...makeCell(cells, { package: () => [], utilities: rest.bases.map(() => ZERO) }, elements),
      ceilings: [],
    }).map(({ utilities }) => toTotals(utilities)),
  }))
  const rows = Array.from({ length: layers.last.count }, (_, row) => {
    const utilities = rowToUtilities(rest, layers.last.rows, row)
    return { row, utilities, floats: toTotals(utilities) }
  })
  const places: [number, number][] = []
  for (const { floats } of rows) {
    for (const { edge } of sums)
      for (const [a, b] of edge) {
        places.push([(floats[0] as number) + (a as number), (floats[1] as number) + (b as number)])
      }
  }
  const isBelow = makeStaircase(places)
  const found: Cell[] = []
  for (const { row, utilities, floats } of rows) {
    for (const { elements, edge } of sums) {
      const right = (floats[0] as number) + (edge.at(-1)?.[0] as number)
      const top = (floats[1] as number) + (edge[0]?.[1] as number)
      if (isBelow(right, top)) continue
      if (found.length >= edgesMax) return undefined
      found.push(makeCell(cells, { package: () => packageOf(layers, row), utilities }, elements))
    }
  }
  return found
}

function cornerOf(element: Element): readonly Rational[] {
  return element.directions.reduce<readonly Rational[]>(
    (total, { rise }) =>
      plus(
        total,
        rise.map(value => max(value, ZERO)),
      ),
    element.base,
  )
}

/** Whether some place is clearly better for both: by more than floats could be wrong. */
function makeStaircase(places: readonly [number, number][]): (x: number, y: number) => boolean {
  const sorted = [...places].sort((a, b) => b[0] - a[0])
  const xs: number[] = []
  const ys: number[] = []
  let highestSoFar = Number.NEGATIVE_INFINITY
  let size = 1
  for (const [x, y] of sorted) {
    size = Math.max(size, Math.abs(x), Math.abs(y))
    if (y <= highestSoFar) continue
    highestSoFar = y
    xs.push(x)
    ys.push(y)
  }
  const margin = size * 1e-9
  return (x, y) => {
    // The last step that is still clearly to the right has the most for the second.
    let [low, high] = [0, xs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((xs[middle] as number) > x + margin) low = middle + 1
      else high = middle
    }
    return low > 0 && (ys[low - 1] as number) > y + margin
  }
}
