/** The report's figures as SVG: the frontier of two parties, pairs of several, and parallel coordinates. */

import {
  type Problem,
  type Rational,
  type Settlement,
  type SolutionName,
  toNumber,
} from '@goodoffices/settlement'
import { listProposals, type Proposal, shareOf, solutionTitles } from './proposals.ts'

/** More points than the paper can show are thinned evenly. */
const dotsMax = 1_500
const threadsMax = 300
const pairsMax = 15

export function escapeHtml(text: string): string {
  return text
    .replaceAll(/[&<>"']/g, char => `&#${char.codePointAt(0)};`)
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
}

/** The shape of a rule, centred at a place: shape and colour both tell. */
function solutionMark(name: SolutionName, x: number, y: number, size: number, outline = false): string {
  const paint = outline ? `fill="none" stroke="var(--${name})" stroke-width="1.8"` : `fill="var(--${name})"`
  switch (name) {
    case 'nash':
      return `<circle cx="${r(x)}" cy="${r(y)}" r="${r(size)}" ${paint}/>`
    case 'kalaiSmorodinsky':
      return `<rect x="${r(x - size * 0.9)}" y="${r(y - size * 0.9)}" width="${r(size * 1.8)}" height="${r(size * 1.8)}" ${paint}/>`
    case 'egalitarian':
      return polygon(
        [
          [x, y - size * 1.15],
          [x + size * 1.1, y + size * 0.8],
          [x - size * 1.1, y + size * 0.8],
        ],
        paint,
      )
    case 'utilitarian':
      return polygon(
        [
          [x, y - size * 1.25],
          [x + size * 1.25, y],
          [x, y + size * 1.25],
          [x - size * 1.25, y],
        ],
        paint,
      )
    case 'maxNashWelfare': {
      const star = Array.from({ length: 10 }, (_, i): readonly [number, number] => {
        const radius = i % 2 === 0 ? size * 1.3 : size * 0.55
        const angle = (Math.PI * i) / 5 - Math.PI / 2
        return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
      })
      return polygon(star, paint)
    }
    default:
      return name satisfies never
  }
}

function polygon(points: readonly (readonly [number, number])[], paint: string): string {
  return `<polygon points="${points.map(([x, y]) => `${r(x)},${r(y)}`).join(' ')}" ${paint}/>`
}

/** The mark alone, to stand in a line of text. */
export function inlineMark(name: SolutionName): string {
  return `<svg class="mark" viewBox="-10 -10 20 20" role="img" aria-label="${escapeHtml(solutionTitles[name])}">${solutionMark(name, 0, 0, 7.5)}</svg>`
}

type Frame = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly small: boolean
}

const large: Frame = { width: 760, height: 500, left: 64, right: 28, top: 40, bottom: 62, small: false }
const small: Frame = { width: 360, height: 300, left: 52, right: 16, top: 34, bottom: 50, small: true }

/** Two parties: the frontier itself. More: parallel coordinates and a plot for each pair. */
export function frontierFigures(problem: Problem, settlement: Settlement): string {
  if (settlement.frontier.length === 0 && Object.keys(settlement.solutions).length === 0) return ''
  const proposals = listProposals(settlement)
  const legend = proposalLegend(proposals)
  if (problem.parties.length === 2) {
    return `<figure>${scatter({ problem, settlement, proposals }, 0, 1, large)}${legend}<figcaption>${dotSentence(settlement)} The dashed lines are what each party has without a deal; acceptable packages lie above and to the right of them.</figcaption></figure>`
  }
  const pairs: string[] = []
  for (let a = 0; a < problem.parties.length; a++) {
    for (let b = a + 1; b < problem.parties.length && pairs.length < pairsMax; b++)
      pairs.push(scatter({ problem, settlement, proposals }, a, b, small))
  }
  return `<figure>${parallel({ problem, settlement, proposals })}${legend}<figcaption>Each party’s axis runs from no deal (bottom) to its ideal (top). Every thin line is an efficient package; the proposals are drawn over them.</figcaption></figure>
<h3>Party by party</h3><div class="pairs">${pairs.join('')}</div><p class="note">Seen two at a time, an efficient package may look beaten: it gives another party more.</p>`
}

/** What the dots, and with continuous issues the lines, stand for. */
function dotSentence({ frontierParts, frontierGuarantee }: Settlement): string {
  const meaning = 'no acceptable package is better for one party and no worse for the other'
  if (frontierParts !== undefined)
    return `Every point of the lines, and each dot, is an efficient package: ${meaning}.`
  return frontierGuarantee.kind === 'exact'
    ? `Each dot is an efficient package: ${meaning}.`
    : 'Each dot is a package that no other dot betters.'
}

function proposalLegend(proposals: readonly Proposal[]): string {
  const items = proposals.flatMap(({ letter, solutions }) =>
    solutions.map(
      ({ name }) =>
        `<li>${inlineMark(name)}${escapeHtml(solutionTitles[name])} <span class="letter">${letter}</span></li>`,
    ),
  )
  return `<ul class="legend">${items.join('')}</ul>`
}

type Data = {
  readonly problem: Problem
  readonly settlement: Settlement
  readonly proposals: readonly Proposal[]
}

function scatter({ problem, settlement, proposals }: Data, a: number, b: number, frame: Frame): string {
  const at = (utilities: readonly Rational[]): readonly [number, number] => [
    numberAt(utilities, a),
    numberAt(utilities, b),
  ]
  const points = thin(settlement.frontier, dotsMax).map(point => at(point.utilities))
  const lines = (problem.parties.length === 2 ? (settlement.frontierParts ?? []) : []).map(
    ({ from, to }) => [at(from), at(to)] as const,
  )
  const marks = proposals.map(proposal => ({ proposal, place: at(proposal.offer.utilities) }))
  const origin = at(settlement.reservations)
  const everything = [...points, ...lines.flat(), ...marks.map(mark => mark.place), origin]
  const x = makeScale(
    everything.map(place => place[0]),
    frame.left,
    frame.width - frame.right,
    frame.small ? 4 : 7,
  )
  const y = makeScale(
    everything.map(place => place[1]),
    frame.height - frame.bottom,
    frame.top,
    frame.small ? 4 : 6,
  )
  const bottom = frame.height - frame.bottom
  const right = frame.width - frame.right
  const nameA = escapeHtml(problem.parties[a]?.name ?? '')
  const nameB = escapeHtml(problem.parties[b]?.name ?? '')
  const grid = [
    ...x.ticks.map(
      tick =>
        `<line class="grid" x1="${r(x.place(tick))}" x2="${r(x.place(tick))}" y1="${frame.top}" y2="${bottom}"/><text x="${r(x.place(tick))}" y="${bottom + 20}" text-anchor="middle">${label(tick)}</text>`,
    ),
    ...y.ticks.map(
      tick =>
        `<line class="grid" x1="${frame.left}" x2="${right}" y1="${r(y.place(tick))}" y2="${r(y.place(tick))}"/><text x="${frame.left - 9}" y="${r(y.place(tick) + 4.5)}" text-anchor="end">${label(tick)}</text>`,
    ),
  ]
  const noDeal = `<line class="nodeal" x1="${r(x.place(origin[0]))}" x2="${r(x.place(origin[0]))}" y1="${frame.top}" y2="${bottom}"/><line class="nodeal" x1="${frame.left}" x2="${right}" y1="${r(y.place(origin[1]))}" y2="${r(y.place(origin[1]))}"/>${frame.small ? '' : `<text class="nodeal-text" x="${r(x.place(origin[0]) + 9)}" y="${r(y.place(origin[1]) - 9)}">no deal</text>`}`
  const dots = points.map(
    ([px, py]) =>
      `<circle class="dot" cx="${r(x.place(px))}" cy="${r(y.place(py))}" r="${dotSize(points.length, frame.small)}"/>`,
  )
  const parts = lines.map(
    ([[x1, y1], [x2, y2]]) =>
      `<line class="part" x1="${r(x.place(x1))}" y1="${r(y.place(y1))}" x2="${r(x.place(x2))}" y2="${r(y.place(y2))}"/>`,
  )
  const drawn = marks
    .toReversed()
    .map(({ proposal, place }) =>
      markStack(proposal, x.place(place[0]), y.place(place[1]), frame.small ? 4.5 : 7),
    )
  const tags = placeTags(
    marks.map(({ proposal, place }) => ({
      text: proposal.letter,
      x: x.place(place[0]),
      y: y.place(place[1]),
    })),
    frame,
  )
  const description = `Efficient packages by utility of ${nameA} (across) and ${nameB} (up): ${settlement.frontier.length} points`
  return `<svg class="plot" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-label="${description}">${grid.join('')}<line class="axis" x1="${frame.left}" x2="${right}" y1="${bottom}" y2="${bottom}"/><line class="axis" x1="${frame.left}" x2="${frame.left}" y1="${frame.top}" y2="${bottom}"/>${noDeal}${parts.join('')}${dots.join('')}${drawn.join('')}${tags}<text class="name" x="${right}" y="${frame.height - 12}" text-anchor="end">${nameA} →</text><text class="name" x="${frame.left - 44}" y="20">↑ ${nameB}</text></svg>`
}

function dotSize(count: number, isSmall: boolean): number {
  if (count > 300) return isSmall ? 1.4 : 2
  return isSmall && count > 60 ? 1.9 : 3
}

/** Rules that agree stand around one another: the first filled, the others as outlines. */
function markStack({ solutions }: Proposal, x: number, y: number, size: number): string {
  return solutions
    .map(({ name }, i) => solutionMark(name, x, y, size + i * size * 0.62, i > 0))
    .toReversed()
    .join('')
}

type Tag = { readonly text: string; readonly x: number; readonly y: number }

/** Letters up and to the right of their mark, moved on where one stands already. */
function placeTags(tags: readonly Tag[], frame: Frame): string {
  const step = frame.small ? 15 : 22
  const taken: Tag[] = []
  const offsets: readonly (readonly [number, number])[] = [
    [1, -0.75],
    [1, 1.2],
    [-1.2, 1.2],
    [-1.2, -0.75],
    [1.9, 0.2],
    [-2, 0.2],
    [0, -1.6],
    [0, 1.9],
  ]
  for (const tag of tags) {
    const candidates = offsets.map(([dx, dy]) => ({
      text: tag.text,
      x: tag.x + dx * step,
      y: tag.y + dy * step,
    }))
    const inside = candidates.filter(
      each =>
        each.x > frame.left &&
        each.x < frame.width - 8 &&
        each.y > frame.top - 8 &&
        each.y < frame.height - frame.bottom,
    )
    const free = inside.find(
      each =>
        taken.every(other => Math.hypot(other.x - each.x, other.y - each.y) > step) &&
        tags.every(other => Math.hypot(other.x - each.x, other.y - each.y) > step * 0.8),
    )
    taken.push(free ?? inside[0] ?? candidates[0] ?? tag)
  }
  return taken
    .map(
      tag =>
        `<text class="tag" x="${r(tag.x)}" y="${r(tag.y)}" text-anchor="middle" dominant-baseline="middle">${tag.text}</text>`,
    )
    .join('')
}

function parallel({ problem, settlement, proposals }: Data): string {
  const count = problem.parties.length
  const frame = { ...large, height: 430, top: 34, bottom: 64 }
  const bottom = frame.height - frame.bottom
  const xOf = (p: number) => 70 + (p * (frame.width - 140)) / Math.max(1, count - 1)
  const heightOf = (utilities: readonly Rational[], p: number) => {
    const low = settlement.reservations[p]
    const high = settlement.ideals?.[p]
    const utility = utilities[p]
    const share =
      low === undefined || high === undefined || utility === undefined
        ? undefined
        : shareOf(utility, low, high)
    return bottom - (share === undefined ? 1 : toNumber(share)) * (bottom - frame.top)
  }
  const path = (utilities: readonly Rational[]) =>
    problem.parties.map((_, p) => `${p === 0 ? 'M' : 'L'}${r(xOf(p))} ${r(heightOf(utilities, p))}`).join('')
  const axes = problem.parties.map(
    (party, p) =>
      `<line class="axis" x1="${r(xOf(p))}" x2="${r(xOf(p))}" y1="${frame.top}" y2="${bottom}"/><text class="name" x="${r(xOf(p))}" y="${bottom + (p % 2 === 1 && count > 4 ? 44 : 24)}" text-anchor="middle">${escapeHtml(shorten(party.name, count > 4 ? 18 : 22))}</text>`,
  )
  const threads = thin(settlement.frontier, threadsMax).map(
    point => `<path class="thread" d="${path(point.utilities)}"/>`,
  )
  const lines = proposals.toReversed().map(proposal => {
    const name = proposal.solutions[0]?.name ?? 'nash'
    const marks = problem.parties.map((_, p) =>
      markStack(proposal, xOf(p), heightOf(proposal.offer.utilities, p), 6),
    )
    const end = heightOf(proposal.offer.utilities, count - 1)
    return `<path class="line" style="stroke:var(--${name})" d="${path(proposal.offer.utilities)}"/>${marks.join('')}<text class="tag" x="${r(xOf(count - 1) + 24)}" y="${r(end)}" dominant-baseline="middle">${proposal.letter}</text>`
  })
  const noDeal = `<line class="nodeal" x1="4" x2="${frame.width - 40}" y1="${bottom}" y2="${bottom}"/><text class="nodeal-text" x="4" y="${bottom - 8}">no deal</text><text x="4" y="${frame.top + 4}">ideal</text>`
  return `<svg class="plot" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-label="Efficient packages as lines across the ${count} parties, from no deal to each one's ideal">${noDeal}${axes.join('')}${threads.join('')}${lines.join('')}</svg>`
}

function thin<T>(items: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(items.length / most)
  return step <= 1 ? items : items.filter((_, i) => i % step === 0 || i === items.length - 1)
}

/** A linear scale with round ticks; a little air at both ends. */
function makeScale(values: readonly number[], from: number, to: number, tickCount: number) {
  const low = Math.min(...values)
  const high = Math.max(...values)
  const span = high > low ? high - low : Math.abs(high) || 1
  const start = low - span * 0.04
  const end = (high > low ? high : low + span) + span * 0.06
  const rough = (end - start) / tickCount
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find(factor => factor * power >= rough) ?? 10) * power
  const first = Math.ceil(start / step)
  const ticks = Array.from(
    { length: Math.max(0, Math.floor(end / step) - first + 1) },
    (_, i) => (first + i) * step,
  )
  return { ticks, place: (value: number) => from + ((value - start) / (end - start)) * (to - from) }
}

function label(value: number): string {
  return String(Number(value.toPrecision(6)))
}

function numberAt(values: readonly Rational[], index: number): number {
  const value = values[index]
  return value === undefined ? 0 : toNumber(value)
}

function shorten(text: string, charsMax: number): string {
  const chars = Array.from(text)
  return chars.length <= charsMax ? text : `${chars.slice(0, charsMax - 1).join('')}…`
}

/** Coordinates to a tenth of a pixel. */
function r(value: number): string {
  return String(Math.round(value * 10) / 10)
}
