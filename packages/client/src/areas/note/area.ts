import type { ClientArea } from '../area.ts'
import { codes, type Term } from './wording.ts'

export const note = {
  codes,
  words: {
    en: async () => (await import('../../words/en/note.ts')).note,
    ar: async () => (await import('../../words/ar/note.ts')).note,
    fa: async () => (await import('../../words/fa/note.ts')).note,
    fr: async () => (await import('../../words/fr/note.ts')).note,
    es: async () => (await import('../../words/es/note.ts')).note,
  },
  copy: async () => (await import('./copy.ts')).copy,
} satisfies ClientArea<'note', typeof codes, Term>
