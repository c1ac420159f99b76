/** What a reader of one room sees, in order. Built from that room alone. */

import { type AreaItem, allAreas, type EventAct, type EventKind, type RoomState } from '../areas.ts'
import type { MemberId } from '../ids.ts'

/** An act that stands in the order by itself. */
export type EventItem = {
  readonly kind: 'event'
  readonly position: number
  readonly time: number
  readonly by: MemberId
  readonly act: EventKind
  readonly about: string
  /** The act, every field of it. */
  readonly said: EventAct
}

export type Item = AreaItem | EventItem

/** Acts that stand in the order by themselves, oldest first. */
export const eventsOf = (room: RoomState): readonly EventItem[] =>
  room.timeline.flatMap(({ act, ...item }) =>
    act === undefined
      ? []
      : [{ ...item, kind: 'event', act: act.kind as EventKind, said: act as EventAct } satisfies EventItem],
  )

/** Everything in the room, oldest first. */
export function itemsOf(room: RoomState): readonly Item[] {
  const items = allAreas.flatMap((area): readonly Item[] => area.items?.(room) ?? [])
  return [...items, ...eventsOf(room)].sort((a, b) => a.position - b.position)
}
