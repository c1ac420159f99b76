import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import type { words } from './words/en.ts'

export const mandate: WebArea<'mandate', keyof typeof words, 'consent'> = {
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
  things: {
    mandate: { page: () => undefined },
    condition: { page: () => undefined },
    powers: { page: () => undefined },
  },
  places: [],
  sections: [{ at: 30, Section: lazyScreen(() => import('./consent-section.tsx'), 'ConsentSection') }],
  waits: {
    consent: ({ room }) => ({ about: room.id, to: `rooms/${room.id}` }),
  },
}
