import type { ClientArea } from '../area.ts'
import { codes, type Term } from './wording.ts'

export const team = {
  codes,
  words: {
    en: async () => (await import('../../words/en/team.ts')).team,
    ar: async () => (await import('../../words/ar/team.ts')).team,
    fa: async () => (await import('../../words/fa/team.ts')).team,
    fr: async () => (await import('../../words/fr/team.ts')).team,
    es: async () => (await import('../../words/es/team.ts')).team,
  },
  copy: async () => (await import('./copy.ts')).copy,
} satisfies ClientArea<'team', typeof codes, Term>
