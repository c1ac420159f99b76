/** The mediators' team: nothing is carried twice, nothing is lost. */

import type { ConveyanceId } from '../ids.ts'
import { fail, ok, type Result } from '../result.ts'
import type { RoomState } from '../room.ts'
import type { Member } from '../roster/apply.ts'
import { isMediator, isPresent } from '../roster/rules.ts'
import { limits } from '../schema.ts'
import type { Conveyance, DeskAct } from './acts.ts'
import type { Carried } from './apply.ts'

/** Whether two plans take the same passage or offer to the same room; what mediators say for themselves is never the same. */
export function carriesSame(a: Conveyance, b: Conveyance): boolean {
  if (a.to !== b.to || a.origin.kind === 'mediators' || b.origin.kind === 'mediators') return false
  if (a.origin.room !== b.origin.room) return false
  if (a.origin.kind === 'offer') return b.origin.kind === 'offer' && a.origin.offer === b.origin.offer
  return (
    b.origin.kind === 'passage' &&
    a.origin.passage.message === b.origin.passage.message &&
    a.origin.passage.part === b.origin.passage.part
  )
}

export function checkDesk(room: RoomState, author: Member, act: DeskAct): Result<null> {
  // DESK-7: notes stand where one side is by itself; each is its writer's.
  if (act.kind === 'note.write') {
    if (room.kind !== 'private' && room.kind !== 'desk' && room.kind !== 'delegation')
      return fail('wrong-room')
    const note = room.notes[act.note]
    return note === undefined || note.by === author.member ? ok(null) : fail('note-of-another')
  }
  // DESK-1: the carrying is planned at the desk.
  if (room.kind !== 'desk') return fail('desk-only')
  switch (act.kind) {
    case 'carry.prepare':
      return checkPreparation(room, author, act.conveyance)
    // DESK-4: any mediator gives a pending conveyance to any mediator of the desk.
    case 'carry.assign': {
      const pending = checkPending(room.conveyances[act.conveyance])
      if (!pending.ok) return pending
      return isMediatorHere(room, act.to) ? ok(null) : fail('carrier-not-mediator')
    }
    // DESK-5: the carrier delivers; whoever else would, takes it over first.
    case 'carry.deliver': {
      const pending = checkPending(room.conveyances[act.conveyance])
      if (!pending.ok) return pending
      return pending.value.carrier === author.member ? ok(null) : fail('carried-by-another')
    }
    case 'carry.cancel': {
      const pending = checkPending(room.conveyances[act.conveyance])
      if (!pending.ok) return pending
      return mayChange(author, pending.value) ? ok(null) : fail('carried-by-another')
    }
  }
}

/** DESK-2: what has been delivered or cancelled is settled. */
function checkPending(carried: Carried | undefined): Result<Carried> {
  if (carried === undefined) return fail('conveyance-unknown')
  return carried.standing === 'prepared' ? ok(carried) : fail('conveyance-settled')
}

const mayChange = (author: Member, carried: Carried): boolean =>
  carried.carrier === author.member || author.role === 'lead'

function checkPreparation(room: RoomState, author: Member, plan: Conveyance): Result<null> {
  if (!isMediatorHere(room, plan.carrier)) return fail('carrier-not-mediator')
  const known = room.conveyances[plan.conveyance]
  if (known !== undefined) {
    const pending = checkPending(known)
    if (!pending.ok) return pending
    if (!mayChange(author, known)) return fail('carried-by-another')
    if (known.plan.delivery !== plan.delivery) return fail('delivery-differs')
  } else {
    // A delivery belongs to one conveyance, so that two never claim to be the same.
    if (Object.hasOwn(room.planned, plan.delivery)) return fail('id-taken')
    if (Object.keys(room.pending).length >= limits.pendingMax)
      return fail('too-many-pending', { max: limits.pendingMax })
  }
  // DESK-3: what a colleague has in hand for the same recipient is not prepared beside them.
  const inOtherHands = Object.keys(room.pending)
    .map(id => room.conveyances[id as ConveyanceId])
    .some(other => other !== undefined && !mayChange(author, other) && carriesSame(other.plan, plan))
  return inOtherHands ? fail('carried-by-another') : ok(null)
}

const isMediatorHere = (room: RoomState, id: Member['member']): boolean => {
  const member = room.members[id]
  return member !== undefined && isPresent(member) && isMediator(member)
}
