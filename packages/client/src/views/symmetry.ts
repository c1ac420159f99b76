/** VIEW-5: equal treatment, as figures of each side beside each other; for the mediators. VIEW-6: of a party its own, to itself. */

import { isMediator, isPresent, type PartyCard, type ProcessId, type RoomState } from '@goodoffices/core'
import type { Writing } from '../export/writing.ts'
import { currentRoomsOf } from '../process/held.ts'
import type { AtWork } from '../session/at-work.ts'
import { isolate, say } from '../words/say.ts'
import type { AreaViews, Counting, Measure, Side } from './area-views.ts'

export type Report = {
  readonly parties: readonly PartyCard[]
  readonly measures: readonly Measure[]
  /** Those of what the mediators did that differ by more than the margin (VIEW-5). */
  readonly uneven: readonly Measure[]
}

/** For whoever sits at the desk: the parties in the order in which their caucuses were made, third parties left out. Undefined for others. */
export function equalTreatment(
  { engine }: AtWork,
  process: ProcessId,
  views: readonly AreaViews[],
): Report | undefined {
  const rooms = currentRoomsOf(engine, process)
  const desk = rooms.find(room => room.kind === 'desk' && sitsIn(room, engine.identity.member))
  if (desk === undefined) return undefined
  const caucuses = rooms.filter(({ kind }) => kind === 'caucus')
  const parties = Object.values(desk.parties).filter(({ kind }) => kind === 'party')
  const sides = parties.map(
    (party): Side => ({ party, caucus: caucuses.find(room => room.party?.party === party.party) }),
  )
  return count({ sides, desk }, views)
}

const sitsIn = ({ members }: RoomState, me: PartyMember): boolean => {
  const seat = members[me]
  return seat !== undefined && isPresent(seat) && isMediator(seat)
}
type PartyMember = AtWork['engine']['identity']['member']

/** VIEW-6: for whoever sits in a caucus for its party: what its own rooms tell, and nothing of anybody else. Undefined for others. */
export function ownFigures(
  { engine }: AtWork,
  process: ProcessId,
  views: readonly AreaViews[],
): Report | undefined {
  const caucus = currentRoomsOf(engine, process).find(room => {
    const seat = room.members[engine.identity.member]
    return room.kind === 'caucus' && seat !== undefined && isPresent(seat) && !isMediator(seat)
  })
  return caucus?.party === undefined ? undefined : count({ sides: [{ party: caucus.party, caucus }] }, views)
}

function count(counting: Counting, views: readonly AreaViews[]): Report {
  const measures = views.flatMap(({ counts }) => counts?.(counting) ?? [])
  return {
    parties: counting.sides.map(({ party }) => party),
    measures: measures.filter(({ values }) => values.some(value => value !== undefined)),
    uneven: measures.filter(isUneven),
  }
}

const hourMs = 3_600_000
/** A difference is named from these on, and from half as much again. */
export const margin = { times: 2, length: 12 * hourMs, ratio: 1.5 } as const

function isUneven({ by, unit, values }: Measure): boolean {
  const known = values.filter(value => value !== undefined)
  if (by !== 'mediators' || known.length < 2) return false
  const [least, most] = [Math.min(...known), Math.max(...known)]
  return most - least >= margin[unit] && most > margin.ratio * least
}

/** A figure as it is read: a count, or a length of time in its largest unit. */
export function sayMeasured(w: Writing, unit: Measure['unit'], value: number | undefined): string {
  if (value === undefined) return '–'
  return unit === 'times' ? w.figure(value) : sayLength(w, value)
}

/** In days from two days on, in hours from one hour on, in minutes below; rounded. */
function sayLength(w: Writing, ms: number): string {
  const { terms } = w.vocabulary
  const [pattern, unit] =
    ms >= 48 * hourMs
      ? [terms['length.days'], 24 * hourMs]
      : ms >= hourMs
        ? [terms['length.hours'], hourMs]
        : [terms['length.minutes'], hourMs / 60]
  return say(pattern, { count: Math.round(ms / unit) }, w.figures)
}

/** A difference as a sentence: all sides in the order of their columns, each in the same words. */
export const sayUneven = (w: Writing, { parties }: Report, { of, unit, values }: Measure): string =>
  say(
    w.vocabulary.terms['symmetry.differs'],
    {
      measure: w.vocabulary.terms[of],
      figures: w.all(
        values.map((value, at) => `${isolate(parties[at]?.name ?? '')} ${sayMeasured(w, unit, value)}`),
      ),
    },
    w.figures,
  )
