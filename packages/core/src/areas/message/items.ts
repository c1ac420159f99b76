/** What of messages, deliveries and offers stands in a room's order, each with what was said of it. */

import type { MessageId } from '../../ids.ts'
import { isOfMessage } from './passage.ts'
import type { Ask, Delivery, Message, Offer, ReadBack, Talking, Told } from './state.ts'

export type MessageItem =
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

/** The message or the item that is asked for, or told of. */
export const subjectOf = ({ passage }: Pick<Ask, 'passage'>): string =>
  isOfMessage(passage) ? passage.message : passage.item

const groupBy = <T>(all: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> =>
  Map.groupBy(all, key)

/** MSG-15: the number by which a side cites what was conveyed to it: counted from 1, also where its caucus went on elsewhere. `before`: the rooms that it went on from. */
export function numberOfDelivery(
  room: Pick<Talking, 'deliveries'>,
  { position }: Pick<Delivery, 'position'>,
  before: readonly Pick<Talking, 'deliveries'>[] = [],
): number {
  const earlier = before.reduce((sum, { deliveries }) => sum + Object.keys(deliveries).length, 0)
  return earlier + Object.values(room.deliveries).filter(each => each.position <= position).length
}

export function messageItems(room: Talking): readonly MessageItem[] {
  const asks = groupBy(Object.values(room.asks), subjectOf)
  const told = groupBy(Object.values(room.told), subjectOf)
  const readBacks = groupBy(Object.values(room.readBacks), readBack => readBack.delivery)
  const replies = groupBy(
    Object.values(room.messages).filter(message => message.answers !== undefined),
    message => message.answers ?? '',
  )
  return [
    ...Object.values(room.messages).map(
      (message): MessageItem => ({
        kind: 'message',
        position: message.position,
        message,
        asks: asks.get(message.message) ?? [],
        told: told.get(message.message) ?? [],
      }),
    ),
    ...Object.values(room.deliveries).map(
      (delivery): MessageItem => ({
        kind: 'delivery',
        position: delivery.position,
        delivery,
        readBacks: readBacks.get(delivery.delivery) ?? [],
        replies: (replies.get(delivery.delivery) ?? []).map(message => message.message),
      }),
    ),
    ...Object.values(room.offers).map(
      (offer): MessageItem => ({ kind: 'offer', position: offer.position, offer }),
    ),
  ]
}
