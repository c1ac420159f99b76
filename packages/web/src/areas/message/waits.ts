/** Of what waits of messages and what answers them: the entry, its first words, and what of it would be carried. */

import type { AnyPassage } from '@goodoffices/core'
import type { TitleIn, WaitingLine, Waits } from '../area.ts'

type Of<K extends Waits['kind']> = Extract<Waits, { readonly kind: K }>

const said = ({ message }: Of<'heard' | 'review'>): WaitingLine => ({
  about: message.message,
  anchor: `m-${message.message}`,
  words: message.title ?? message.body,
  carry: `message=${message.message}`,
})

const asked = ({ ask, room }: Of<'asked' | 'released'>, titleIn: TitleIn): WaitingLine => {
  const { passage } = ask
  if (!('message' in passage))
    return { about: ask.ask, anchor: `i-${passage.item}`, words: titleIn(room, passage.item) }
  const message = room.messages[passage.message]
  return {
    about: ask.ask,
    anchor: `m-${passage.message}`,
    words: ask.wording ?? message?.title ?? message?.body ?? '',
  }
}

/** What of it would be carried, as the search of that screen's address. */
const carriedBy = (passage: AnyPassage): string => {
  if ('message' in passage) {
    const { message, part, stretch } = passage
    const of = part === undefined ? '' : `&part=${part}`
    if (stretch === undefined) return `message=${message}${of}`
    return stretch === 'rest'
      ? `message=${message}&stretch=rest`
      : `message=${message}&from=${stretch.from}&to=${stretch.to}`
  }
  return 'mark' in passage
    ? `item=${passage.item}&mark=${passage.mark}`
    : `item=${passage.item}&fields=${passage.fields.join('.')}`
}

export const waits = {
  told: ({ room, messages: [first] }: Of<'told'>): WaitingLine => ({
    about: room.id,
    anchor: `m-${first.message}`,
    words: first.title ?? first.body,
  }),
  corrected: ({ readBack }: Of<'corrected'>): WaitingLine => ({
    about: readBack.readback,
    anchor: `d-${readBack.delivery}`,
    words: readBack.verdict?.body ?? readBack.body,
  }),
  heard: said,
  review: said,
  asked,
  released: (item: Of<'released'>, titleIn: TitleIn): WaitingLine => {
    const { passage } = item.ask
    return { ...asked(item, titleIn), carry: carriedBy(passage) }
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
