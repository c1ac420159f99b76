/** Deadlines whose day has passed and of which nothing was said, and what a side has asked in its caucus of an issue. */

import {
  clockOf,
  type Deadline,
  dayMs,
  dayToNumber,
  endOf,
  heldApartIn,
  type ItemState,
  isMediator,
  isPresent,
  makerOf,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import type { Here, Wait } from '../../waiting/wait.ts'

/** What terms and clocks of a room hang on: its own things and those of the table. */
export const itemsAround = (rooms: readonly RoomState[], room: RoomState): ItemState => ({
  items: { ...rooms.find(({ kind }) => kind === 'table')?.items, ...room.items },
})

export const deadlinesIn = ({ items }: RoomState): readonly Deadline[] =>
  Object.values(items).filter(({ register }) => register === 'deadline') as unknown as readonly Deadline[]

export const waits = (here: Here): readonly Wait[] => [...overdue(here), ...apart(here)]

function overdue({ rooms, me, timeIn }: Here): readonly Wait[] {
  return rooms.flatMap(room => {
    const seat = room.members[me]
    if (seat === undefined || !isPresent(seat)) return []
    const side = isMediator(seat) ? 'mediators' : seat.party
    return deadlinesIn(room).flatMap((deadline): readonly Wait[] => {
      if (endOf(deadline) !== undefined || makerOf(room, deadline) !== side) return []
      const clock = clockOf(deadline, itemsAround(rooms, room))
      if (clock.kind !== 'runs' || clock.day.kind !== 'day') return []
      const by = (dayToNumber(clock.day.day) + 1) * dayMs
      if (timeIn(room.id) <= by) return []
      return [
        {
          item: { kind: 'overdue', room, deadline },
          urgency: 'answer',
          about: deadline.item,
          rooms: [room],
          since: standingOf(deadline).time,
          by,
          ...(isMediator(seat) ? { mediating: true as const } : {}),
        },
      ]
    })
  })
}

/** AGEN-7: what is taken down by a mediator's device as it reads; it stands here where that could not be done. */
function apart({ rooms, desk }: Here): readonly Wait[] {
  const table = rooms.find(({ kind }) => kind === 'table')
  if (table === undefined || desk === undefined) return []
  return rooms
    .filter(({ kind }) => kind === 'caucus')
    .flatMap(caucus =>
      heldApartIn(caucus, table).map(
        (issue): Wait => ({
          item: { kind: 'apart', room: table, issue },
          urgency: 'first',
          about: issue,
          rooms: [table],
          toTheDay: true,
          mediating: true,
        }),
      ),
    )
}
