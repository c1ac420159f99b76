import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import type { words } from './words/en.ts'

export const table: WebArea<'table', keyof typeof words, 'opened'> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: [],
  outside: [],
  entries: {},
  things: {},
  places: [],
  sections: [{ at: 20, Section: lazyScreen(() => import('./table-mode.tsx'), 'TableMode') }],
  waits: {
    opened: ({ room }) => ({ about: room.id, to: `rooms/${room.id}` }),
  },
}
