import type { ClientArea } from '../area.ts'
import { issuing } from './going.ts'
import { waits } from './waits.ts'
import { codes, type Term } from './wording.ts'

export const text = {
  codes,
  words: {
    en: async () => (await import('../../words/en/text.ts')).text,
    ar: async () => (await import('../../words/ar/text.ts')).text,
    fa: async () => (await import('../../words/fa/text.ts')).text,
    fr: async () => (await import('../../words/fr/text.ts')).text,
    es: async () => (await import('../../words/es/text.ts')).text,
  },
  copy: async () => (await import('./copy.ts')).copy,
  views: async () => (await import('./views.ts')).views,
  waits,
  goesWith: { 'text.issue': issuing },
  // The rooms that it hangs on have been read by then.
  askedAgain: { 'text.issue': [] },
} satisfies ClientArea<'text', typeof codes, Term>
