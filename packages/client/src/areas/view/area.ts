import type { ClientArea } from '../area.ts'
import { codes, type Term } from './wording.ts'

export const view = {
  codes,
  words: {
    en: async () => (await import('../../words/en/view.ts')).view,
    ar: async () => (await import('../../words/ar/view.ts')).view,
    fa: async () => (await import('../../words/fa/view.ts')).view,
    fr: async () => (await import('../../words/fr/view.ts')).view,
    es: async () => (await import('../../words/es/view.ts')).view,
  },
  copy: async () => (await import('./copy.ts')).copy,
} satisfies ClientArea<'view', typeof codes, Term>
