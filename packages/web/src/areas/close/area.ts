import { lazyScreen } from '../../route/route.tsx'
import type { ThingView, WebArea } from '../area.ts'
import { isClosingUsed, signingPath } from './used.ts'
import type { words } from './words/en.ts'

const ofThing: ThingView['page'] = (_, { item }) => `closing/${item}`

export const close: WebArea<'close', keyof typeof words> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: [
    { path: signingPath, screen: lazyScreen(() => import('./signing-room.tsx'), 'SigningRoom') },
    {
      path: 'rooms/$room/instrument',
      screen: lazyScreen(() => import('./close-screens.tsx'), 'PutInstrumentScreen'),
    },
    {
      path: 'rooms/$room/instrument/$thing',
      screen: lazyScreen(() => import('./close-screens.tsx'), 'InstrumentScreen'),
    },
    {
      path: 'rooms/$room/closing/$thing',
      screen: lazyScreen(() => import('./close-screens.tsx'), 'ClosingThingScreen'),
    },
  ],
  outside: [],
  entries: {},
  things: {
    instrument: { page: (_, { item }) => `instrument/${item}` },
    signing: { page: ofThing },
    approval: { page: ofThing },
    ballot: { page: ofThing },
    tally: { page: ofThing },
  },
  places: [
    {
      at: 40,
      to: signingPath,
      name: 'term.signing-room',
      within: 'agreement',
      pages: ['instrument', 'closing'],
      isUsed: isClosingUsed,
    },
  ],
  sections: [
    {
      at: 42,
      atDesk: true,
      Section: lazyScreen(() => import('./instruments-here.tsx'), 'InstrumentsHere'),
    },
  ],
  waits: {},
}
