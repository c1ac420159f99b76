/** A thing that was carried stands in several rooms under several ids; the desk alone knows which are the same. */

import { type Conveyance, type ItemId, isItemContent, type RoomState } from '@goodoffices/core'
import type { Talks } from '../../talks/talks.tsx'

/** Under which id a conveyance put its thing where it went. */
const arrivedAs = ({ delivery, corrects }: Conveyance, to: RoomState | undefined): ItemId =>
  to?.deliveries[delivery]?.item ?? ((corrects ?? delivery) as string as ItemId)

/** What in a room, or at the table, is the same as a thing elsewhere; undefined where nothing is. */
export function counterpartOf({ desk, rooms, table }: Talks, to: RoomState, id: ItemId): ItemId | undefined {
  const carried = Object.values(desk?.conveyances ?? {}).flatMap(({ plan, standing }) =>
    standing === 'delivered' && plan.origin.kind === 'item' && isItemContent(plan.thing)
      ? [
          {
            to: plan.to,
            from: plan.origin.item,
            as: arrivedAs(
              plan,
              rooms.find(room => room.id === plan.to),
            ),
          },
        ]
      : [],
  )
  const from = carried.find(({ as }) => as === id)?.from ?? id
  const isThere = (item: ItemId): boolean => Object.hasOwn(to.items, item)
  const known = [
    id,
    from,
    ...carried.filter(each => each.to === to.id && each.from === from).map(({ as }) => as),
  ]
  return (
    known.find(isThere) ??
    known.find(item => table !== undefined && Object.hasOwn(table.items, item)) ??
    carried.find(each => each.to === table?.id && each.from === from)?.as
  )
}
