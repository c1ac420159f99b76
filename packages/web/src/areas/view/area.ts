import type { WebArea } from '../area.ts'
import { outsideScreens, viewScreens } from './screens.ts'
import type { words } from './words/en.ts'

export const view: WebArea<'view', keyof typeof words> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: viewScreens,
  outside: outsideScreens,
  entries: {},
  things: {},
  places: [
    { at: 70, to: 'calendar', name: 'term.calendar', beside: true },
    { at: 71, to: 'equal', name: 'term.symmetry', beside: true },
  ],
  sections: [],
  waits: {},
}
