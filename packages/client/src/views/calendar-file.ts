/** Days for the reader's own calendar, which is often copied elsewhere: a day each, and nothing of what it is unasked (AGEN-18, VIEW-4). */

import type { Day } from '@goodoffices/core'
import { titleOf } from '../areas/item/names.ts'
import { type CalendarKeeping, calendarIdFor } from '../areas/meeting/calendar.ts'
import type { Writing } from '../export/writing.ts'
import type { Vocabulary } from '../words/vocabulary.ts'
import { type DatedOnce, daysOf } from './dated.ts'

/** One whole day of something: `name` is its own on this device, the same each time. */
export type WholeDay = {
  readonly name: string
  readonly day: Day
  readonly title: string
  /** When it was last changed, in ms since 1970 UTC; and how often it was. */
  readonly changed: number
  readonly sequence: number
}

type Entered = {
  readonly days: readonly WholeDay[]
  /** Whether what they are stands in it. */
  readonly withTitles: boolean
}

/** An iCalendar file (RFC 5545). The library is loaded with the first file. */
export async function wholeDaysFile(
  keeping: CalendarKeeping,
  { terms }: Pick<Vocabulary, 'terms'>,
  { days, withTitles }: Entered,
): Promise<string> {
  const { default: ical, ICalCalendarMethod, ICalEventClass } = await import('ical-generator')
  const calendar = ical({
    prodId: { company: 'Good Offices', product: 'calendar' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { name, day, title, changed, sequence } of days)
    calendar.createEvent({
      id: await calendarIdFor(keeping, name),
      class: ICalEventClass.CONFIDENTIAL,
      stamp: new Date(changed),
      sequence,
      allDay: true,
      summary: withTitles ? title : terms['calendar-title'],
      start: `${day}T00:00:00`,
    })
  return calendar.toString()
}

/** Of everything that has a day, each of its days; what waits for one is left out. */
export const wholeDaysOf = (
  w: Pick<Writing, 'vocabulary'>,
  dated: readonly DatedOnce[],
  zone: string,
): readonly WholeDay[] =>
  dated.flatMap(each => {
    const { thing, called, room, about, field, filedAs } = each
    const title =
      thing === undefined
        ? called === undefined
          ? ''
          : w.vocabulary.terms[called.term]
        : (titleOf(thing) ?? w.vocabulary.fields[field] ?? '')
    return daysOf(each, zone).map((day, at) => ({
      name: at === 0 && filedAs !== undefined ? filedAs : `${about} ${field} ${at}`,
      day,
      title,
      changed: thing?.revisions.at(-1)?.time ?? room.lastPlaced,
      sequence: thing === undefined ? 0 : thing.revisions.length + thing.marks.length,
    }))
  })
