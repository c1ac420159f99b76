import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import type { words } from './words/en.ts'

export const desk: WebArea<'desk', keyof typeof words> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: [
    { path: 'desk', screen: lazyScreen(() => import('./desk-screen.tsx'), 'DeskScreen') },
    { path: 'carry', screen: lazyScreen(() => import('./carry-screen.tsx'), 'CarryScreen') },
  ],
  outside: [],
  entries: {},
  things: {},
  places: [],
  sections: [],
  waits: {},
}
