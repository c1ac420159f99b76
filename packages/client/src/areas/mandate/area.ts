import type { ClientArea } from '../area.ts'
import { waits } from './waits.ts'
import { weighing } from './weighing.ts'
import { codes, type Term } from './wording.ts'

export const mandate = {
  codes,
  words: {
    en: async () => (await import('../../words/en/mandate.ts')).mandate,
    ar: async () => (await import('../../words/ar/mandate.ts')).mandate,
    fa: async () => (await import('../../words/fa/mandate.ts')).mandate,
    fr: async () => (await import('../../words/fr/mandate.ts')).mandate,
    es: async () => (await import('../../words/es/mandate.ts')).mandate,
  },
  copy: async () => (await import('./copy.ts')).copy,
  waits,
  weighs: weighing,
} satisfies ClientArea<'mandate', typeof codes, Term>
