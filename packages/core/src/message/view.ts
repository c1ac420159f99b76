/** What a reader of one room sees, in order. Built from that room alone. */

import type { ActKind } from '../act.ts'
import type { MemberId, MessageId } from '../ids.ts'
import type { RoomState } from '../room.ts'
import type { Ask, Delivery, Message, Offer, ReadBack, Told } from './apply.ts'

export type Item =
  | {
      readonly kind: 'message'
      readonly position: number
      readonly message: Message
      /** Asked for release, oldest first. */
      readonly asks: readonly Ask[]
      /** What the source was told of its being passed on. */
      readonly told: readonly Told[]
    }
  | {
      readonly kind: 'delivery'
      readonly position: number
      readonly delivery: Delivery
      readonly readBacks: readonly ReadBack[]
      readonly replies: readonly MessageId[]
    }
  | { readonly kind: 'offer'; readonly position: number; readonly offer: Offer }
  | {
      readonly kind: 'event'
      readonly position: number
      readonly time: number
      readonly by: MemberId
      readonly act: ActKind
      readonly about: string
    }

/** Acts that stand in the order of events by themselves; all others show on what they are about. */
const events: ReadonlySet<ActKind> = new Set<ActKind>([
  'room.open',
  'member.admit',
  'member.remove',
  'member.leave',
  'lead.hand-over',
  'terms.set',
  'consent.give',
  'consent.withdraw',
  'table.open',
  'table.close',
  'retention.set',
  'hold.place',
  'hold.lift',
  'record.destroy',
])

const groupBy = <T>(all: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> =>
  Map.groupBy(all, key)

/** Everything in the room, oldest first. */
export function itemsOf(room: RoomState): readonly Item[] {
  const asks = groupBy(Object.values(room.asks), ask => ask.passage.message)
  const told = groupBy(Object.values(room.told), entry => entry.passage.message)
  const readBacks = groupBy(Object.values(room.readBacks), readBack => readBack.delivery)
  const replies = groupBy(
    Object.values(room.messages).filter(message => message.answers !== undefined),
    message => message.answers ?? '',
  )
  const items: Item[] = [
    ...Object.values(room.messages).map(
      (message): Item => ({
        kind: 'message',
        position: message.position,
        message,
        asks: asks.get(message.message) ?? [],
        told: told.get(message.message) ?? [],
      }),
    ),
    ...Object.values(room.deliveries).map(
      (delivery): Item => ({
        kind: 'delivery',
        position: delivery.position,
        delivery,
        readBacks: readBacks.get(delivery.delivery) ?? [],
        replies: (replies.get(delivery.delivery) ?? []).map(message => message.message),
      }),
    ),
    ...Object.values(room.offers).map((offer): Item => ({ kind: 'offer', position: offer.position, offer })),
    ...room.timeline
      .filter(item => events.has(item.kind))
      .map(({ kind: act, ...item }): Item => ({ ...item, kind: 'event', act })),
  ]
  return items.sort((a, b) => a.position - b.position)
}
