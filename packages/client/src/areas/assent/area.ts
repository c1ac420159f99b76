import type { ClientArea } from '../area.ts'
import { codes, type Term } from './wording.ts'

export const assent = {
  codes,
  words: {
    en: async () => (await import('../../words/en/assent.ts')).assent,
    ar: async () => (await import('../../words/ar/assent.ts')).assent,
    fa: async () => (await import('../../words/fa/assent.ts')).assent,
    fr: async () => (await import('../../words/fr/assent.ts')).assent,
    es: async () => (await import('../../words/es/assent.ts')).assent,
  },
  copy: async () => (await import('./copy.ts')).copy,
  views: async () => (await import('./views.ts')).views,
} satisfies ClientArea<'assent', typeof codes, Term>
