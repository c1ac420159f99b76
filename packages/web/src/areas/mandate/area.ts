import { lazyScreen } from '../../route/route.tsx'
import type { ThingView, WebArea } from '../area.ts'
import type { words } from './words/en.ts'

const pageOf: ThingView['page'] = (_, { item }) => `mandate/${item}`

export const mandate: WebArea<'mandate', keyof typeof words, 'consent'> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: [
    {
      path: 'rooms/$room/mandate/$thing',
      screen: lazyScreen(() => import('./mandate-screen.tsx'), 'MandateScreen'),
    },
    {
      path: 'rooms/$room/mandate/$thing/word',
      screen: lazyScreen(() => import('./mandate-screen.tsx'), 'WordScreen'),
    },
    {
      path: 'rooms/$room/put/$register',
      screen: lazyScreen(() => import('./mandate-screen.tsx'), 'PutScreen'),
    },
    { path: 'powers', screen: lazyScreen(() => import('./powers-page.tsx'), 'PowersScreen') },
  ],
  outside: [{ path: 'begin/own', screen: lazyScreen(() => import('./own-talks-page.tsx'), 'OwnTalksPage') }],
  entries: {},
  things: {
    mandate: { page: pageOf },
    condition: { page: pageOf },
    powers: { page: pageOf },
  },
  places: [],
  sections: [
    { at: 5, Section: lazyScreen(() => import('./mandate-line.tsx'), 'MandateLine') },
    { at: 30, Section: lazyScreen(() => import('./consent-section.tsx'), 'ConsentSection') },
    { at: 36, atDesk: true, Section: lazyScreen(() => import('./mandates-here.tsx'), 'MandatesHere') },
  ],
  waits: {
    consent: ({ room }) => ({ about: room.id, to: `rooms/${room.id}` }),
  },
}
