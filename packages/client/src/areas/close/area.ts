import type { ClientArea } from '../area.ts'
import { putting } from './checking.ts'
import { codes, type Term } from './wording.ts'

export const close = {
  codes,
  words: {
    en: async () => (await import('../../words/en/close.ts')).close,
    ar: async () => (await import('../../words/ar/close.ts')).close,
    fa: async () => (await import('../../words/fa/close.ts')).close,
    fr: async () => (await import('../../words/fr/close.ts')).close,
    es: async () => (await import('../../words/es/close.ts')).close,
  },
  copy: async () => (await import('./copy.ts')).copy,
  goesWith: { 'item.put': putting },
} satisfies ClientArea<'close', typeof codes, Term>
