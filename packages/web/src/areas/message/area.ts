import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import { waits } from './waits.ts'
import type { words } from './words/en.ts'

export const message: WebArea<'message', keyof typeof words, keyof typeof waits> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: [
    { path: 'rooms/$room/say', screen: lazyScreen(() => import('./say-screen.tsx'), 'SayScreen') },
    { path: 'rooms/$room/offer', screen: lazyScreen(() => import('./offer-screen.tsx'), 'OfferScreen') },
    {
      path: 'rooms/$room/sheet/$delivery',
      screen: lazyScreen(() => import('./sheet-screen.tsx'), 'SheetScreen'),
    },
  ],
  outside: [],
  entries: {
    message: {
      Entry: lazyScreen(() => import('./message-entry.tsx'), 'MessageEntry'),
      anchor: ({ message }) => `m-${message.message}`,
    },
    delivery: {
      Entry: lazyScreen(() => import('./delivery-entry.tsx'), 'DeliveryEntry'),
      anchor: ({ delivery }) => `d-${delivery.delivery}`,
    },
    offer: {
      Entry: lazyScreen(() => import('./offer-entry.tsx'), 'OfferEntry'),
      anchor: ({ offer }) => `o-${offer.offer}`,
    },
  },
  things: {},
  places: [],
  sections: [],
  waits,
}
