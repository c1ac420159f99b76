/**
 * Conveyance: the one place where content moves between rooms. One deliberate act becomes entries on each side, and the side
 * that must not know holds no reference: what the recipient's room receives is built here from nothing but the wording.
 */

import type { ConveyanceId, RoomId } from '../../ids.ts'
import { fail, ok } from '../../result.ts'
import type { ActOf } from '../../room/area.ts'
import type { Room } from '../../room/state.ts'
import type { message } from '../message/area.ts'
import { allows, permissionFor, textOf } from '../message/disclosure.ts'
import type { Passage } from '../message/passage.ts'
import type { Offer, Talking } from '../message/state.ts'
import type { Conveyance } from './plan.ts'

/** The rooms a mediator's device holds that bear on a conveyance. */
export type Sides<R extends Talking = Talking> = {
  /** The caucus the passage or the offer comes from; absent where the mediators speak in their own name. */
  readonly source?: R
  readonly recipient: R
}

type MessageAct = ActOf<typeof message>
/** The desk's own word that it is carried. */
type Word = { readonly kind: 'carry.deliver'; readonly conveyance: ConveyanceId }

/** An act that a plan sends to a room. */
export type Sent = { readonly room: RoomId; readonly act: MessageAct | Word }

type Said = Extract<MessageAct, { kind: 'delivery.make' }>

/** Whether this may be conveyed as planned, now, by the source's own words. The rules are CONV-1 to CONV-7. */
export function checkConveyance(plan: Conveyance, { source, recipient }: Sides) {
  const reachable = checkRecipient(plan, recipient)
  if (!reachable.ok) return reachable
  const { origin } = plan
  if (origin.kind === 'mediators') return ok(null)
  if (hasWithdrawn(recipient)) return fail('consent-withdrawn', { side: 'recipient' })
  if (source === undefined || source.id !== origin.room) return fail('source-not-held')
  if (source.kind !== 'caucus') return fail('source-not-caucus')
  if (source.id === recipient.id) return fail('recipient-is-source')
  if (hasWithdrawn(source)) return fail('consent-withdrawn', { side: 'source' })
  // CONV-7: whom only the mediators know is named neither to the recipient nor to the source.
  if (source.party?.hidden === true && plan.as !== 'unattributed')
    return fail('hidden-party', { side: 'source' })
  if (recipient.party?.hidden === true && plan.tell !== 'nothing')
    return fail('hidden-party', { side: 'recipient' })
  return origin.kind === 'offer'
    ? checkOffer(plan, source.offers[origin.offer])
    : checkPassage(plan, source, origin.passage)
}

/** CONV-2: a delivery goes to a caucus, once, and what it answers or corrects is there. */
function checkRecipient(plan: Conveyance, recipient: Talking) {
  if (recipient.kind !== 'caucus' || recipient.id !== plan.to) return fail('recipient-not-caucus')
  if (Object.hasOwn(recipient.deliveries, plan.delivery)) return fail('already-delivered')
  if (plan.answers !== undefined && recipient.messages[plan.answers]?.side !== 'party')
    return fail('message-unknown')
  if (plan.corrects !== undefined && !Object.hasOwn(recipient.deliveries, plan.corrects))
    return fail('delivery-unknown')
  return ok(null)
}

/** CONV-3: for a party that has withdrawn its consent nothing is carried, to it or from it. */
const hasWithdrawn = ({ party, consents }: Talking): boolean =>
  party !== undefined && consents[party.party]?.standing === 'withdrawn'

/** CONV-6: an offer is put as the mediator decides, while it stands; never as the party's very words. */
function checkOffer(plan: Conveyance, offer: Offer | undefined) {
  if (offer === undefined) return fail('offer-unknown')
  if (offer.withdrawn !== undefined) return fail('offer-withdrawn')
  if (plan.as === 'verbatim') return fail('not-verbatim')
  return plan.binding && !offer.binding ? fail('not-binding') : ok(null)
}

/** CONV-4: a passage passes as its source said. CONV-5: verbatim and binding are what the source made so. */
function checkPassage(plan: Conveyance, source: Talking, passage: Passage) {
  const message = source.messages[passage.message]
  if (message === undefined) return fail('message-unknown')
  if (message.side === 'mediators') return fail('message-of-mediators')
  const { marking, because, wording } = permissionFor(message, passage, source.terms)
  if (!allows(marking, plan.as)) return fail('not-released', { wanted: plan.as, granted: marking, because })
  if (wording !== undefined && wording !== plan.wording) return fail('released-in-other-words')
  if (plan.as === 'verbatim' && wording === undefined && plan.wording !== textOf(message, passage))
    return fail('not-verbatim')
  return plan.binding && !message.binding ? fail('not-binding') : ok(null)
}

/** The name the recipient is given for the source; none where it is not to be named. */
function attribution(plan: Conveyance, source: Talking | undefined): string | undefined {
  if (plan.origin.kind === 'mediators' || plan.as === 'unattributed') return undefined
  return source?.party?.name
}

/** CONV-8: exactly what the recipient's room receives. The preview shows this act and delivery sends it. */
export function deliveryOf(plan: Conveyance, source: Talking | undefined): Said {
  const from = attribution(plan, source)
  return {
    kind: 'delivery.make',
    delivery: plan.delivery,
    form: plan.form,
    binding: plan.binding,
    ...(plan.title === undefined ? {} : { title: plan.title }),
    body: plan.wording,
    ...(plan.language === undefined ? {} : { language: plan.language }),
    ...(from === undefined ? {} : { from }),
    verbatim: plan.as === 'verbatim' && plan.origin.kind !== 'mediators',
    ...(plan.answers === undefined ? {} : { answers: plan.answers }),
    ...(plan.corrects === undefined ? {} : { corrects: plan.corrects }),
  }
}

/**
 * What each room receives when the plan is carried out, in the order in which it is sent: the desk's word is accepted before
 * anything else goes (DESK-6). What has arrived already is left out, so that what a crash cut short can be taken up again.
 */
export function carryOut(plan: Conveyance, desk: RoomId, sides: Sides) {
  const { source, recipient } = sides
  const told = source === undefined ? undefined : tellingOf(plan, source, recipient)
  const telling: readonly Sent[] =
    source === undefined || told === undefined ? [] : [{ room: source.id, act: told }]
  if (Object.hasOwn(recipient.deliveries, plan.delivery)) return ok(telling)
  const checked = checkConveyance(plan, sides)
  if (!checked.ok) return checked
  return ok<readonly Sent[]>([
    { room: desk, act: { kind: 'carry.deliver', conveyance: plan.conveyance } },
    { room: recipient.id, act: deliveryOf(plan, source) },
    ...telling,
  ])
}

/** The rooms that a plan hangs on beside the desk. */
export function roomsBehind(plan: Conveyance | undefined): readonly RoomId[] {
  if (plan === undefined) return []
  return plan.origin.kind === 'mediators' ? [plan.to] : [plan.to, plan.origin.room]
}

/** The same as `carryOut`, of what a desk has prepared, in the rooms that are held. */
export function carryPrepared(
  desk: RoomId,
  plan: Conveyance | undefined,
  roomOf: (id: RoomId) => Room | undefined,
) {
  if (plan === undefined) return fail('conveyance-unknown')
  const source =
    plan.origin.kind === 'mediators' ? undefined : (roomOf(plan.origin.room) as Talking | undefined)
  const recipient = roomOf(plan.to) as Talking | undefined
  if (recipient === undefined) return fail('room-unknown')
  return carryOut(plan, desk, { recipient, ...(source === undefined ? {} : { source }) })
}

/** CONV-9: what the source is told, as the mediator chose; nothing where it has been told. */
function tellingOf(plan: Conveyance, source: Talking, recipient: Talking): MessageAct | undefined {
  const { origin } = plan
  if (plan.tell === 'nothing' || origin.kind === 'mediators' || recipient.party?.hidden === true)
    return undefined
  const words = plan.tell === 'words' ? { wording: plan.wording } : {}
  if (origin.kind === 'offer') {
    const isTold = source.offers[origin.offer]?.reports.some(({ standing }) => standing === 'put') === true
    return isTold ? undefined : { kind: 'offer.report', offer: origin.offer, standing: 'put', ...words }
  }
  if (Object.hasOwn(source.told, plan.conveyance)) return undefined
  return {
    kind: 'convey.tell',
    conveyance: plan.conveyance,
    passage: origin.passage,
    to: recipient.party?.name ?? '',
    marking: plan.as,
    ...words,
  }
}
