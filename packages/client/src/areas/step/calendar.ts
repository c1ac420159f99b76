/** STEP-20: steps for the reader's own calendar, which is often copied elsewhere: a day each, of a disputed one each day that it may be. */

import { daysIn, dutyOf, isStanding, type RoomState, standingOf } from '@goodoffices/core'
import type { Writing } from '../../export/writing.ts'
import { ok, type Result } from '../../result.ts'
import { type WholeDay, wholeDaysFile } from '../../views/calendar-file.ts'
import { itemsAround } from '../agenda/waits.ts'
import type { CalendarKeeping } from '../meeting/calendar.ts'
import { plannedSteps } from './lanes.ts'

/** An iCalendar file of the steps that are due among the sides; what they are called only where it is asked for. */
export const stepsFile = async (
  keeping: CalendarKeeping,
  { vocabulary }: Pick<Writing, 'vocabulary'>,
  { rooms, withTitles }: { readonly rooms: readonly RoomState[]; readonly withTitles: boolean },
): Promise<Result<string>> =>
  ok(await wholeDaysFile(keeping, vocabulary, { days: datedIn(rooms), withTitles }))

const datedIn = (rooms: readonly RoomState[]): readonly WholeDay[] =>
  plannedSteps(rooms)
    .filter(({ room, step }) => isStanding(step, room))
    .flatMap(({ room, step }) => {
      const { fields, time } = standingOf(step)
      return daysIn(dutyOf(step, itemsAround(rooms, room))).map((day, nth) => ({
        name: nth === 0 ? step.item : `${step.item} ${nth}`,
        day,
        title: fields.title,
        changed: time,
        sequence: step.revisions.length + step.marks.length,
      }))
    })
