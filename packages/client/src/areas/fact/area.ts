import type { ClientArea } from '../area.ts'
import { puttingInquiry, usingFigure } from './checking.ts'
import { codes, type Term } from './wording.ts'

export const fact = {
  codes,
  words: {
    en: async () => (await import('../../words/en/fact.ts')).fact,
    ar: async () => (await import('../../words/ar/fact.ts')).fact,
    fa: async () => (await import('../../words/fa/fact.ts')).fact,
    fr: async () => (await import('../../words/fr/fact.ts')).fact,
    es: async () => (await import('../../words/es/fact.ts')).fact,
  },
  copy: async () => (await import('./copy.ts')).copy,
  views: async () => (await import('./views.ts')).views,
  goesWith: { 'item.put': puttingInquiry, 'item.mark': usingFigure },
} satisfies ClientArea<'fact', typeof codes, Term>
