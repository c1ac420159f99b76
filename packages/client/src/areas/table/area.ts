import type { ClientArea } from '../area.ts'
import { closing, opening } from './opening.ts'
import { waits } from './waits.ts'
import { codes, type Term } from './wording.ts'

export const table = {
  codes,
  words: {
    en: async () => (await import('../../words/en/table.ts')).table,
    ar: async () => (await import('../../words/ar/table.ts')).table,
    fa: async () => (await import('../../words/fa/table.ts')).table,
    fr: async () => (await import('../../words/fr/table.ts')).table,
    es: async () => (await import('../../words/es/table.ts')).table,
  },
  copy: async () => (await import('./copy.ts')).copy,
  waits,
  goesWith: { 'table.open': opening, 'table.close': closing },
  askedAgain: { 'table.open': ['caucus', 'desk'] },
} satisfies ClientArea<'table', typeof codes, Term>
