import type { ClientArea } from '../area.ts'
import { waits } from './waits.ts'
import { codes, type Term } from './wording.ts'

export const message = {
  codes,
  words: {
    en: async () => (await import('../../words/en/message.ts')).message,
    ar: async () => (await import('../../words/ar/message.ts')).message,
    fa: async () => (await import('../../words/fa/message.ts')).message,
    fr: async () => (await import('../../words/fr/message.ts')).message,
    es: async () => (await import('../../words/es/message.ts')).message,
  },
  copy: async () => (await import('./copy.ts')).copy,
  views: async () => (await import('./views.ts')).views,
  waits,
} satisfies ClientArea<'message', typeof codes, Term>
