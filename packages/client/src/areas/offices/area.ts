import type { ClientArea } from '../area.ts'
import { codes, type Term } from './wording.ts'

export const offices = {
  codes,
  words: {
    en: async () => (await import('../../words/en/offices.ts')).offices,
    ar: async () => (await import('../../words/ar/offices.ts')).offices,
    fa: async () => (await import('../../words/fa/offices.ts')).offices,
    fr: async () => (await import('../../words/fr/offices.ts')).offices,
    es: async () => (await import('../../words/es/offices.ts')).offices,
  },
  copy: async () => (await import('./copy.ts')).copy,
} satisfies ClientArea<'offices', typeof codes, Term>
