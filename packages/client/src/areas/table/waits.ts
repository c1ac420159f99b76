/** A table that was opened for direct exchange, until this member has looked at it on this device. */

import { isMediator, isPresent, placedAt } from '@goodoffices/core'
import type { Here, Wait } from '../../waiting/wait.ts'

export const waits = ({ rooms, me, readTo }: Here): readonly Wait[] =>
  rooms.flatMap((room): readonly Wait[] => {
    const seat = room.members[me]
    const last = room.directChanges.at(-1)
    if (room.kind !== 'table' || !room.direct || last === undefined || last.position < readTo(room.id))
      return []
    if (seat === undefined || !isPresent(seat) || isMediator(seat)) return []
    return [
      {
        item: { kind: 'opened', room },
        urgency: 'read',
        about: room.id,
        rooms: [room],
        toTheDay: true,
        since: placedAt(room, last.position) ?? last.time,
      },
    ]
  })
