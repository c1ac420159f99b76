import type { ClientArea } from '../area.ts'
import { leavingDesk } from '../team/at-desk.ts'
import { comingIn } from './coming-in.ts'
import { waits } from './waits.ts'
import { codes, type Term } from './wording.ts'

export const roster = {
  codes,
  words: {
    en: async () => (await import('../../words/en/roster.ts')).roster,
    ar: async () => (await import('../../words/ar/roster.ts')).roster,
    fa: async () => (await import('../../words/fa/roster.ts')).roster,
    fr: async () => (await import('../../words/fr/roster.ts')).roster,
    es: async () => (await import('../../words/es/roster.ts')).roster,
  },
  goesWith: { 'member.admit': comingIn, 'member.remove': leavingDesk },
  copy: async () => (await import('./copy.ts')).copy,
  views: async () => (await import('./views.ts')).views,
  waits,
} satisfies ClientArea<'roster', typeof codes, Term>
