import { lazyScreen } from '../../route/route.tsx'
import type { WebArea } from '../area.ts'
import type { words } from './words/en.ts'

export const retention: WebArea<'retention', keyof typeof words, 'over'> = {
  words: {
    en: async () => (await import('./words/en.ts')).words,
    ar: async () => (await import('./words/ar.ts')).words,
    fa: async () => (await import('./words/fa.ts')).words,
    fr: async () => (await import('./words/fr.ts')).words,
    es: async () => (await import('./words/es.ts')).words,
  },
  screens: [
    {
      path: 'certificates',
      screen: lazyScreen(() => import('./certificates-page.tsx'), 'TalksCertificatesPage'),
    },
  ],
  outside: [
    { path: 'certificates', screen: lazyScreen(() => import('./certificates-page.tsx'), 'CertificatesPage') },
  ],
  entries: {},
  things: {},
  places: [],
  sections: [],
  waits: {
    over: ({ rooms }) => ({ about: 'over', to: `record?room=${rooms[0]?.id ?? ''}` }),
  },
}
