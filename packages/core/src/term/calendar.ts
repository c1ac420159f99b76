/** Calendars of working days: which days of the week rest, which days besides, and when a day begins. */

import { type Day, dayMs, dayToNumber, weekdayOf } from './day.ts'

export type Calendar = {
  /** Days of the week that rest: 0 is Sunday. */
  readonly rest: readonly number[]
  readonly holidays: readonly Day[]
  /** Minutes after midnight at which a day begins: on the evening before where it begins at sunset, from 720 on; else 0. */
  readonly beginsAt?: number
}

/** Whether a day, by its number, is one on which every one of these works. */
export const isWorkingDay = (number: number, calendars: readonly ReadCalendar[]): boolean =>
  calendars.every(({ rest, holidays }) => !rest.has(weekdayOf(number)) && !holidays.has(number))

/** A calendar as it is counted with. */
export type ReadCalendar = Pick<Calendar, 'beginsAt'> & {
  readonly rest: ReadonlySet<number>
  readonly holidays: ReadonlySet<number>
}

export const readCalendar = ({ rest, holidays, beginsAt }: Calendar): ReadCalendar => ({
  rest: new Set(rest),
  holidays: new Set(holidays.map(dayToNumber)),
  ...(beginsAt === undefined ? {} : { beginsAt }),
})

const minuteMs = 60_000
const noonMinutes = 720

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(zone, made)
  return made
}

/** Whether this engine knows a time zone of that name. */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone)
    return true
  } catch {
    return false
  }
}

/** Milliseconds that the clocks of a zone, read as if they were UTC, are ahead of UTC at a moment. */
function offsetMs(zone: string, ms: number): number {
  const read = Object.fromEntries(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1_000) * 1_000
}

/** The number of the day on which a moment falls in a zone, where days begin as the calendar says. */
export function dayNumberAt(
  ms: number,
  zone: string,
  { beginsAt = 0 }: Pick<Calendar, 'beginsAt'> = {},
): number {
  const clock = ms + offsetMs(zone, ms)
  // A day that begins on the evening before bears the date of its morning.
  const shift = beginsAt >= noonMinutes ? (2 * noonMinutes - beginsAt) * minuteMs : -beginsAt * minuteMs
  return Math.floor((clock + shift) / dayMs)
}

/**
 * The moment at which a day, by its number, is over in a zone: the first after which none is of it. Where clocks skip the end of a
 * day, that is when they do; where they go back over it, the second time that it comes. In ms since 1970 UTC.
 */
export function endOfDay(
  number: number,
  zone: string,
  { beginsAt = 0 }: Pick<Calendar, 'beginsAt'> = {},
): number {
  const shift = beginsAt >= noonMinutes ? (beginsAt - 2 * noonMinutes) * minuteMs : beginsAt * minuteMs
  const clock = (number + 1) * dayMs + shift
  const [early, late] = [clock - awayMsMax, clock + awayMsMax]
  const [before, after] = [offsetMs(zone, early), offsetMs(zone, late)]
  if (before === after) return clock - after
  const change = changeOf(zone, early, late)
  return clock - after > change ? clock - after : Math.min(clock - before, change)
}

/** No clock is further from UTC, a day besides. */
const awayMsMax = dayMs + 15 * 60 * minuteMs

/** The first moment between two at which a zone's clocks are as far ahead as at the later one: they change once between them. */
function changeOf(zone: string, early: number, late: number): number {
  const after = offsetMs(zone, late)
  let [low, high] = [early, late]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetMs(zone, middle) === after) high = middle
    else low = middle
  }
  return high
}
