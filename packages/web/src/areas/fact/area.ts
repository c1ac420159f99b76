import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import { figureScreens } from './screens.ts'
import type { words } from './words/en.ts'

export const fact: WebArea<'fact', keyof typeof words> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: figureScreens,
  outside: [],
  entries: {},
  places: [],
  sections: [{ at: 40, Section: lazyScreen(() => import('./figures-here.tsx'), 'FiguresHere') }],
  waits: {},
}
