/** Said, marked, release asked and given, conveyed in which words, delivered, read back. */

import * as v from 'valibot'
import {
  type AskId,
  type ConveyanceId,
  type DeliveryId,
  id,
  type MessageId,
  type OfferId,
  type PartId,
  type ReadBackId,
} from '../ids.ts'
import {
  body,
  circumstance,
  language,
  limits,
  name,
  note,
  offset,
  time,
  title,
  wholeUpTo,
} from '../schema.ts'

/** The forms a message takes in the field. */
export const form = v.picklist(['oral-message', 'non-paper', 'note-verbale', 'aide-memoire', 'paper'])
export type Form = v.InferOutput<typeof form>

/** How much of a passage may pass to another party, from nothing to its very words. */
export const marking = v.picklist(['nothing', 'unattributed', 'attributed', 'verbatim'])
export type Marking = v.InferOutput<typeof marking>

/** A marking under which something passes. */
export const passing = v.picklist(['unattributed', 'attributed', 'verbatim'])
export type Passing = v.InferOutput<typeof passing>

/** A marked part of a message's body: code units `from` (included) to `to` (excluded). */
export const part = v.strictObject({ part: id<PartId>(), from: offset, to: offset, marking })
export type Part = v.InferOutput<typeof part>

/** A message, or one marked part of it. */
export const passage = v.strictObject({ message: id<MessageId>(), part: v.exactOptional(id<PartId>()) })
export type Passage = v.InferOutput<typeof passage>

/** Present where the mediator records what a party without an account did. */
const recorded = v.exactOptional(circumstance)

export const messageActs = [
  v.strictObject({
    kind: v.literal('message.say'),
    message: id<MessageId>(),
    form,
    binding: v.boolean(),
    title: v.exactOptional(title),
    body,
    language: v.exactOptional(language),
    /** For the whole message; absent, the process's disclosure rule decides. */
    marking: v.exactOptional(marking),
    parts: v.exactOptional(v.pipe(v.array(part), v.maxLength(limits.partsMax), v.readonly())),
    /** The delivery this answers. */
    answers: v.exactOptional(id<DeliveryId>()),
    recorded,
  }),
  /** Marks a message, or (with `part`) a part of it; a part said again with the same id is marked anew. */
  v.strictObject({
    kind: v.literal('message.mark'),
    message: id<MessageId>(),
    part: v.exactOptional(v.strictObject({ part: id<PartId>(), from: offset, to: offset })),
    marking,
    recorded,
  }),
  /** A party that has joined confirms or corrects what was recorded in its name. */
  v.strictObject({ kind: v.literal('message.confirm'), message: id<MessageId>() }),
  v.strictObject({
    kind: v.literal('message.correct'),
    message: id<MessageId>(),
    body,
    note: v.exactOptional(note),
  }),

  /** The mediator asks that a passage may pass, at a marking, in a wording where one is proposed. */
  v.strictObject({
    kind: v.literal('release.ask'),
    ask: id<AskId>(),
    passage,
    marking: passing,
    wording: v.exactOptional(body),
    note: v.exactOptional(note),
  }),
  /** `wording`: the release holds for these words only; absent, for those asked, if any were. */
  v.strictObject({
    kind: v.literal('release.give'),
    ask: id<AskId>(),
    marking: passing,
    wording: v.exactOptional(body),
    note: v.exactOptional(note),
    recorded,
  }),
  v.strictObject({
    kind: v.literal('release.refuse'),
    ask: id<AskId>(),
    note: v.exactOptional(note),
    recorded,
  }),

  /** The source is told that a passage was passed on, and in which words where the mediator says so. */
  v.strictObject({
    kind: v.literal('convey.tell'),
    conveyance: id<ConveyanceId>(),
    passage,
    to: name,
    marking: passing,
    wording: v.exactOptional(body),
  }),
  /** What the recipient sees. `from` names the source only where it agreed to be named. */
  v.strictObject({
    kind: v.literal('delivery.make'),
    delivery: id<DeliveryId>(),
    form,
    binding: v.boolean(),
    title: v.exactOptional(title),
    body,
    language: v.exactOptional(language),
    from: v.exactOptional(name),
    verbatim: v.boolean(),
    /** The recipient's own message that this answers. */
    answers: v.exactOptional(id<MessageId>()),
    /** The earlier delivery that this puts right. */
    corrects: v.exactOptional(id<DeliveryId>()),
  }),
  /** A delivery to a party without an account: handed over, read out, read down the line. */
  v.strictObject({
    kind: v.literal('delivery.hand'),
    delivery: id<DeliveryId>(),
    circumstance,
    copies: v.exactOptional(wholeUpTo(limits.copiesMax)),
  }),
  /** "What we understood." */
  v.strictObject({
    kind: v.literal('readback.give'),
    readback: id<ReadBackId>(),
    delivery: id<DeliveryId>(),
    body,
    recorded,
  }),
  v.strictObject({
    kind: v.literal('readback.confirm'),
    readback: id<ReadBackId>(),
    note: v.exactOptional(note),
  }),
  v.strictObject({ kind: v.literal('readback.correct'), readback: id<ReadBackId>(), body }),

  /** "If they X, we Y": held by the mediator, who decides what of it is ever put to the other side. */
  v.strictObject({
    kind: v.literal('offer.make'),
    offer: id<OfferId>(),
    ifThey: body,
    thenWe: body,
    until: v.exactOptional(time),
    binding: v.boolean(),
    recorded,
  }),
  v.strictObject({
    kind: v.literal('offer.withdraw'),
    offer: id<OfferId>(),
    note: v.exactOptional(note),
    recorded,
  }),
  /** What the mediator lets the offering party know of its offer. */
  v.strictObject({
    kind: v.literal('offer.report'),
    offer: id<OfferId>(),
    standing: v.picklist(['held', 'put', 'met', 'declined']),
    /** The words in which it was put, where the mediator says so. */
    wording: v.exactOptional(body),
    note: v.exactOptional(note),
  }),
] as const
export type MessageAct = v.InferOutput<(typeof messageActs)[number]>
