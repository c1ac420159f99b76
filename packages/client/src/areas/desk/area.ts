import type { ClientArea } from '../area.ts'
import { delivering } from './delivering.ts'
import { waits } from './waits.ts'
import { codes, type Term } from './wording.ts'

export const desk = {
  codes,
  words: {
    en: async () => (await import('../../words/en/desk.ts')).desk,
    ar: async () => (await import('../../words/ar/desk.ts')).desk,
    fa: async () => (await import('../../words/fa/desk.ts')).desk,
    fr: async () => (await import('../../words/fr/desk.ts')).desk,
    es: async () => (await import('../../words/es/desk.ts')).desk,
  },
  copy: async () => (await import('./copy.ts')).copy,
  views: async () => (await import('./views.ts')).views,
  waits,
  goesWith: { 'carry.deliver': delivering },
  // The rooms that it hangs on have been read by then.
  askedAgain: { 'carry.deliver': [] },
} satisfies ClientArea<'desk', typeof codes, Term>
