/**
 * Conveyance: the one place where content moves between rooms. One deliberate act becomes entries on each side, and the side
 * that must not know holds no reference: what the recipient's room receives is built here from nothing but the wording.
 */

import type { Act } from '../act.ts'
import type { RoomId } from '../ids.ts'
import { allows, permissionFor, segmentsOf, textOf } from '../message/disclosure.ts'
import { findLeaks } from '../message/leak.ts'
import { fail, ok, type Result } from '../result.ts'
import type { RoomState } from '../room.ts'
import { isMediator, isPresent } from '../roster/rules.ts'
import type { Conveyance, Finding } from './acts.ts'

/** The rooms a mediator's device holds that bear on a conveyance. */
export type Sides = {
  /** The caucus the passage or the offer comes from; absent where the mediators speak in their own name. */
  readonly source?: RoomState
  readonly recipient: RoomState
}

type Said = Extract<Act, { kind: 'delivery.make' }>

/** CONV-1..5: whether this may be conveyed as planned, now, by the source's own words. */
export function checkConveyance(plan: Conveyance, { source, recipient }: Sides): Result<null> {
  if (recipient.kind !== 'caucus' || recipient.id !== plan.to) return fail('recipient-not-caucus')
  switch (plan.origin.kind) {
    case 'mediators':
      return ok(null)
    case 'offer': {
      if (source === undefined || source.id !== plan.origin.room) return fail('source-not-held')
      if (source.id === recipient.id) return fail('recipient-is-source')
      const offer = source.offers[plan.origin.offer]
      if (offer === undefined) return fail('offer-unknown')
      return offer.withdrawn === undefined ? ok(null) : fail('offer-withdrawn')
    }
    case 'passage': {
      if (source === undefined || source.id !== plan.origin.room) return fail('source-not-held')
      if (source.id === recipient.id) return fail('recipient-is-source')
      const { passage } = plan.origin
      const message = source.messages[passage.message]
      if (message === undefined) return fail('message-unknown')
      const permission = permissionFor(message, passage, source.terms)
      if (!allows(permission.marking, plan.as)) {
        return fail('not-released', {
          wanted: plan.as,
          granted: permission.marking,
          because: permission.because,
        })
      }
      if (permission.wording !== undefined && permission.wording !== plan.wording)
        return fail('released-in-other-words')
      if (
        plan.as === 'verbatim' &&
        permission.wording === undefined &&
        plan.wording !== textOf(message, passage)
      ) {
        return fail('not-verbatim')
      }
      if (plan.binding && !message.binding) return fail('not-binding')
      return ok(null)
    }
  }
}

/** The name the recipient is given for the source; none where it is not to be named. */
function attribution(plan: Conveyance, source: RoomState | undefined): string | undefined {
  if (plan.origin.kind === 'mediators' || plan.as === 'unattributed') return undefined
  return source?.party?.name
}

/** Exactly what the recipient's room receives. The preview shows this act and delivery sends it. */
export function deliveryOf(plan: Conveyance, source: RoomState | undefined): Said {
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

/** What each room receives when the plan is carried out, in the order in which it is sent. */
export function carryOut(
  plan: Conveyance,
  desk: RoomId,
  sides: Sides,
): Result<readonly { readonly room: RoomId; readonly act: Act }[]> {
  const checked = checkConveyance(plan, sides)
  if (!checked.ok) return checked
  const acts: { room: RoomId; act: Act }[] = [
    { room: desk, act: { kind: 'carry.deliver', conveyance: plan.conveyance } },
    { room: sides.recipient.id, act: deliveryOf(plan, sides.source) },
  ]
  if (plan.tell !== 'nothing' && sides.source !== undefined) {
    const to = sides.recipient.party?.name ?? ''
    if (plan.origin.kind === 'passage') {
      acts.push({
        room: sides.source.id,
        act: {
          kind: 'convey.tell',
          conveyance: plan.conveyance,
          passage: plan.origin.passage,
          to,
          marking: plan.as,
          ...(plan.tell === 'words' ? { wording: plan.wording } : {}),
        },
      })
    } else if (plan.origin.kind === 'offer') {
      acts.push({
        room: sides.source.id,
        act: {
          kind: 'offer.report',
          offer: plan.origin.offer,
          standing: 'put',
          ...(plan.tell === 'words' ? { note: plan.wording.slice(0, 4_000) } : {}),
        },
      })
    }
  }
  return ok(acts)
}

/**
 * What the leak check finds in the plan's wording: against every passage of every other caucus that may not pass, and the names
 * of the people behind them.
 */
export function findLeaksIn(
  plan: Conveyance,
  sides: Sides,
  caucuses: readonly RoomState[],
): readonly Finding[] {
  const { recipient, source } = sides
  const passed = plan.origin.kind === 'passage' ? plan.origin.passage : undefined
  const others = caucuses.filter(room => room.kind === 'caucus' && room.id !== recipient.id)
  const guarded: { message: Finding['message'] & string; text: string }[] = []
  const reworded: typeof guarded = []
  const known: string[] = [
    ...Object.values(recipient.messages).map(message => message.body),
    ...Object.values(recipient.deliveries).map(delivery => delivery.body),
    ...Object.values(recipient.offers).flatMap(offer => [offer.ifThey, offer.thenWe]),
    recipient.party?.name ?? '',
  ]
  for (const room of others) {
    for (const message of Object.values(room.messages)) {
      if (message.side === 'mediators') continue
      for (const segment of segmentsOf(message, room.terms)) {
        const isPassed =
          passed?.message === message.message &&
          (passed.part === undefined || passed.part === segment.passage.part)
        if (isPassed && plan.as === 'verbatim') known.push(segment.text)
        else if (isPassed) {
          reworded.push({ message: message.message, text: segment.text })
          known.push(...figuresAndNames(segment.text))
        } else if (segment.permission.marking === 'nothing')
          guarded.push({ message: message.message, text: segment.text })
        else known.push(...figuresAndNames(segment.text))
      }
    }
  }
  const names = others.flatMap(room => [
    ...Object.values(room.members)
      .filter(member => !isMediator(member) && isPresent(member))
      .map(member => member.name),
    ...(room.party?.hidden === true || (plan.as === 'unattributed' && room.id === source?.id)
      ? [room.party?.name ?? '']
      : []),
  ])
  const toldNames = new Set([
    recipient.party?.name,
    ...Object.values(recipient.members).map(member => member.name),
  ])
  return findLeaks({
    wording: plan.wording,
    guarded,
    reworded,
    known,
    names: names.filter(name => name !== '' && !toldNames.has(name)),
  })
}

/** Substance that may pass: its single words are no finding; its runs of words still are. */
const figuresAndNames = (text: string): readonly string[] => text.split(/\s+/u)
