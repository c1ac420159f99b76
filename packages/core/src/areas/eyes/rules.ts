/** Who states where a second mediator is wanted, and what loosens it. */

import { type ItemState, standingOf } from '../../item/item.ts'
import { fail, ok } from '../../result.ts'
import type { Member, Room } from '../../room/state.ts'
import { type Door, doors, type Eyes, fieldOfDoor } from './plan.ts'
import { demandAt, hasColleague, readingsIn, seenIn } from './reading.ts'
import type { EyesState } from './state.ts'

type Desk = Room & EyesState & ItemState

/** The doors at which it was required, and would not be any more. */
export const loosenedBy = (desk: EyesState, next: Eyes): readonly Door[] =>
  doors.filter(door => demandAt(desk, door) === 'required' && next[fieldOfDoor[door]] !== 'required')

/** EYES-1: the lead states it at the desk. EYES-5: where something is loosened, a colleague has read just this since it was stated last. */
export function checkEyesSet(desk: Desk, author: Member, next: Eyes) {
  if (desk.kind !== 'desk') return fail('desk-only')
  if (author.role !== 'lead') return fail('lead-only')
  if (loosenedBy(desk, next).length === 0 || !hasColleague(desk, author.member)) return ok(null)
  const stated = desk.eyes?.position ?? -1
  const isRead = readingsIn(desk).some(item => {
    const { toRead } = standingOf(item).fields
    const isThis =
      toRead.door === 'loosen' && doors.every(door => toRead[fieldOfDoor[door]] === next[fieldOfDoor[door]])
    return isThis && seenIn(desk, item, author.member).some(({ position }) => position > stated)
  })
  return isRead ? ok(null) : fail('eyes-missing')
}
