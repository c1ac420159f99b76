/** Of what waits of messages and what answers them: the entry, its first words, and what of it would be carried. */

import type { WaitingLine, Waits } from '../area.ts'

type Of<K extends Waits['kind']> = Extract<Waits, { readonly kind: K }>

const said = ({ message }: Of<'heard' | 'review'>): WaitingLine => ({
  about: message.message,
  anchor: `m-${message.message}`,
  words: message.title ?? message.body,
  carry: `message=${message.message}`,
})

const asked = ({ ask, room }: Of<'asked' | 'released'>): WaitingLine => {
  const message = room.messages[ask.passage.message]
  return {
    about: ask.ask,
    anchor: `m-${ask.passage.message}`,
    words: ask.wording ?? message?.title ?? message?.body ?? '',
  }
}

export const waits = {
  heard: said,
  review: said,
  asked,
  released: (item: Of<'released'>): WaitingLine => {
    const { message, part } = item.ask.passage
    return { ...asked(item), carry: `message=${message}${part === undefined ? '' : `&part=${part}`}` }
  },
  delivered: ({ delivery }: Of<'delivered'>): WaitingLine => ({
    about: delivery.delivery,
    anchor: `d-${delivery.delivery}`,
    words: delivery.title ?? delivery.body,
  }),
  'read-back': ({ readBack }: Of<'read-back'>): WaitingLine => ({
    about: readBack.readback,
    anchor: `d-${readBack.delivery}`,
    words: readBack.body,
  }),
  offer: ({ offer }: Of<'offer'>): WaitingLine => ({
    about: offer.offer,
    anchor: `o-${offer.offer}`,
    words: offer.ifThey,
    carry: `offer=${offer.offer}`,
  }),
} as const
