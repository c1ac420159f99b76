import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import type { words } from './words/en.ts'

export const note: WebArea<'note', keyof typeof words> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: [{ path: 'notes', screen: lazyScreen(() => import('./notes-page.tsx'), 'NotesPage') }],
  outside: [],
  entries: {},
  things: {},
  places: [{ at: 10, to: 'notes', name: 'room.private', beside: true }],
  sections: [],
  waits: {},
}
