/** The frontier of two parties as characters: one dot per cell that a point or a line of it falls into. */

import { type Problem, type Settlement, toNumber } from '@goodoffices/settlement'
import { toShort } from './numbers.ts'
import { listProposals } from './proposals.ts'
import { cleanText, dim, fit, padStart, type Screen } from './text.ts'

const rows = 16
const gutter = 10

/** Lines of the plot; none for other than two parties or without a frontier. */
export function plotFrontier(problem: Problem, settlement: Settlement, screen: Screen): readonly string[] {
  const [first, second] = problem.parties
  const points = settlement.frontier
  if (problem.parties.length !== 2 || first === undefined || second === undefined || points.length === 0)
    return []
  const columns = Math.min(64, screen.columns - gutter - 4)
  const [originX, originY] = settlement.reservations.map(toNumber)
  const xs = points.map(point => toNumber(point.utilities[0] ?? { num: 0n, den: 1n }))
  const ys = points.map(point => toNumber(point.utilities[1] ?? { num: 0n, den: 1n }))
  const x = makeAxis(Math.min(originX ?? 0, ...xs), Math.max(...xs), columns)
  const y = makeAxis(Math.min(originY ?? 0, ...ys), Math.max(...ys), rows)
  const cells = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ' '))
  const put = (px: number, py: number, mark: string) => {
    const row = cells[rows - 1 - y.cell(py)]
    if (row !== undefined) row[x.cell(px)] = mark
  }
  for (const { from, to } of settlement.frontierParts ?? []) {
    const [[x1, y1], [x2, y2]] = [from.map(toNumber), to.map(toNumber)]
    for (let k = 0; k <= columns; k++) {
      const share = k / columns
      put((x1 ?? 0) + share * ((x2 ?? 0) - (x1 ?? 0)), (y1 ?? 0) + share * ((y2 ?? 0) - (y1 ?? 0)), '·')
    }
  }
  points.forEach((_, i) => {
    put(xs[i] ?? 0, ys[i] ?? 0, '·')
  })
  const proposals = listProposals(settlement)
  for (const { letter, offer } of proposals.toReversed()) {
    const [ux, uy] = offer.utilities.map(toNumber)
    put(ux ?? 0, uy ?? 0, letter)
  }
  const label = (value: number) => padStart(String(Number(value.toPrecision(4))), gutter - 2)
  const top = points[0]?.utilities[1]
  const lines = cells.map((row, i) => {
    const side = i === 0 ? label(y.high) : i === rows - 1 ? label(y.low) : ' '.repeat(gutter - 2)
    return `  ${side} │${row.join('')}`.trimEnd()
  })
  const low = String(Number(x.low.toPrecision(4)))
  const high = String(Number(x.high.toPrecision(4)))
  return [
    `  ${fit(cleanText(second.name), columns)}${top === undefined ? '' : dim(`  (up to ${toShort(top)})`, screen)}`,
    ...lines,
    `  ${' '.repeat(gutter - 2)} └${'─'.repeat(columns)}`,
    `  ${' '.repeat(gutter)}${low}${padStart(high, columns - low.length)}`,
    `  ${' '.repeat(gutter)}${padStart(fit(cleanText(first.name), columns), columns)}`,
  ]
}

function makeAxis(low: number, high: number, size: number) {
  const span = high > low ? high - low : 1
  const cell = (value: number) =>
    Math.max(0, Math.min(size - 1, Math.round(((value - low) / span) * (size - 1))))
  return { low, high, cell }
}
