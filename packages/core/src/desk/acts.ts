/** The mediators' own side of the work: what is being carried, by whom; and notes. */

import * as v from 'valibot'
import {
  type ConveyanceId,
  type DeliveryId,
  id,
  type MemberId,
  type MessageId,
  type NoteId,
  type OfferId,
  type RoomId,
} from '../ids.ts'
import { form, passage, passing } from '../message/acts.ts'
import { body, excerpt, language, limits, note, offset, time, title } from '../schema.ts'

/** Where a conveyance comes from: a passage or an offer in a caucus, or the mediators themselves. */
export const origin = v.variant('kind', [
  v.strictObject({ kind: v.literal('passage'), room: id<RoomId>(), passage }),
  v.strictObject({ kind: v.literal('offer'), room: id<RoomId>(), offer: id<OfferId>() }),
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

/** Something in the wording that comes from what may not pass. */
export const finding = v.strictObject({
  kind: v.picklist(['name', 'figure', 'words']),
  /** Its beginning, as it stands in the wording: code units `from` (included) to `to` (excluded). */
  text: excerpt,
  from: offset,
  to: offset,
  /** Present where it stands in the title and not in the wording. */
  in: v.exactOptional(v.literal('title')),
  /** The message that it comes from and that may not pass; absent for a name from the roster, an offer, a read-back. */
  message: v.exactOptional(id<MessageId>()),
})
export type Finding = v.InferOutput<typeof finding>

export const conveyance = v.strictObject({
  conveyance: id<ConveyanceId>(),
  /** The id the delivery will bear in the recipient's room: two mediators who race deliver once. */
  delivery: id<DeliveryId>(),
  origin,
  to: id<RoomId>(),
  /** At which marking it passes; `verbatim` for what the mediators say in their own name. */
  as: passing,
  form,
  binding: v.boolean(),
  title: v.exactOptional(title),
  wording: body,
  language: v.exactOptional(language),
  answers: v.exactOptional(id<MessageId>()),
  corrects: v.exactOptional(id<DeliveryId>()),
  timing,
  /** What the source is told: nothing; that it was passed on; also in which words. */
  tell: v.picklist(['nothing', 'that', 'words']),
  carrier: id<MemberId>(),
  /** What the leak check named and the mediator passed deliberately. */
  accepted: v.pipe(v.array(finding), v.maxLength(limits.findingsMax), v.readonly()),
})
export type Conveyance = v.InferOutput<typeof conveyance>

export const deskActs = [
  /** Prepared; said again with the same id it replaces what was prepared, until delivered. */
  v.strictObject({ kind: v.literal('carry.prepare'), conveyance }),
  v.strictObject({
    kind: v.literal('carry.assign'),
    conveyance: id<ConveyanceId>(),
    to: id<MemberId>(),
    note: v.exactOptional(note),
  }),
  v.strictObject({ kind: v.literal('carry.deliver'), conveyance: id<ConveyanceId>() }),
  v.strictObject({
    kind: v.literal('carry.cancel'),
    conveyance: id<ConveyanceId>(),
    note: v.exactOptional(note),
  }),
  /** A note: of one person in a private room, of the team at the desk. Written again with the same id it replaces. */
  v.strictObject({
    kind: v.literal('note.write'),
    note: id<NoteId>(),
    body,
    about: v.exactOptional(v.strictObject({ room: id<RoomId>(), item: v.exactOptional(id<string>()) })),
  }),
] as const
export type DeskAct = v.InferOutput<(typeof deskActs)[number]>
