/**
 * What each room receives of a conveyance. One deliberate act becomes entries on each side, and the side that must not know holds no
 * reference: what the recipient's room receives is built here from nothing but the plan.
 */

import type { ConveyanceId, MessageId, RoomId } from '../../ids.ts'
import { isItemContent } from '../../item/content.ts'
import { fail, ok } from '../../result.ts'
import type { ActOf } from '../../room/area.ts'
import type { Room } from '../../room/state.ts'
import type { item } from '../item/area.ts'
import type { message } from '../message/area.ts'
import type { Talking } from '../message/state.ts'
import { checkConveyance, isPlaced, isPublic, itemPublished, roomOf, type Sides, sidesOf } from './convey.ts'
import { type Conveyance, type Origin, originsOf, sourcesOf } from './plan.ts'

type MessageAct = ActOf<typeof message>
type Put = Extract<ActOf<typeof item>, { readonly kind: 'item.put' }>
/** The desk's own word that it is carried. */
type Word = { readonly kind: 'carry.deliver'; readonly conveyance: ConveyanceId }

/** An act that a plan sends to a room; once it was said to go, why it may not any more. */
export type Sent = {
  readonly room: RoomId
  readonly act: MessageAct | Put | Word
  readonly refused?: { readonly code: string }
}

type Delivered = Extract<MessageAct, { kind: 'delivery.make' }>
type Published = Extract<MessageAct, { kind: 'message.say' }> | Put

/** The name the recipient is given for the source; none where it is not to be named. */
export function attribution(
  { origin, as }: Pick<Conveyance, 'origin' | 'as'>,
  source: Talking | undefined,
): string | undefined {
  return origin.kind === 'mediators' || as === 'unattributed' ? undefined : source?.party?.name
}

/** CONV-8: exactly what a caucus receives. The preview shows this act and delivery sends it. */
export function deliveryOf(plan: Conveyance, source: Talking | undefined): Delivered {
  const from = attribution(plan, source)
  return {
    kind: 'delivery.make',
    delivery: plan.delivery,
    form: plan.form,
    binding: plan.binding,
    ...(plan.title === undefined ? {} : { title: plan.title }),
    body: plan.wording,
    ...inLanguages(plan),
    ...ofIssue(plan),
    ...(from === undefined ? {} : { from }),
    verbatim: plan.as === 'verbatim' && plan.origin.kind !== 'mediators',
    ...(plan.answers === undefined ? {} : { answers: plan.answers }),
    ...(plan.corrects === undefined ? {} : { corrects: plan.corrects }),
    ...(plan.thing === undefined ? {} : { thing: plan.thing }),
  }
}

/** CONV-14: what stands at the table or in a group: the mediators' words under the delivery's id, or the item. */
function publicationOf(plan: Conveyance): Published {
  const { thing } = plan
  if (isItemContent(thing))
    return { kind: 'item.put', item: itemPublished(plan), rev: plan.rev ?? 1, ...thing }
  return {
    kind: 'message.say',
    message: plan.delivery as string as MessageId,
    form: plan.form,
    binding: plan.binding,
    ...(plan.title === undefined ? {} : { title: plan.title }),
    body: plan.wording,
    ...inLanguages(plan),
    ...ofIssue(plan),
  }
}

const inLanguages = ({ language, translation }: Conveyance) => ({
  ...(language === undefined ? {} : { language }),
  ...(translation === undefined ? {} : { translation }),
})

const ofIssue = ({ issue }: Conveyance) => (issue === undefined ? {} : { issue })

/** What the recipient's room receives, whichever it is. */
export const arrivalOf = (plan: Conveyance, { source, recipient }: Sides): Delivered | Published =>
  isPublic(recipient) ? publicationOf(plan) : deliveryOf(plan, source)

const wordOf = (room: RoomId, conveyance: ConveyanceId): Sent => ({
  room,
  act: { kind: 'carry.deliver', conveyance },
})
const arriving = (plan: Conveyance, sides: Sides): Sent => ({
  room: sides.recipient.id,
  act: arrivalOf(plan, sides),
})

/** The rooms that plans hang on beside the desk. */
export const roomsBehind = (plans: readonly Conveyance[]): readonly RoomId[] => [
  ...new Set(plans.flatMap(plan => [plan.to, ...sourcesOf(plan)])),
]

/** Of what was prepared at a desk, which is carried, and whether the desk has said so. */
export type Carrying = { readonly desk: RoomId; readonly conveyance: ConveyanceId; readonly isSaid: boolean }

/**
 * What each room receives when plans that go together are carried out, in the order in which it is sent: the desk's word is accepted
 * before anything else goes (DESK-6). Until the desk has said so, all or none of them; afterwards what may go no longer says why, and
 * the others go. What has arrived already is left out, so that what a crash cut short can be taken up again. `held`: the rooms that
 * bear on them.
 */
export function carryOut(
  { desk, conveyance, isSaid }: Carrying,
  plans: readonly Conveyance[],
  held: (id: RoomId) => Room | undefined,
) {
  if (plans.length === 0) return fail('conveyance-unknown')
  const arrivals: Sent[] = []
  const told: Sent[] = []
  for (const plan of plans) {
    const sides = sidesOf(plan, id => held(id) as Talking | undefined)
    if (sides === undefined) return fail('room-unknown')
    const placed = isPlaced(plan, sides.recipient)
    const checked = placed ? ok(null) : checkConveyance(plan, sides)
    if (!checked.ok && !isSaid) return checked
    if (!placed)
      arrivals.push({ ...arriving(plan, sides), ...(checked.ok ? {} : { refused: checked.error }) })
    if (checked.ok) told.push(...tellings(plan, sides))
  }
  const once = told.filter((each, at) => !told.slice(0, at).some(other => isSameTelling(each, other)))
  if (arrivals.length === 0) return ok<readonly Sent[]>(once)
  return ok<readonly Sent[]>([wordOf(desk, conveyance), ...arrivals, ...once])
}

/** An offer that goes to several at once was put once. */
const isSameTelling = (a: Sent, b: Sent): boolean =>
  a.room === b.room &&
  a.act.kind === 'offer.report' &&
  b.act.kind === 'offer.report' &&
  a.act.offer === b.act.offer

/** CONV-9: what the sources are told, as the mediator chose; nothing where they have been told. */
export function tellings(plan: Conveyance, sides: Sides): readonly Sent[] {
  if (plan.tell === 'nothing' || sides.recipient.party?.hidden === true) return []
  const perRoom = new Map<RoomId, number>()
  return originsOf(plan).flatMap((origin): readonly Sent[] => {
    const source = roomOf(origin, sides)
    if (source?.kind !== 'caucus') return []
    const nth = perRoom.get(source.id) ?? 0
    perRoom.set(source.id, nth + 1)
    const act = tellingOf({ plan, origin, nth }, source, sides.recipient)
    return act === undefined ? [] : [{ room: source.id, act }]
  })
}

type Told = { readonly plan: Conveyance; readonly origin: Origin; readonly nth: number }

function tellingOf({ plan, origin, nth }: Told, source: Talking, recipient: Talking): MessageAct | undefined {
  if (origin.kind === 'mediators') return undefined
  // An item is published in place of the words.
  const isInWords = plan.tell === 'words' && !(isPublic(recipient) && isItemContent(plan.thing))
  const words = isInWords ? { wording: plan.wording } : {}
  if (origin.kind === 'offer') {
    const isTold = source.offers[origin.offer]?.reports.some(({ standing }) => standing === 'put') === true
    return isTold ? undefined : { kind: 'offer.report', offer: origin.offer, standing: 'put', ...words }
  }
  // A room is told of each passage once: of the first under the conveyance's own id.
  const conveyance = nth === 0 ? plan.conveyance : (`${plan.conveyance}-${nth + 1}` as ConveyanceId)
  if (Object.hasOwn(source.told, conveyance)) return undefined
  return {
    kind: 'convey.tell',
    conveyance,
    passage: passageOf(origin),
    to: recipient.party?.name ?? recipient.title ?? recipient.process.title,
    marking: plan.as,
    ...words,
  }
}

function passageOf(origin: Exclude<Origin, { readonly kind: 'mediators' | 'offer' }>) {
  switch (origin.kind) {
    case 'passage':
      return origin.passage
    case 'item':
      return { item: origin.item, rev: origin.rev, fields: origin.fields }
    case 'mark':
      return { item: origin.item, mark: origin.mark }
    default:
      return origin satisfies never
  }
}
