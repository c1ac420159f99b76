/** AGEN-18: deadlines for the reader's own calendar, which is often copied elsewhere: a day each, and nothing of what is due unasked. */

import { clockOf, type Day, type Deadline, endOf, type RoomState, standingOf } from '@goodoffices/core'
import type { Writing } from '../../export/writing.ts'
import { ok, type Result } from '../../result.ts'
import { type WholeDay, wholeDaysFile } from '../../views/calendar-file.ts'
import type { CalendarKeeping } from '../meeting/calendar.ts'
import { deadlinesIn, itemsAround } from './waits.ts'

type Entered = {
  /** All that the reader holds of the talks. */
  readonly rooms: readonly RoomState[]
  /** Whether what is due stands in it. */
  readonly withTitles: boolean
}

/** An iCalendar file of the deadlines that run and have a day. One whose clock stands still has none and is left out. */
export async function deadlinesFile(
  keeping: CalendarKeeping,
  { vocabulary }: Pick<Writing, 'vocabulary'>,
  { rooms, withTitles }: Entered,
): Promise<Result<string>> {
  const days = datedIn(rooms).map(({ deadline, day }): WholeDay => {
    const { fields, time } = standingOf(deadline)
    return {
      name: deadline.item,
      day,
      title: fields.title,
      changed: time,
      sequence: deadline.revisions.length + deadline.marks.length,
    }
  })
  return ok(await wholeDaysFile(keeping, vocabulary, { days, withTitles }))
}

const datedIn = (
  rooms: readonly RoomState[],
): readonly { readonly deadline: Deadline; readonly day: Day }[] =>
  rooms.flatMap(room =>
    deadlinesIn(room).flatMap(deadline => {
      if (endOf(deadline) !== undefined) return []
      const clock = clockOf(deadline, itemsAround(rooms, room))
      return clock.kind === 'runs' && clock.day.kind === 'day' ? [{ deadline, day: clock.day.day }] : []
    }),
  )
