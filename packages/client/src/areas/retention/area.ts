import type { ClientArea } from '../area.ts'
import { ending } from './ending.ts'
import { waits } from './waits.ts'
import { codes, type Term } from './wording.ts'

export const retention = {
  codes,
  words: {
    en: async () => (await import('../../words/en/retention.ts')).retention,
    ar: async () => (await import('../../words/ar/retention.ts')).retention,
    fa: async () => (await import('../../words/fa/retention.ts')).retention,
    fr: async () => (await import('../../words/fr/retention.ts')).retention,
    es: async () => (await import('../../words/es/retention.ts')).retention,
  },
  copy: async () => (await import('./copy.ts')).copy,
  views: async () => (await import('./views.ts')).views,
  waits,
  goesWith: { 'record.destroy': ending },
  askedAgain: { 'record.destroy': ['desk'] },
} satisfies ClientArea<'retention', typeof codes, Term>
