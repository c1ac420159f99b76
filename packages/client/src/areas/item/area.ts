import type { ClientArea } from '../area.ts'
import { waits } from './waits.ts'
import { codes, type Term } from './wording.ts'

export const item = {
  codes,
  words: {
    en: async () => (await import('../../words/en/item.ts')).item,
    ar: async () => (await import('../../words/ar/item.ts')).item,
    fa: async () => (await import('../../words/fa/item.ts')).item,
    fr: async () => (await import('../../words/fr/item.ts')).item,
    es: async () => (await import('../../words/es/item.ts')).item,
  },
  copy: async () => (await import('./copy.ts')).copy,
  views: async () => (await import('./views.ts')).views,
  waits,
} satisfies ClientArea<'item', typeof codes, Term>
