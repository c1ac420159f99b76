import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import { agreementPath, besidePath, officesPath, officesScreens } from './screens.ts'
import type { words } from './words/en.ts'

export const offices: WebArea<'offices', keyof typeof words> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: officesScreens,
  outside: [{ path: 'offices', screen: lazyScreen(() => import('./offices-page.tsx'), 'OfficesPage') }],
  entries: {},
  things: {
    'good-offices': { page: (_, { item }) => officesPath(item) },
    'agreement-to-mediate': { page: (_, { item }) => agreementPath(item) },
    track: { page: (_, { item }) => besidePath(item) },
    portfolio: { page: (_, { item }) => besidePath(item) },
    safety: { page: (_, { item }) => besidePath(item) },
  },
  places: [],
  sections: [{ at: 8, atDesk: true, Section: lazyScreen(() => import('./offices-here.tsx'), 'OfficesHere') }],
  waits: {},
}
