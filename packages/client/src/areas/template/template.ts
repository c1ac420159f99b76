/**
 * TMPL-1: a template as a file: what talks of one field begin with. Data alone: it is read whole and checked before any of it is shown, and
 * everything that it brings is an ordinary thing, rule or demand, put by the mediator who has read it.
 */

import {
  type Act,
  clauseKinds,
  demandFields,
  fieldsSchemaOf,
  findRegister,
  type ItemFields,
  limits,
  type Register,
  type RoomKind,
} from '@goodoffices/core'
import * as v from 'valibot'
import { fail, ok, type Result } from '../../result.ts'
import { type Language, languages } from '../../words/locale.ts'
import type { Vocabulary } from '../../words/vocabulary.ts'

/** What is said in each of the house's languages. */
const spokenUpTo = (charsMax: number) => {
  const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(charsMax))
  return v.strictObject({ en: words, ar: words, fa: words, fr: words, es: words })
}
const heading = spokenUpTo(limits.titleCharsMax)
const remark = spokenUpTo(limits.noteCharsMax)
export type Spoken = Readonly<Record<Language, string>>

const slug = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,19}$/))
const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
const list = <T extends v.GenericSchema>(of: T, max: number) => v.pipe(v.array(of), v.maxLength(max))

const put = v.strictObject({
  key: slug,
  /** `caucuses`: in that of each party. */
  room: v.picklist(['table', 'desk', 'caucuses']),
  register: v.pipe(v.string(), v.maxLength(40)),
  fields: v.record(v.string(), v.unknown()),
})
export type TemplatePut = v.InferOutput<typeof put>

/** Those that ship with the product, as files under `samples/templates/`. */
export const templateNames = [
  'labour',
  'village',
  'interstate',
  'ceasefire',
  'commercial',
  'family',
  'ombuds',
  'one-text',
] as const
export type TemplateName = (typeof templateNames)[number]

export const templateFormat = 'good-offices-template/1'
export const templateLimits = {
  putsMax: 100,
  partiesMax: 8,
  wordsMax: 40,
  clausesMax: 300,
  bytesMax: 200_000,
} as const

const skeleton = v.strictObject({
  title: heading,
  statusLine: v.optional(remark),
  nature: v.picklist(['mediators-text', 'compilation', 'non-paper']),
  clauses: v.pipe(
    list(
      v.strictObject({
        clauseKind: v.picklist(clauseKinds),
        heading: v.optional(heading),
        body: v.optional(remark),
      }),
      templateLimits.clausesMax,
    ),
    v.minLength(1),
  ),
})
export type Skeleton = v.InferOutput<typeof skeleton>

const template = v.strictObject({
  format: v.literal(templateFormat),
  name: slug,
  edition: whole(1, 9_999),
  title: heading,
  about: remark,
  /** What it is made after, and who should read it before it is used. */
  basis: remark,
  /** How talks begin by it, where nothing else is chosen. */
  terms: v.optional(
    v.strictObject({
      role: v.picklist(['carry', 'host', 'propose']),
      disclosure: v.picklist(['open', 'closed']),
    }),
  ),
  /** How the parties are called before they have names. */
  parties: v.optional(
    list(v.strictObject({ name: heading, account: v.optional(v.boolean()) }), templateLimits.partiesMax),
  ),
  /** TMPL-6: of each party it is asked first whether its people are safe to take part. */
  asksSafety: v.optional(v.boolean()),
  verbsShown: v.optional(whole(1, 4)),
  renamed: v.optional(
    list(
      v.strictObject({
        word: v.pipe(v.string(), v.regex(/^(?:kind|role|register)\.[a-z]+(?:-[a-z]+)*$/)),
        as: heading,
      }),
      templateLimits.wordsMax,
    ),
  ),
  eyes: v.optional(v.strictObject(demandFields)),
  /** TMPL-7: how long records are kept and by what; `archiveFirst`: not before they have gone to an archive. */
  retention: v.optional(
    v.strictObject({
      days: v.nullable(whole(0, limits.retentionDaysMax)),
      basis: remark,
      archiveFirst: v.optional(v.boolean()),
    }),
  ),
  /** TMPL-8: the one text that the mediators begin with: how it is parted, and what such texts leave open. */
  text: v.optional(skeleton),
  puts: list(put, templateLimits.putsMax),
})
export type Template = v.InferOutput<typeof template>

export const mistakes = [
  'not-json',
  'shape',
  'register-unknown',
  'room-unfit',
  'fields-unfit',
  'thing-unknown',
  'key-twice',
] as const
export type Mistake = { readonly at: string; readonly why: (typeof mistakes)[number] }

/** Fails with `template-unfit`, with where the first mistake stands and what it is. */
export function readTemplate(text: string): Result<Template> {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return unfit({ at: '1', why: 'not-json' })
  }
  const read = v.safeParse(template, given)
  if (!read.success) {
    const [issue] = read.issues
    return unfit({ at: v.getDotPath(issue) ?? '.', why: 'shape' })
  }
  const mistake = mistakeIn(read.output)
  return mistake === undefined ? ok(read.output) : unfit(mistake)
}

const unfit = ({ at, why }: Mistake) => fail('template-unfit', { place: at, reason: why })

/** What its shape does not show: whether each thing that it puts would be taken, in every language. */
function mistakeIn({ puts }: Template): Mistake | undefined {
  const keys = puts.map(({ key }) => key)
  for (const [at, { key, room, register: name, fields }] of puts.entries()) {
    const here = `puts.${at}`
    if (keys.indexOf(key) !== at) return { at: `${here}.key`, why: 'key-twice' }
    const register = findRegister(name)
    if (register === undefined) return { at: `${here}.register`, why: 'register-unknown' }
    if (!isPutBy(register, roomKindOf(room))) return { at: `${here}.room`, why: 'room-unfit' }
    const missing = namesIn(fields).find(named => !keys.slice(0, at).includes(named))
    if (missing !== undefined) return { at: `${here}.fields: $${missing}`, why: 'thing-unknown' }
    for (const language of languages) {
      const filled = fill(fields, { language, start: '2026-01-01', idOf: known => `id-of-${known}` })
      const read = v.safeParse(fieldsSchemaOf(register), filled)
      if (!read.success) {
        const [issue] = read.issues
        return { at: [`${here}.fields`, v.getDotPath(issue)].filter(Boolean).join('.'), why: 'fields-unfit' }
      }
    }
  }
  return undefined
}

export const roomKindOf = (room: TemplatePut['room']): RoomKind => (room === 'caucuses' ? 'caucus' : room)

const isPutBy = ({ rooms }: Register, kind: RoomKind): boolean =>
  rooms[kind]?.includes('mediators') === true || rooms[kind]?.includes('anyone') === true

/** Things of the template that fields name, as `$key`; `$start` is the day from which it counts. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('$') && value !== '$start' ? [value.slice(1)] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(namesIn)
}

type Filling = {
  readonly language: Language
  readonly start: string
  readonly idOf: (key: string) => string
}

/** The fields as they are put: each text in one language, each name as the id that it has, each count from the day of the beginning. */
export function fill(value: unknown, filling: Filling): unknown {
  if (typeof value === 'string') {
    if (value === '$start') return filling.start
    return value.startsWith('$') ? filling.idOf(value.slice(1)) : value
  }
  if (Array.isArray(value)) return value.map(each => fill(each, filling))
  if (typeof value !== 'object' || value === null) return value
  if (isSpoken(value)) return value[filling.language]
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(each, filling)]))
}

const isSpoken = (value: object): value is Spoken =>
  Object.keys(value).length === languages.length &&
  languages.every(language => Object.hasOwn(value, language))

/** The act that puts a thing of it. */
export const putOf = (
  { register, fields }: TemplatePut,
  item: Extract<Act, { kind: 'item.put' }>['item'],
  filling: Filling,
): Extract<Act, { kind: 'item.put' }> => ({
  kind: 'item.put',
  item,
  register,
  rev: 1,
  fields: fill(fields, filling) as ItemFields,
})

/** What is wrong with a file, in words: where it stands, and what it is. Whatever else was refused stays as it was. */
export const wordMistake = <V extends { readonly code: string }>(
  { terms }: Pick<Vocabulary, 'terms'>,
  violation: V,
): V =>
  'reason' in violation && mistakes.some(each => each === violation.reason)
    ? { ...violation, reason: terms[`template-mistake.${violation.reason as (typeof mistakes)[number]}`] }
    : violation
