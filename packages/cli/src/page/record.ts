/** A room's record as a person reads it: oldest first, each item with its handle and with what has become of it. */

import { type AreaItem, type Item, itemsOf, placedAt, type RoomState } from '@goodoffices/core'
import type { Shown } from '../areas/area.ts'
import { areas } from '../areas.ts'
import { printable, timeToText } from './text.ts'
import { eventToText } from './words.ts'

const shown: ReadonlyMap<string, Shown<AreaItem>> = new Map(
  Object.values(areas).flatMap(({ items }) =>
    Object.entries(items as Readonly<Record<string, Shown<AreaItem>>>),
  ),
)

/** The registry leaves out no kind. */
function shownOf({ kind }: AreaItem): Shown<AreaItem> {
  const found = shown.get(kind)
  if (found === undefined) throw new Error(`no area shows ${kind}`)
  return found
}

export function itemToText(room: RoomState, item: Item): string {
  const text =
    item.kind === 'event'
      ? `-- ${timeToText(item.time)}  ${printable(eventToText(room, item))}`
      : shownOf(item).text(room, item)
  const placed = placedAt(room, item.position)
  // SYNC-32: its author's clock said another time.
  return placed === undefined ? text : `${text}\n   placed ${timeToText(placed)} by the host’s clock`
}

export function itemToJson(room: RoomState, item: Item): Readonly<Record<string, unknown>> {
  const json = item.kind === 'event' ? item : shownOf(item).json(room, item)
  const placed = placedAt(room, item.position)
  return placed === undefined ? json : { ...json, placed }
}

export const recordToText = (room: RoomState, items = itemsOf(room)): string =>
  items.length === 0 ? 'Nothing here yet.' : items.map(item => itemToText(room, item)).join('\n\n')
