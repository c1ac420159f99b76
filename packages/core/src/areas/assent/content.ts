/** What is asked of several at once: the same words, the same effect and the same times for each of them. */

import * as v from 'valibot'
import { id } from '../../ids.ts'
import { itemContent, rev } from '../../item/content.ts'
import { fieldsTexts, stringsOf } from '../../item/words.ts'
import type { Worded } from '../../room/fields.ts'
import { body, code, key, language, limits, name, note, time, wholeUpTo } from '../../schema.ts'
import { term } from '../../term/term.ts'
import { stages } from '../agenda/stage.ts'

export const questionKinds = [
  'proposal',
  'meeting',
  'clearance',
  'exchange',
  'stage',
  'join',
  'begin',
  'move',
  'free',
] as const

/** The question in one language, and what follows where all say yes. */
const wording = v.strictObject({ language, body, follow: v.exactOptional(note) })

/** Whom it is put to, named as each of them reads it; in the order of their ids, so that one digest fits all. */
export const parties = v.pipe(
  v.array(v.strictObject({ party: id('party'), name })),
  v.minLength(2),
  v.maxLength(limits.askedMax),
  v.readonly(),
)

/** A hash of all of it and of the talks, made and compared by each device; 32 bytes in base64url. */
export const digest = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{43}$/, 'digest'),
  code('bMx0-k_2'.repeat(5) + 'bMx'),
)

/** MEET-7: of what each of them gives by its yes, the digest: so that all know that what they get is what was asked about, and nobody what it is. */
export const gives = v.pipe(
  v.array(v.strictObject({ party: id('party'), digest })),
  v.minLength(2),
  v.maxLength(limits.askedMax),
  v.readonly(),
)

/** When it closes; until when an outcome is told, or nobody is bound; whether all are told as soon as all have said yes. */
export const times = v.strictObject({ closes: time, tellBy: time, early: v.boolean() })

export const content = v.strictObject({
  kind: v.picklist(questionKinds),
  texts: v.pipe(v.array(wording), v.minLength(1), v.maxLength(limits.languagesMax), v.readonly()),
  parties,
  effect: v.picklist(['commits', 'indicates']),
  /** Who answers what commits; whoever leads a party where nothing is said. */
  answeredBy: v.exactOptional(v.picklist(['leads', 'binds'])),
  times,
  /** The issue that it is about; of a question of kind *stage* the one that goes up, and to which stage. */
  issue: v.exactOptional(id('item')),
  stage: v.exactOptional(v.picklist(stages)),
  /** AGEN-9: of a question of kind *move* about a day: which deadline of the table, and to when. */
  moves: v.exactOptional(v.strictObject({ deadline: id('item'), due: term })),
  /** ASNT-26: what is put where all say yes. */
  thing: v.exactOptional(itemContent),
  /** The nonce of a question that came about: its thing is what `thing` says from then on. */
  anew: v.exactOptional(key),
  /** The nonce of a question that came about: what `thing` puts belongs to what that one put, in each room as it stands there. */
  concerning: v.exactOptional(key),
  /** Of an exchange, and of nothing else. */
  gives: v.exactOptional(gives),
  /** Random: the same words asked again are another question. */
  nonce: key,
})
export type Content = v.InferOutput<typeof content>

/** The texts of what a question would put, where its register says that they stand. */
export const thingTexts = ({ thing }: Pick<Content, 'thing'>): readonly Worded[] =>
  thing === undefined ? [] : fieldsTexts(thing.register, thing.fields, 'content.thing.fields')
/** Every string of it, words or not. */
export const thingStrings = ({ thing }: Pick<Content, 'thing'>): readonly string[] =>
  thing === undefined ? [] : stringsOf(thing.fields)

/** MEET-7: a thing of a caucus as it stood when its party was asked to give it; with what its digest was salted with. */
const given = { item: id('item'), rev, nonce: key } as const
export const own = v.strictObject(given)
export type Own = v.InferOutput<typeof own>

/** The same at the desk, of each who is asked; `under`: the id that it would have with the others. */
export const givings = v.pipe(
  v.array(v.strictObject({ party: id('party'), ...given, under: id('item') })),
  v.minLength(2),
  v.maxLength(limits.askedMax),
  v.readonly(),
)
export type Giving = v.InferOutput<typeof givings>[number]

/** What the others gave, as a caucus receives it with the word that all have said yes. */
export const handed = v.pipe(
  v.array(v.strictObject({ party: id('party'), under: id('item'), nonce: key, thing: itemContent })),
  v.minLength(1),
  v.maxLength(limits.askedMax),
  v.readonly(),
)
export type Handed = v.InferOutput<typeof handed>[number]

/** Its texts, where its register says that they stand; and every string of it. */
export const handedTexts = (all: readonly Handed[] = []): readonly Worded[] =>
  all.flatMap(({ thing }, at) => fieldsTexts(thing.register, thing.fields, `handed.${at}.thing.fields`))
export const handedStrings = (all: readonly Handed[] = []): readonly string[] =>
  all.flatMap(({ thing }) => stringsOf(thing.fields))

/** A signature, or as many random bytes: 64 of them in base64url, so that a yes is as long as a no. */
export const adherence = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{86}$/, 'adherence'),
  code('bMx0-k_2'.repeat(10) + 'bMx0-k'),
)

/** What shows each party's yes; of an outcome that is none, as much that shows nothing. */
export const adherences = v.pipe(
  v.array(v.strictObject({ party: id('party'), adherence, byMediators: v.boolean() })),
  v.minLength(2),
  v.maxLength(limits.askedMax),
  v.readonly(),
)
export type Adherence = v.InferOutput<typeof adherences>[number]

/** In which caucus each is asked, and the id that the question has there. */
export const asked = v.pipe(
  v.array(v.strictObject({ party: id('party'), room: id('room'), under: id('question') })),
  v.minLength(2),
  v.maxLength(limits.askedMax),
  v.readonly(),
)
export type Asked = v.InferOutput<typeof asked>[number]

/** How far each caucus had been read when the outcome was found, and the answer that counted there. */
export const considered = v.pipe(
  v.array(
    v.strictObject({
      party: id('party'),
      upTo: wholeUpTo(limits.positionMax),
      head: key,
      answer: v.exactOptional(wholeUpTo(limits.positionMax)),
    }),
  ),
  v.minLength(2),
  v.maxLength(limits.askedMax),
  v.readonly(),
)
export type Considered = v.InferOutput<typeof considered>[number]
