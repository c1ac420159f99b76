/** Months of three calendars, by what the engine knows of them; days themselves are days, whatever they are called. */

import { type Day, dayMs, dayToNumber, numberToDay, weekdayOf } from '@goodoffices/core'

/** As BCP 47 names them: the common one, the solar one of Iran and Afghanistan, and the lunar one as Umm al-Qura computes it. */
export const monthCalendars = ['gregory', 'persian', 'islamic-umalqura'] as const
export type MonthCalendar = (typeof monthCalendars)[number]

const readers = new Map<MonthCalendar, Intl.DateTimeFormat>()

/** Year and month of a day, as one text; and the number of the day in it. */
function partsOf(calendar: MonthCalendar, number: number): { readonly month: string; readonly of: number } {
  const reader =
    readers.get(calendar) ??
    new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    })
  readers.set(calendar, reader)
  const parts = reader.formatToParts(number * dayMs)
  const part = (type: string): string => parts.find(each => each.type === type)?.value ?? ''
  return { month: `${part('year') || part('relatedYear')} ${part('month')}`, of: Number(part('day')) }
}

/** No month of any of them is longer. */
const monthDaysMax = 31

/** The days of the month that a day is in, in order. */
export function monthOf(day: Day, calendar: MonthCalendar): readonly Day[] {
  const number = dayToNumber(day)
  const { month, of } = partsOf(calendar, number)
  const first = number - of + 1
  const days: Day[] = []
  for (let at = first; at < first + monthDaysMax && partsOf(calendar, at).month === month; at += 1)
    days.push(numberToDay(at))
  return days
}

/** A day of the month before or after. */
export function besideMonth(day: Day, calendar: MonthCalendar, by: -1 | 1): Day {
  const days = monthOf(day, calendar)
  const [edge = day] = by === 1 ? days.slice(-1) : days
  return numberToDay(dayToNumber(edge) + by)
}

/** On which weekday weeks begin, where readers of a language live; 0 is Sunday. */
export const weekBegins = (language: string): number => (language === 'ar' || language === 'fa' ? 6 : 1)

/** How many weekdays stand before a day in its week. */
export const placeInWeek = (day: Day, begins: number): number =>
  (weekdayOf(dayToNumber(day)) - begins + 7) % 7

const at = (of: Day): number => dayToNumber(of) * dayMs

/** The name of the month and its year, and the number of a day in it, as a locale writes them. */
export function namesIn(locale: string, calendar: MonthCalendar) {
  const tag = new Intl.Locale(locale, { calendar })
  const month = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const day = new Intl.DateTimeFormat(tag, { day: 'numeric', timeZone: 'UTC' })
  const weekday = (style: 'short' | 'narrow') =>
    new Intl.DateTimeFormat(tag, { weekday: style, timeZone: 'UTC' })
  const [short, narrow] = [weekday('short'), weekday('narrow')]
  const whole = new Intl.DateTimeFormat(tag, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const numberOf = (of: Day): string =>
    day.formatToParts(at(of)).find(({ type }) => type === 'day')?.value ?? ''
  return {
    month: (of: Day): string => month.format(at(of)),
    /** Alone: some locales write a word beside it. */
    number: numberOf,
    weekday: (of: Day): string => short.format(at(of)),
    /** One letter, where there is no room for more. */
    initial: (of: Day): string => narrow.format(at(of)),
    whole: (of: Day): string => whole.format(at(of)),
  }
}
