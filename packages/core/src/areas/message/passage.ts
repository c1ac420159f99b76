/** The pieces of the acts of messages: their forms, how much of them may pass, and parts of them. */

import * as v from 'valibot'
import { id } from '../../ids.ts'
import { fieldName, itemLimits, markNumber, rev } from '../../item/content.ts'
import { circumstance, offset } from '../../schema.ts'

/** The forms a message takes in the field. */
export const forms = ['oral-message', 'non-paper', 'note-verbale', 'aide-memoire', 'paper'] as const
export const form = v.picklist(forms)
export type Form = v.InferOutput<typeof form>

/** How much of a passage may pass to another party, from nothing to its very words. */
export const marking = v.picklist(['nothing', 'unattributed', 'attributed', 'verbatim'])
export type Marking = v.InferOutput<typeof marking>

/** A marking under which something passes. */
export const passing = v.picklist(['unattributed', 'attributed', 'verbatim'])
export type Passing = v.InferOutput<typeof passing>

/** A marked part of a message's body: code units `from` (included) to `to` (excluded). */
export const part = v.strictObject({ part: id('part'), from: offset, to: offset, marking })
export type Part = v.InferOutput<typeof part>

/** A run of the words that stand, in code units as of a part; or `rest`, all but the marked parts. */
export const stretch = v.union([v.literal('rest'), v.strictObject({ from: offset, to: offset })])
export type Stretch = v.InferOutput<typeof stretch>

/** A message, one marked part of it, or a stretch of it. */
export const passage = v.strictObject({
  message: id('message'),
  part: v.exactOptional(id('part')),
  stretch: v.exactOptional(stretch),
})
export type Passage = v.InferOutput<typeof passage>

/** Fields of an item, as the revision has them that stands. */
export const itemPassage = v.strictObject({
  item: id('item'),
  rev,
  fields: v.pipe(v.array(fieldName), v.minLength(1), v.maxLength(itemLimits.chosenMax), v.readonly()),
})
export type ItemPassage = v.InferOutput<typeof itemPassage>

/** What is said of an item: the number of the mark, from 1. */
export const markPassage = v.strictObject({
  item: id('item'),
  mark: markNumber,
})
export type MarkPassage = v.InferOutput<typeof markPassage>

/** Whatever may pass by its source's leave. */
export const anyPassage = v.union([passage, itemPassage, markPassage])
export type AnyPassage = v.InferOutput<typeof anyPassage>

export const isOfMessage = (of: AnyPassage): of is Passage => 'message' in of

/** Whether they are the same words of the same message. */
export const isSamePassage = (a: Passage, b: Passage): boolean =>
  a.message === b.message && a.part === b.part && isSameStretch(a.stretch, b.stretch)

function isSameStretch(a: Stretch | undefined, b: Stretch | undefined): boolean {
  if (a === undefined || b === undefined || a === 'rest' || b === 'rest') return a === b
  return a.from === b.from && a.to === b.to
}

export const isOfItem = (of: AnyPassage): of is ItemPassage => 'fields' in of
export const isOfMark = (of: AnyPassage): of is MarkPassage => 'mark' in of

/** Present where the mediator records what a party without an account did. */
export const recorded = v.exactOptional(circumstance)
