/**
 * The pieces that act schemas are made of, each with its named maximum. Lengths are in UTF-16 code units.
 *
 * Every string says what it holds: free `text`, an `id`, or a `code` that no reader takes for words. What must know all texts of an
 * act (the leak check, search, samples) reads them from its schema, so that no field can be forgotten.
 */

import * as v from 'valibot'

/**
 * The forms of free text: a heading, somebody's name, a remark beside the matter, the matter itself, a piece of another text,
 * a number as it was written. */
export type TextForm = 'title' | 'name' | 'note' | 'body' | 'excerpt' | 'figure'

/** What a string of a schema holds; `like` are examples of a code. */
export type Holds =
  | { readonly holds: 'text'; readonly form: TextForm }
  | { readonly holds: 'id'; readonly of: string }
  | { readonly holds: 'code'; readonly like: readonly string[]; readonly is?: 'day' | 'clock' }

/** Says of a schema that it holds a code, with examples that it takes. */
export const code = (...like: readonly string[]) => v.metadata<string, Holds>({ holds: 'code', like })
/** Says of a schema that it holds free text. */
export const text = (form: TextForm) => v.metadata<string, Holds>({ holds: 'text', form })

export const limits = {
  titleCharsMax: 200,
  nameCharsMax: 120,
  noteCharsMax: 4_000,
  bodyCharsMax: 100_000,
  partsMax: 500,
  /** Sources of one version of a fact. */
  sourcesMax: 20,
  devicesMax: 32,
  /** People who have ever been in one room. */
  membersMax: 2_000,
  /** Devices in a room at once: each takes a wrap in every keys envelope. */
  roomDevicesMax: 512,
  /** Mediators of an institution who come at once. */
  comingMax: 20,
  copiesMax: 1_000,
  /** Conveyances prepared and neither delivered nor cancelled. */
  pendingMax: 1_000,
  /** What else a publication comes from. */
  originsMax: 20,
  findingsMax: 200,
  /** Parties that are asked the same question. */
  askedMax: 20,
  /** Languages in which one question is put. */
  languagesMax: 12,
  /** Words that a template calls otherwise, each language by itself. */
  renamedMax: 200,
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

export const title = v.pipe(onOneLine(limits.titleCharsMax), text('title'))
export const name = v.pipe(onOneLine(limits.nameCharsMax), text('name'))

/** Whether what came from elsewhere could be a title, or a name, in a room. */
export const isTitle = (value: unknown): value is string => v.is(title, value)
export const isName = (value: unknown): value is string => v.is(name, value)

/** The beginning of what a leak check found, as it stands in the wording. */
export const excerpt = v.pipe(written(limits.findingCharsMax), text('excerpt'))
export const note = v.pipe(written(limits.noteCharsMax), text('note'))
export const body = v.pipe(written(limits.bodyCharsMax), text('body'))
/** Bytes in base64url, a card's keys among them. */
export const key = v.pipe(
  v.string(),
  v.maxLength(limits.keyCharsMax),
  v.regex(/^[A-Za-z0-9_-]+$/, 'key'),
  code('bMx0-k_2', 'AAAA'),
)

/** A SHA-256 of a file's bytes, in hexadecimal as programs print it: a file is named, and none of its bytes are here. */
export const sha256 = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/, 'sha256'),
  code('0123456789abcdef'.repeat(4)),
)

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
export const language = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/, 'language'),
  code('en', 'fa', 'zh-Hant-TW'),
)
/** Where a text stands in an act: names and numbers, parted by dots. */
export const path = v.pipe(
  v.string(),
  v.maxLength(120),
  v.regex(/^[a-zA-Z0-9]+(?:\.[a-zA-Z0-9]+)*$/, 'path'),
  code('note', 'thing.fields.figure.value', 'thing.fields.sources.0'),
)
export const offset = wholeUpTo(limits.bodyCharsMax)

/** The same words in another language, put by the mediators and no word of whoever said them. */
export const translation = v.strictObject({ language, body })
export type Translation = v.InferOutput<typeof translation>

/** How a party that has no account said or was told something: when, by which way, in whose hearing. */
export const circumstance = v.strictObject({
  at: time,
  way: v.picklist(['orally', 'on-paper', 'by-phone', 'by-fax', 'by-messenger']),
  hearing: v.exactOptional(note),
})
export type Circumstance = v.InferOutput<typeof circumstance>
