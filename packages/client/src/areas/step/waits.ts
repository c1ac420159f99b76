/** Steps whose day has passed, and breaches whose time to make good is over: told to those for whom they are done, and at the desk. */

import {
  consequenceOf,
  type Duty,
  dayMs,
  daysIn,
  dayToNumber,
  dutyOf,
  isMediator,
  isPresent,
  isStanding,
  type RoomState,
  type Step,
  standingOf,
  stepsIn,
} from '@goodoffices/core'
import type { Here, Wait } from '../../waiting/wait.ts'
import { itemsAround } from '../agenda/waits.ts'

/** The moment at which the last day that it may be is over. */
function endOf(duty: Duty): number | undefined {
  const last = daysIn(duty).at(-1)
  return last === undefined ? undefined : (dayToNumber(last) + 1) * dayMs
}

export const waits = ({ rooms, me, timeIn }: Here): readonly Wait[] =>
  rooms.flatMap(room => {
    const seat = room.members[me]
    if (seat === undefined || !isPresent(seat)) return []
    const isTold = (step: Step): boolean =>
      isMediator(seat) ||
      (seat.party !== undefined && standingOf(step).fields.beneficiaries.includes(seat.party))
    return stepsIn(room)
      .filter(step => isStanding(step, room) && isTold(step))
      .flatMap(step => lateIn(room, step, { rooms, now: timeIn(room.id), mediating: isMediator(seat) }))
  })

function lateIn(
  room: RoomState,
  step: Step,
  {
    rooms,
    now,
    mediating,
  }: { readonly rooms: readonly RoomState[]; readonly now: number; readonly mediating: boolean },
): readonly Wait[] {
  const around = itemsAround(rooms, room)
  const consequence = consequenceOf(step, around)
  const by = endOf(consequence?.after ?? dutyOf(step, around))
  if (by === undefined || now <= by) return []
  return [
    {
      item: { kind: consequence === undefined ? 'step-late' : 'step-uncured', room, step },
      urgency: 'answer',
      about: `${step.item} late`,
      rooms: [room],
      since: standingOf(step).time,
      toTheDay: true,
      by,
      ...(mediating ? { mediating: true as const } : {}),
    },
  ]
}
