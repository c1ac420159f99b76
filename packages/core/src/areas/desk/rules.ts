/** The mediators' team: nothing is carried twice, nothing is lost. */

import type { ConveyanceId } from '../../ids.ts'
import { fail, ok } from '../../result.ts'
import { isMediator } from '../../room/roles.ts'
import { isPresent, type Member, type Room } from '../../room/state.ts'
import { limits } from '../../schema.ts'
import { isSamePassage } from '../message/passage.ts'
import { type Conveyance, type Origin, originsOf } from './plan.ts'
import type { Carried, DeskState } from './state.ts'

type Desk = Room & DeskState
/** What of a plan says whether it is the same as another. */
export type Planned = Pick<Conveyance, 'origin' | 'also' | 'to'>
type Named = { readonly conveyance: ConveyanceId }

/** Whether two plans take something of the same; what mediators say for themselves is never the same. */
export const carriesFromSame = (a: Planned, b: Planned): boolean =>
  originsOf(a).some(one => originsOf(b).some(other => isSameOrigin(one, other)))

function isSameOrigin(a: Origin, b: Origin): boolean {
  if (a.kind === 'mediators' || b.kind === 'mediators' || a.room !== b.room) return false
  switch (a.kind) {
    case 'passage':
      return b.kind === 'passage' && isSamePassage(a.passage, b.passage)
    case 'offer':
      return b.kind === 'offer' && a.offer === b.offer
    case 'item':
      return b.kind === 'item' && a.item === b.item && a.rev === b.rev && shares(a.fields, b.fields)
    case 'mark':
      return b.kind === 'mark' && a.item === b.item && a.mark === b.mark
    default:
      return a satisfies never
  }
}

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some(each => b.includes(each))

/**
 * CONV-15: the plans that go with this one: those prepared, while it is; those delivered with it, once it was. Alone where it goes
 * with no other.
 */
export function togetherWith({ conveyances }: DeskState, { plan, standing }: Carried): readonly Carried[] {
  const { together } = plan
  return Object.values(conveyances).filter(
    other =>
      other.plan.conveyance === plan.conveyance ||
      (together !== undefined && other.plan.together === together && other.standing === standing),
  )
}

/** The same, to the same room. */
export const carriesSame = (a: Planned, b: Planned): boolean => a.to === b.to && carriesFromSame(a, b)

/** DESK-4: any mediator gives a pending conveyance to any mediator of the desk. */
export function checkAssignment(room: Desk, _: Member, act: Named & { readonly to: Member['member'] }) {
  const pending = checkPending(room, act.conveyance)
  if (!pending.ok) return pending
  return isMediatorHere(room, act.to) ? ok(null) : fail('carrier-not-mediator')
}

/** DESK-5: the carrier delivers, and what goes with it; whoever else would, takes it over first. */
export function checkDelivering(room: Desk, author: Member, { conveyance }: Named) {
  const pending = checkPending(room, conveyance)
  if (!pending.ok) return pending
  const all = togetherWith(room, pending.value)
  return all.every(({ carrier }) => carrier === author.member) ? ok(null) : fail('carried-by-another')
}

/** DESK-4: its carrier cancels it, or the lead. */
export function checkCancelling(room: Desk, author: Member, { conveyance }: Named) {
  const pending = checkPending(room, conveyance)
  if (!pending.ok) return pending
  return mayChange(author, pending.value) ? ok(null) : fail('carried-by-another')
}

/** DESK-10: of what somebody said or put, once. */
export function checkHeard(room: Desk, _: Member, { origin }: { readonly origin: Origin }) {
  if (!isDesk(room)) return fail('desk-only')
  if (origin.kind === 'mediators') return fail('source-not-held')
  const isHeard = room.heardOnly?.some(heard => isSameOrigin(heard.origin, origin)) === true
  return isHeard ? fail('already-heard') : ok(null)
}

/** DESK-11: while it waits; as often as somebody has something to say of it. */
export function checkRead(room: Desk, _: Member, { conveyance }: Named) {
  const pending = checkPending(room, conveyance)
  return pending.ok ? ok(null) : pending
}

/** DESK-11: who is asked to read it and has not, since it was put in its present words. */
export function readerOf({ plan, steps }: Carried): Member['member'] | undefined {
  const written = steps.findLastIndex(({ did }) => did === 'prepare')
  const isRead = steps.slice(written).some(({ did, by }) => did === 'read' && by === plan.reader)
  return isRead ? undefined : plan.reader
}

/** DESK-2: what has been delivered or cancelled is settled. */
function checkPending(room: Desk, conveyance: ConveyanceId) {
  if (!isDesk(room)) return fail('desk-only')
  const carried = room.conveyances[conveyance]
  if (carried === undefined) return fail('conveyance-unknown')
  return carried.standing === 'prepared' ? ok(carried) : fail('conveyance-settled')
}

const mayChange = (author: Member, carried: Carried): boolean =>
  carried.carrier === author.member || author.role === 'lead'

/** DESK-1: the carrying is planned at the desk. */
const isDesk = ({ kind }: Room): boolean => kind === 'desk'

export function checkPreparation(room: Desk, author: Member, plan: Conveyance) {
  if (!isDesk(room)) return fail('desk-only')
  if (!isMediatorHere(room, plan.carrier)) return fail('carrier-not-mediator')
  if (plan.reader !== undefined && !isMediatorHere(room, plan.reader)) return fail('carrier-not-mediator')
  const known = room.conveyances[plan.conveyance]
  if (known !== undefined) {
    const pending = checkPending(room, plan.conveyance)
    if (!pending.ok) return pending
    if (!mayChange(author, known)) return fail('carried-by-another')
    if (known.plan.delivery !== plan.delivery) return fail('delivery-differs')
  } else {
    // A delivery belongs to one conveyance, so that two never claim to be the same.
    if (Object.hasOwn(room.planned, plan.delivery)) return fail('id-taken')
    if (Object.keys(room.pending).length >= limits.pendingMax)
      return fail('too-many-pending', { max: limits.pendingMax })
  }
  // CONV-15: what went together has gone, and nothing joins it afterwards.
  if (hasGone(room, plan.together)) return fail('conveyance-settled')
  // What goes with what a colleague carries would go under their name.
  const beside = plannedWith(room, plan).filter(({ plan: { conveyance } }) => conveyance !== plan.conveyance)
  if (!beside.every(other => mayChange(author, other))) return fail('carried-by-another')
  // DESK-3: what a colleague has in hand for the same recipient is not prepared beside them.
  const inOtherHands = Object.keys(room.pending)
    .map(id => room.conveyances[id as ConveyanceId])
    .some(other => other !== undefined && !mayChange(author, other) && carriesSame(other.plan, plan))
  return inOtherHands ? fail('carried-by-another') : ok(null)
}

const plannedWith = ({ conveyances }: Desk, { together }: Conveyance): readonly Carried[] =>
  together === undefined
    ? []
    : Object.values(conveyances).filter(
        ({ plan, standing }) => plan.together === together && standing === 'prepared',
      )

const hasGone = ({ conveyances }: Desk, together: Conveyance['together']): boolean =>
  together !== undefined &&
  Object.values(conveyances).some(
    ({ plan, standing }) => plan.together === together && standing === 'delivered',
  )

const isMediatorHere = (room: Desk, id: Member['member']): boolean => {
  const member = room.members[id]
  return member !== undefined && isPresent(member) && isMediator(member)
}
