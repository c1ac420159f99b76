/** Days of the proleptic Gregorian calendar as `2026-02-06`, and counting with them. Day numbers: days since 1 January 1970. */

import * as v from 'valibot'
import type { Holds } from '../schema.ts'

export type Day = string & { readonly dayOf: 'gregory' }

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
export const dayMs = 86_400_000

/** The last day that is written with four digits of a year. */
const dayNumberMax = 2_932_896
const dayNumberMin = -719_162

/**
 * The day number of a year, a month from 1 and a day from 1. Howard Hinnant, "chrono-compatible low-level date algorithms",
 * `days_from_civil`: years begin in March, so that the leap day is a year's last.
 */
export function civilToNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Year, month and day of a day number: `civil_from_days` of the same. */
export function numberToCivil(number: number): readonly [year: number, month: number, day: number] {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day]
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0)

/** Whether a string is a day that there is. */
export function isDay(text: string): text is Day {
  const [, year = '', month = '', day = ''] = dayPattern.exec(text) ?? []
  return Number(year) >= 1 && Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month))
}

export function dayToNumber(day: Day): number {
  const [, year, month, date] = dayPattern.exec(day) ?? []
  return civilToNumber(Number(year), Number(month), Number(date))
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0')

/** A day number outside the years 1 to 9999 becomes the first or the last day of them. */
export function numberToDay(number: number): Day {
  const [year, month, day] = numberToCivil(Math.min(Math.max(number, dayNumberMin), dayNumberMax))
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as Day
}

const zoneHoursMin = -12
const zoneHoursMax = 14

/** The days that a point in time falls on, wherever on Earth; ms since 1970 UTC. */
export function daysAt(ms: number): readonly Day[] {
  const [first, last] = [zoneHoursMin, zoneHoursMax].map(hours =>
    Math.floor((ms + hours * 3_600_000) / dayMs),
  )
  return first === undefined || last === undefined
    ? []
    : Array.from({ length: last - first + 1 }, (_, index) => numberToDay(first + index))
}

/** 0 is Sunday, 6 is Saturday; 1 January 1970 was a Thursday. */
export const weekdayOf = (number: number): number => (((number + 4) % 7) + 7) % 7

/** The same number of a later month, or that month's last day. */
export function addMonths(number: number, months: number): number {
  const [year, month, day] = numberToCivil(number)
  const index = year * 12 + month - 1 + months
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return civilToNumber(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)))
}

/** The schema of a day. */
export const day = v.pipe(
  v.string(),
  v.check(isDay, 'day'),
  v.metadata<string, Holds>({ holds: 'code', like: ['2026-02-06', '1981-01-19', '2024-02-29'], is: 'day' }),
  v.transform(text => text as Day),
)
