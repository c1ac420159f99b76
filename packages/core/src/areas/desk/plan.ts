/** A conveyance as it is planned: where it comes from, to whom it goes, in which words and when. */

import * as v from 'valibot'
import { id } from '../../ids.ts'
import { finding } from '../../leak/finding.ts'
import { body, language, limits, note, time, title } from '../../schema.ts'
import { form, passage, passing } from '../message/passage.ts'

/** Where a conveyance comes from: a passage or an offer in a caucus, or the mediators themselves. */
export const origin = v.variant('kind', [
  v.strictObject({ kind: v.literal('passage'), room: id('room'), passage }),
  v.strictObject({ kind: v.literal('offer'), room: id('room'), offer: id('offer') }),
  v.strictObject({ kind: v.literal('mediators') }),
])
export type Origin = v.InferOutput<typeof origin>

/** At once, at a chosen time, or when a condition that the mediator names is judged met. */
export const timing = v.variant('kind', [
  v.strictObject({ kind: v.literal('now') }),
  v.strictObject({ kind: v.literal('at'), time }),
  v.strictObject({ kind: v.literal('when'), condition: note }),
])
export type Timing = v.InferOutput<typeof timing>

export const conveyance = v.strictObject({
  conveyance: id('conveyance'),
  /** The id the delivery will bear in the recipient's room: two mediators who race deliver once. */
  delivery: id('delivery'),
  origin,
  to: id('room'),
  /** At which marking it passes; `verbatim` for what the mediators say in their own name. */
  as: passing,
  form,
  binding: v.boolean(),
  title: v.exactOptional(title),
  wording: body,
  language: v.exactOptional(language),
  answers: v.exactOptional(id('message')),
  corrects: v.exactOptional(id('delivery')),
  timing,
  /** What the source is told: nothing; that it was passed on; also in which words. */
  tell: v.picklist(['nothing', 'that', 'words']),
  carrier: id('member'),
  /** What the leak check named and the mediator passed deliberately. */
  accepted: v.pipe(v.array(finding), v.maxLength(limits.findingsMax), v.readonly()),
})
export type Conveyance = v.InferOutput<typeof conveyance>
