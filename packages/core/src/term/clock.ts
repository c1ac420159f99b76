/** Hours of a day as a clock on the wall shows them, `09:40`: in which zone is said beside them. */

import * as v from 'valibot'
import type { Holds } from '../schema.ts'

export type Clock = string & { readonly clockOf: 'day' }

const clockPattern = /^(?:[01]\d|2[0-3]):[0-5]\d$/

/** The schema of an hour. */
export const clock = v.pipe(
  v.string(),
  v.regex(clockPattern, 'clock'),
  v.metadata<string, Holds>({ holds: 'code', like: ['09:40', '00:00', '23:59'], is: 'clock' }),
  v.transform(text => text as Clock),
)

export const isClock = (text: string): text is Clock => clockPattern.test(text)

/** Minutes since the day began. */
export const clockToMinutes = (time: Clock): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

export const minutesToClock = (minutes: number): Clock =>
  [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':') as Clock
