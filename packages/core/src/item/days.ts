/** What a room knows of days: when things were said to have happened, and when its items are. */

import { dayNumberAt, isZone } from '../term/calendar.ts'
import { type Day, numberToDay } from '../term/day.ts'
import type { Awaited, TermWorld } from '../term/resolve.ts'
import { type ItemState, type Mark, standingOf } from './item.ts'
import { termsIn } from './loops.ts'
import { countingMarks } from './register.ts'
import { findRegister } from './registry.ts'

/**
 * What terms of one room are resolved by. ITEM-5: of each voice the last word counts, on the day that it names, else on the day on
 * which it was said. A zone that this engine does not know is taken for UTC. Calendars of working days are in no register yet.
 */
export const termWorldOf = ({ items }: ItemState): TermWorld => ({
  daysOf: ({ item, verb }: Awaited, zone) => {
    const known = items[item]
    const register = known === undefined ? undefined : findRegister(known.register)
    if (known === undefined || register === undefined) return []
    const days = countingMarks(register, known)
      .filter(mark => mark.verb === verb)
      .map(mark => dayOf(mark, zone))
    return [...new Set(days)].sort()
  },
  termOf: item => {
    const known = items[item]
    const register = known === undefined ? undefined : findRegister(known.register)
    return known === undefined || register === undefined
      ? undefined
      : termsIn(register, standingOf(known).fields)[0]
  },
  calendarOf: () => undefined,
})

const dayOf = ({ at, time }: Pick<Mark, 'at' | 'time'>, zone: string): Day =>
  numberToDay(dayNumberAt(at ?? time, isZone(zone) ? zone : 'UTC'))
