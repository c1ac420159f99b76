import type { ClientArea } from '../area.ts'
import { codes, type Term } from './wording.ts'

export const eyes = {
  codes,
  words: {
    en: async () => (await import('../../words/en/eyes.ts')).eyes,
    ar: async () => (await import('../../words/ar/eyes.ts')).eyes,
    fa: async () => (await import('../../words/fa/eyes.ts')).eyes,
    fr: async () => (await import('../../words/fr/eyes.ts')).eyes,
    es: async () => (await import('../../words/es/eyes.ts')).eyes,
  },
  copy: async () => (await import('./copy.ts')).copy,
} satisfies ClientArea<'eyes', typeof codes, Term>
