import type { ClientArea } from '../area.ts'
import { codes, type Term } from './wording.ts'

export const template = {
  codes,
  words: {
    en: async () => (await import('../../words/en/template.ts')).template,
    ar: async () => (await import('../../words/ar/template.ts')).template,
    fa: async () => (await import('../../words/fa/template.ts')).template,
    fr: async () => (await import('../../words/fr/template.ts')).template,
    es: async () => (await import('../../words/es/template.ts')).template,
  },
  copy: async () => (await import('./copy.ts')).copy,
} satisfies ClientArea<'template', typeof codes, Term>
