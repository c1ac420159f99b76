import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import type { words } from './words/en.ts'

export const roster: WebArea<'roster', keyof typeof words, 'invitation'> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: [{ path: 'people', screen: lazyScreen(() => import('./people-page.tsx'), 'PeoplePage') }],
  outside: [
    { path: 'begin', screen: lazyScreen(() => import('./begin-page.tsx'), 'BeginPage') },
    { path: 'join', screen: lazyScreen(() => import('./join-page.tsx'), 'JoinPage') },
  ],
  entries: {},
  things: {},
  places: [{ at: 20, to: 'people', name: 'nav.people', waits: ['invitation'] }],
  sections: [{ at: 10, Section: lazyScreen(() => import('./admit.tsx'), 'Admit') }],
  waits: {
    invitation: ({ invitation }) => ({ about: invitation.id, to: 'people' }),
  },
}
