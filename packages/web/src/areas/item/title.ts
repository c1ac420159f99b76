import { titleOf } from '@goodoffices/client'
import type { ItemId, RoomState } from '@goodoffices/core'

/** What an item of a room is called; empty where it is not there, or has no title. */
export function titleIn(room: RoomState, id: ItemId): string {
  const thing = room.items[id]
  return thing === undefined ? '' : (titleOf(thing) ?? '')
}
