import * as v from 'valibot'
import { type RegisterItem, standingOf } from '../../../item/item.ts'
import { register } from '../../../item/register.ts'
import type { Body } from '../../../room/fields.ts'
import { title } from '../../../schema.ts'
import type { Calendar as Counted } from '../../../term/calendar.ts'
import { clock, clockToMinutes } from '../../../term/clock.ts'
import { day } from '../../../term/day.ts'

/** In the order of their numbers: 0 is Sunday. */
export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const

/** A week that rests throughout would let no term of working days end. */
const restDaysMax = 6
const holidaysMax = 800

const fields = {
  title,
  weeklyRest: v.pipe(v.array(v.picklist(weekdays)), v.maxLength(restDaysMax), v.readonly()),
  holidays: v.exactOptional(v.pipe(v.array(day), v.minLength(1), v.maxLength(holidaysMax), v.readonly())),
  /** The hour agreed for it, on the evening before from noon on: where a day begins at sunset, people say when that is. */
  dayBegins: v.exactOptional(clock),
} as const

/** STEP-16: which days are worked on, with one week or another, and when a day begins. */
export const calendar = register({
  name: 'calendar',
  fields,
  rooms: { table: ['mediators'], desk: ['mediators'] },
  material: ['weeklyRest', 'holidays', 'dayBegins'],
  hasOneId: true,
  title: 'title',
  verbs: {},
  unfit: ({ weeklyRest }) => (new Set(weeklyRest).size < weeklyRest.length ? 'weeklyRest' : undefined),
  counts: item => {
    const { weeklyRest, holidays = [], dayBegins } = standingOf(item).fields
    return {
      rest: weeklyRest.map(weekday => weekdays.indexOf(weekday)),
      holidays,
      ...(dayBegins === undefined ? {} : { beginsAt: clockToMinutes(dayBegins) }),
    } satisfies Counted
  },
  standing: () => ({ standing: 'calendar-counts' }),
})
export type WorkCalendar = RegisterItem<Body<typeof fields>>
