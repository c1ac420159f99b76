/** AGEN-18: deadlines for the reader's own calendar, which is often copied elsewhere: a day each, and nothing of what is due unasked. */

import { clockOf, type Deadline, endOf, type RoomState, standingOf } from '@goodoffices/core'
import type { Writing } from '../../export/writing.ts'
import { ok, type Result } from '../../result.ts'
import { type CalendarKeeping, calendarIdFor } from '../meeting/calendar.ts'
import { deadlinesIn, itemsAround } from './waits.ts'

type Entered = {
  /** All that the reader holds of the talks. */
  readonly rooms: readonly RoomState[]
  /** Whether what is due stands in it. */
  readonly withTitles: boolean
}

/**
 * An iCalendar file (RFC 5545) of the deadlines that run and have a day, each as a whole day. One whose clock stands still has none and is
 * left out. The library is loaded with the first file.
 */
export async function deadlinesFile(
  keeping: CalendarKeeping,
  { vocabulary: { terms } }: Pick<Writing, 'vocabulary'>,
  { rooms, withTitles }: Entered,
): Promise<Result<string>> {
  const { default: ical, ICalCalendarMethod, ICalEventClass } = await import('ical-generator')
  const calendar = ical({
    prodId: { company: 'Good Offices', product: 'calendar' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { deadline, day } of datedIn(rooms)) {
    const { fields, time } = standingOf(deadline)
    calendar.createEvent({
      id: await calendarIdFor(keeping, deadline.item),
      class: ICalEventClass.CONFIDENTIAL,
      stamp: new Date(time),
      sequence: deadline.revisions.length + deadline.marks.length,
      allDay: true,
      summary: withTitles ? fields.title : terms['calendar-title'],
      start: `${day}T00:00:00`,
    })
  }
  return ok(calendar.toString())
}

const datedIn = (
  rooms: readonly RoomState[],
): readonly { readonly deadline: Deadline; readonly day: string }[] =>
  rooms.flatMap(room =>
    deadlinesIn(room).flatMap(deadline => {
      if (endOf(deadline) !== undefined) return []
      const clock = clockOf(deadline, itemsAround(rooms, room))
      return clock.kind === 'runs' && clock.day.kind === 'day' ? [{ deadline, day: clock.day.day }] : []
    }),
  )
