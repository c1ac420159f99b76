/** What things of registers ask of this member, in its own name or for a party that has no account. */

import {
  dayMs,
  dayToNumber,
  isMediator,
  placedAt,
  resolveTerm,
  standingOf,
  termWorldOf,
  waitingOfThings,
} from '@goodoffices/core'
import type { Here, Wait } from '../../waiting/wait.ts'

export const waits = ({ rooms, me }: Here): readonly Wait[] =>
  waitingOfThings(rooms, me).map(item => {
    const { room, thing, asking } = item
    const { position, time } = standingOf(thing)
    const seat = room.members[me]
    const due = asking.by === undefined ? undefined : resolveTerm(asking.by, termWorldOf(room))
    return {
      item,
      urgency: 'answer',
      about: `${thing.item} ${asking.kind}`,
      rooms: [room],
      ...(room.kind === 'table' ? { toTheDay: true as const } : {}),
      ...(seat !== undefined && isMediator(seat) ? { mediating: true as const } : {}),
      since: placedAt(room, position) ?? time,
      ...(due?.kind === 'day' ? { by: (dayToNumber(due.day) + 1) * dayMs } : {}),
    }
  })
