/** The pieces that act schemas are made of, each with its named maximum. Lengths are in UTF-16 code units. */

import * as v from 'valibot'

export const limits = {
  titleCharsMax: 200,
  nameCharsMax: 120,
  noteCharsMax: 4_000,
  bodyCharsMax: 100_000,
  partsMax: 500,
  devicesMax: 32,
  /** People who have ever been in one room. */
  membersMax: 2_000,
  /** Devices in a room at once: each takes a wrap in every keys envelope. */
  roomDevicesMax: 512,
  copiesMax: 1_000,
  /** Conveyances prepared and neither delivered nor cancelled. */
  pendingMax: 1_000,
  findingsMax: 200,
  findingCharsMax: 200,
  keyCharsMax: 4_096,
  evidenceCharsMax: 40_000,
  /** No log is longer. */
  positionMax: 1_000_000_000,
  /** Where others are in the room: time to object to a rule before anything can be destroyed by it. */
  retentionDaysMin: 7,
  retentionDaysMax: 36_500,
  /** Holds that stand at once. */
  holdsMax: 1_000,
  /** The latest time an entry may bear: the end of the year 9999. */
  timeMsMax: 253_402_300_799_999,
} as const

/** Everything that would not survive on paper: control characters but for tab and line ends. */
const unprintable = /(?![\t\n\r])\p{Cc}/u
/** On one line: no line ends, and nothing that turns the direction of what stands beside it. */
const breaksLine = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u

/** Well-formed Unicode, printable, with something in it besides white space. */
const written = (charsMax: number) =>
  v.pipe(
    v.string(),
    v.maxLength(charsMax, 'too-long'),
    v.check(text => text.isWellFormed(), 'not-unicode'),
    v.check(text => text.trim() !== '', 'empty'),
    v.check(text => !unprintable.test(text), 'unprintable'),
  )
const onOneLine = (charsMax: number) =>
  v.pipe(
    written(charsMax),
    v.check(text => !breaksLine.test(text), 'not-one-line'),
  )

export const title = onOneLine(limits.titleCharsMax)
export const name = onOneLine(limits.nameCharsMax)
/** The beginning of what a leak check found, as it stands in the wording. */
export const excerpt = written(limits.findingCharsMax)
export const note = written(limits.noteCharsMax)
export const body = written(limits.bodyCharsMax)
export const key = v.pipe(v.string(), v.maxLength(limits.keyCharsMax), v.regex(/^[A-Za-z0-9_-]+$/, 'key'))

/** An integer from 0 to `max`; not -0, which JSON does not keep apart. */
export const isWhole = (value: number, max: number): boolean =>
  Number.isSafeInteger(value) && value >= 0 && value <= max && !Object.is(value, -0)
export const wholeUpTo = (max: number) =>
  v.pipe(
    v.number(),
    v.check(value => isWhole(value, max), 'out-of-range'),
  )
/** Milliseconds since 1970 UTC. */
export const time = wholeUpTo(limits.timeMsMax)
/** A BCP 47 language tag, shape only. */
export const language = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/, 'language'))
export const offset = wholeUpTo(limits.bodyCharsMax)

/** How a party that has no account said or was told something: when, by which way, in whose hearing. */
export const circumstance = v.strictObject({
  at: time,
  way: v.picklist(['orally', 'on-paper', 'by-phone', 'by-fax', 'by-messenger']),
  hearing: v.exactOptional(note),
})
export type Circumstance = v.InferOutput<typeof circumstance>
