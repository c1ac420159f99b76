/** What a room knows of days: when things were said to have happened, and when its items are. */

import { type Calendar, dayNumberAt, isZone, readCalendar } from '../term/calendar.ts'
import { type Day, numberToDay } from '../term/day.ts'
import type { Awaited, TermWorld } from '../term/resolve.ts'
import { type ItemState, type Mark, standingOf } from './item.ts'
import { termsIn } from './loops.ts'
import { countingMarks } from './register.ts'
import { findRegister } from './registry.ts'

/**
 * What terms of one room are resolved by. ITEM-5: of each voice the last word counts, on the day that it names, else on the day on
 * which it was said. A zone that this engine does not know is taken for UTC. Calendars are things of the registers that say so.
 */
export const termWorldOf = ({ items }: ItemState): TermWorld => ({
  daysOf: ({ item, verb }: Awaited, zone, begins) => {
    const known = items[item]
    const register = known === undefined ? undefined : findRegister(known.register)
    if (known === undefined || register === undefined) return []
    const counting = countingMarks(register, known)
    const said = counting.filter(mark => mark.verb === verb)
    // Who did not say it begins no clock by dating it.
    const redated =
      said.length === 0 ? [] : counting.filter(mark => register.verbs[mark.verb]?.redates === verb)
    return [...new Set([...said, ...redated].map(mark => dayOf(mark, zone, begins)))].sort()
  },
  termOf: item => {
    const known = items[item]
    const register = known === undefined ? undefined : findRegister(known.register)
    return known === undefined || register === undefined
      ? undefined
      : termsIn(register, standingOf(known).fields)[0]
  },
  calendarOf: item => {
    const known = items[item]
    const counted = known === undefined ? undefined : findRegister(known.register)?.counts?.(known)
    return counted === undefined ? undefined : readCalendar(counted)
  },
})

const dayOf = (
  { at, time }: Pick<Mark, 'at' | 'time'>,
  zone: string,
  begins: Pick<Calendar, 'beginsAt'>,
): Day => numberToDay(dayNumberAt(at ?? time, isZone(zone) ? zone : 'UTC', begins))
