/** AGEN-8: clocks that stand still while a round is suspended, and what that makes of a deadline. */

import type { ItemId } from '../../ids.ts'
import { termWorldOf } from '../../item/days.ts'
import { type ItemState, type Mark, type RegisterItem, standingOf } from '../../item/item.ts'
import { countingMarks } from '../../item/register.ts'
import { dayNumberAt, isZone } from '../../term/calendar.ts'
import { dayToNumber, numberToDay } from '../../term/day.ts'
import { type Awaited, type Resolved, resolveTerm } from '../../term/resolve.ts'
import type { Term } from '../../term/term.ts'
import { roundVerbs } from './verbs.ts'

type Course = keyof typeof roundVerbs

/** What was said last of a round; undefined of one that was not opened. */
export const turnOf = (round: RegisterItem<unknown>): Course | undefined =>
  countingMarks({ verbs: roundVerbs }, round).at(-1)?.verb as Course | undefined

/** From when until when clocks stood still, in ms since 1970 UTC; without an end where they still do. */
export type Pause = { readonly round: ItemId; readonly from: number; readonly to?: number }

const momentOf = ({ at, time }: Mark): number => at ?? time

/** Of every round of a room, in the order of their beginnings. Whatever else is said of a round than that its clocks stop lets them run. */
export function pausesOf({ items }: ItemState): readonly Pause[] {
  const rounds = Object.values(items).filter(({ register }) => register === 'round')
  return rounds.flatMap(pausesOfRound).toSorted((a, b) => a.from - b.from)
}

function pausesOfRound({ item: round, marks }: RegisterItem): readonly Pause[] {
  const said = marks.filter(({ verb }) => Object.hasOwn(roundVerbs, verb))
  return said.flatMap((mark, at): readonly Pause[] => {
    if (mark.verb !== 'clocks-stopped' || said[at - 1]?.verb === 'clocks-stopped') return []
    const end = said.slice(at).find(({ verb }) => verb !== 'clocks-stopped')
    const from = momentOf(mark)
    return [{ round, from, ...(end === undefined ? {} : { to: Math.max(from, momentOf(end)) }) }]
  })
}

type Counted = { readonly start: number; readonly end: number; readonly zone: string }

/**
 * The day, by its number, on which a stretch of days is over whose clock stands still in pauses: its own length, and as many days as it
 * stood. What it waits for, and how many days are left, where it still stands.
 */
export function stretchOver(
  pauses: readonly Pause[],
  { start, end, zone }: Counted,
): number | { readonly stopped: ItemId; readonly left: number } {
  const dayOf = (ms: number): number => dayNumberAt(ms, isZone(zone) ? zone : 'UTC')
  let [last, stoodTo] = [end, start]
  for (const { round, from, to } of pauses) {
    const began = Math.max(dayOf(from), stoodTo)
    if (began > last) continue
    if (to === undefined) return { stopped: round, left: last - began }
    const ended = Math.max(dayOf(to), began)
    last += ended - began
    stoodTo = ended
  }
  return last
}

/** When a deadline is; how many days it has left, where its clock stands still. */
export type DeadlineClock =
  | { readonly kind: 'runs'; readonly day: Resolved }
  | { readonly kind: 'stopped'; readonly round: ItemId; readonly left: number }

type Timed = RegisterItem<{ readonly due: Term; readonly pausable: boolean }>

/** `items`: of the room, and of the table, whose rounds stop clocks and whose things terms may wait for. */
export function clockOf(deadline: Timed, { items }: ItemState): DeadlineClock {
  const { fields, time } = standingOf(deadline)
  const world = termWorldOf({ items })
  if (!fields.pausable) return { kind: 'runs', day: resolveTerm(fields.due, world) }
  const pauses = pausesOf({ items })
  let stopped: { readonly round: ItemId; readonly left: number } | undefined
  const stretch = (counted: Counted): number | Awaited => {
    const over = stretchOver(pauses, counted)
    if (typeof over === 'number') return over
    stopped = { round: over.stopped, left: over.left }
    return { item: over.stopped, verb: 'round-resumed' }
  }
  const day = resolveTerm(fields.due, { ...world, stretch })
  if (day.kind === 'day' && fields.due.kind === 'on') {
    // A day that was named has run since it was set.
    const zone = 'UTC'
    const over = stretch({ start: dayNumberAt(time, zone), end: dayToNumber(day.day), zone })
    if (typeof over === 'number') return { kind: 'runs', day: { kind: 'day', day: numberToDay(over) } }
  }
  return stopped === undefined ? { kind: 'runs', day } : { kind: 'stopped', ...stopped }
}
