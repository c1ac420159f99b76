/** The pieces that act schemas are made of, each with its named maximum. Lengths are in UTF-16 code units. */

import * as v from 'valibot'

export const limits = {
  titleCharsMax: 200,
  nameCharsMax: 120,
  noteCharsMax: 4_000,
  bodyCharsMax: 100_000,
  partsMax: 500,
  devicesMax: 32,
  findingsMax: 200,
  keyCharsMax: 4_096,
  /** The latest time an entry may bear: the end of the year 9999. */
  timeMsMax: 253_402_300_799_999,
} as const

/** Well-formed Unicode with something in it besides white space. */
const written = (charsMax: number) =>
  v.pipe(
    v.string(),
    v.maxLength(charsMax, 'too-long'),
    v.check(text => text.isWellFormed(), 'not-unicode'),
    v.check(text => text.trim() !== '', 'empty'),
  )

export const title = written(limits.titleCharsMax)
export const name = written(limits.nameCharsMax)
export const note = written(limits.noteCharsMax)
export const body = written(limits.bodyCharsMax)
export const key = v.pipe(v.string(), v.maxLength(limits.keyCharsMax), v.regex(/^[A-Za-z0-9_-]+$/, 'key'))
/** Milliseconds since 1970 UTC. */
export const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(limits.timeMsMax))
/** A BCP 47 language tag, shape only. */
export const language = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/, 'language'))
export const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(limits.bodyCharsMax))

/** How a party that has no account said or was told something: when, by which way, in whose hearing. */
export const circumstance = v.strictObject({
  at: time,
  way: v.picklist(['orally', 'on-paper', 'by-phone', 'by-fax', 'by-messenger']),
  hearing: v.exactOptional(note),
})
export type Circumstance = v.InferOutput<typeof circumstance>
