/** The mediators' team: nothing is carried twice, nothing is lost. */

import { fail, ok, type Result } from '../result.ts'
import type { RoomState } from '../room.ts'
import type { Member } from '../roster/apply.ts'
import { isMediator, isPresent } from '../roster/rules.ts'
import type { DeskAct } from './acts.ts'
import type { Carried } from './apply.ts'

/** DESK-2: what has been delivered or cancelled is settled. */
const isPending = (carried: Carried | undefined): carried is Carried =>
  carried !== undefined && carried.standing === 'prepared'

export function checkDesk(room: RoomState, author: Member, act: DeskAct): Result<null> {
  if (act.kind === 'note.write') {
    if (room.kind !== 'private' && room.kind !== 'desk' && room.kind !== 'delegation')
      return fail('wrong-room')
    const note = room.notes[act.note]
    return note === undefined || note.by === author.member ? ok(null) : fail('note-of-another')
  }
  if (room.kind !== 'desk') return fail('desk-only')
  switch (act.kind) {
    case 'carry.prepare': {
      const { conveyance, delivery, carrier } = act.conveyance
      const known = room.conveyances[conveyance]
      if (known !== undefined && !isPending(known)) return fail('conveyance-settled')
      if (known !== undefined && known.carrier !== author.member && author.role !== 'lead')
        return fail('carried-by-another')
      if (known !== undefined && known.plan.delivery !== delivery) return fail('delivery-differs')
      if (!isMediatorHere(room, carrier)) return fail('carrier-not-mediator')
      return ok(null)
    }
    case 'carry.assign':
      if (!isPending(room.conveyances[act.conveyance])) return fail('conveyance-settled')
      return isMediatorHere(room, act.to) ? ok(null) : fail('carrier-not-mediator')
    // DESK-3: the carrier delivers; whoever else would, takes it over first.
    case 'carry.deliver': {
      const carried = room.conveyances[act.conveyance]
      if (!isPending(carried)) return fail('conveyance-settled')
      return carried.carrier === author.member ? ok(null) : fail('carried-by-another')
    }
    case 'carry.cancel': {
      const carried = room.conveyances[act.conveyance]
      if (!isPending(carried)) return fail('conveyance-settled')
      return carried.carrier === author.member || author.role === 'lead'
        ? ok(null)
        : fail('carried-by-another')
    }
  }
}

const isMediatorHere = (room: RoomState, id: Member['member']): boolean => {
  const member = room.members[id]
  return member !== undefined && isPresent(member) && isMediator(member)
}
