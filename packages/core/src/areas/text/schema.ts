/** The pieces of the acts of the one text. */

import * as v from 'valibot'
import { id } from '../../ids.ts'
import { body, code, language, limits, name, note, title, wholeUpTo } from '../../schema.ts'
import { bracketLimits } from './brackets/read.ts'
import { clauseKinds, insertions } from './numbers/number.ts'

export const textLimits = {
  clausesMax: 2_000,
  /** Writings of one clause, in all languages. */
  versionsMax: 2_000,
  rivalsMax: 20,
  packagesMax: 200,
  termsMax: 500,
  footnotesMax: 2_000,
  clauseFootnotesMax: 50,
  /** Wordings of a clause of which a draft says who wants them. */
  wantedMax: 400,
  /** Clauses of one part of a draft: an entry is held in an envelope of 1 MiB at most. */
  partClausesMax: 50,
  partsMax: 100,
  roomsMax: 50,
  /** How deep clauses stand in each other. */
  depthMax: 16,
} as const

export const clause = id('clause')
export const version = id('version')
export const clauseKind = v.picklist(clauseKinds)
export const insertion = v.picklist(insertions)
/** Where a clause stands among those of its parent: before all that are greater, letter by letter. */
export const order = v.pipe(
  v.string(),
  v.maxLength(120),
  v.regex(/^[a-z0-9]*[a-z1-9]$/, 'order'),
  code('m', 'n', 'a5'),
)
export const nature = v.picklist(['mediators-text', 'compilation', 'non-paper'])
export type Nature = v.InferOutput<typeof nature>

export const choiceIds = v.strictObject({
  bracket: id('bracket'),
  meant: v.picklist(['one', 'each', 'unsaid']),
  options: v.pipe(
    v.array(id('alternative')),
    v.minLength(1),
    v.maxLength(bracketLimits.optionsMax),
    v.readonly(),
  ),
})
export const choices = v.pipe(
  v.array(choiceIds),
  v.minLength(1),
  v.maxLength(bracketLimits.choicesMax),
  v.readonly(),
)

/** What is written of a clause in one language. A heading has no brackets: the clause as a whole is put in them. */
export const written = {
  heading: v.exactOptional(title),
  body: v.exactOptional(body),
  choices: v.exactOptional(choices),
} as const

export const textLanguages = v.pipe(
  v.array(v.strictObject({ language, languageRole: v.picklist(['drafting', 'authentic', 'courtesy']) })),
  v.minLength(1),
  v.maxLength(limits.languagesMax),
  v.readonly(),
)
export type TextLanguages = v.InferOutput<typeof textLanguages>

export const clauseStanding = v.picklist(['open', 'parked', 'ad-referendum', 'agreed'])
export type ClauseStanding = v.InferOutput<typeof clauseStanding>
export const level = v.picklist(['group', 'plenary'])
export const footnoteKind = v.picklist(['reservation', 'explanation', 'placeholder', 'link'])
export const parties = v.pipe(
  v.array(id('party')),
  v.minLength(1),
  v.maxLength(limits.askedMax),
  v.readonly(),
)

/** Who wants which wording, in drafts that show names: beside the words, so that these are the same with and without. */
const wantedBy = v.strictObject({
  option: id('alternative'),
  names: v.pipe(v.array(name), v.minLength(1), v.maxLength(limits.askedMax), v.readonly()),
})

/** A clause as a draft has it. */
export const draftClause = v.strictObject({
  clause,
  clauseKind,
  upper: v.exactOptional(clause),
  insertedAs: v.exactOptional(insertion),
  bracketed: v.boolean(),
  standing: clauseStanding,
  agreedBy: v.exactOptional(level),
  renderings: v.pipe(
    v.array(v.strictObject({ language, ...written })),
    v.maxLength(limits.languagesMax),
    v.readonly(),
  ),
  wantedBy: v.exactOptional(
    v.pipe(v.array(wantedBy), v.minLength(1), v.maxLength(textLimits.wantedMax), v.readonly()),
  ),
  footnotes: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ footnoteKind, body: note })),
      v.minLength(1),
      v.maxLength(textLimits.clauseFootnotesMax),
      v.readonly(),
    ),
  ),
})
export type DraftClause = v.InferOutput<typeof draftClause>

/** Whether a draft says who wants what. */
export const attribution = v.picklist(['none', 'names'])
export type Attribution = v.InferOutput<typeof attribution>

/** How often something was changed, or put elsewhere, when its author saw it. */
export const seenCount = wholeUpTo(limits.positionMax)
