import type { ClientArea } from '../area.ts'
import { clearing } from './clearing.ts'
import { codes, type Term } from './wording.ts'

export const meeting = {
  codes,
  words: {
    en: async () => (await import('../../words/en/meeting.ts')).meeting,
    ar: async () => (await import('../../words/ar/meeting.ts')).meeting,
    fa: async () => (await import('../../words/fa/meeting.ts')).meeting,
    fr: async () => (await import('../../words/fr/meeting.ts')).meeting,
    es: async () => (await import('../../words/es/meeting.ts')).meeting,
  },
  copy: async () => (await import('./copy.ts')).copy,
  views: async () => (await import('./views.ts')).views,
  goesWith: { 'item.put': clearing, 'delivery.make': clearing },
} satisfies ClientArea<'meeting', typeof codes, Term>
