import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import type { words } from './words/en.ts'

export const eyes: WebArea<'eyes', keyof typeof words> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: [
    {
      path: 'rooms/$room/read-first/$thing',
      screen: lazyScreen(() => import('./reading-screen.tsx'), 'ReadingScreen'),
    },
  ],
  outside: [],
  entries: {},
  things: { 'second-reading': { page: (_, { item }) => `read-first/${item}` } },
  places: [],
  sections: [],
  waits: {},
}
