import { rulesNumber } from '@goodoffices/core'
import { fail, ok } from '../../result.ts'
import type { ClientArea } from '../area.ts'
import { codes, type Term } from './wording.ts'

export const rules = {
  codes,
  words: {
    en: async () => (await import('../../words/en/rules.ts')).rules,
    ar: async () => (await import('../../words/ar/rules.ts')).rules,
    fa: async () => (await import('../../words/fa/rules.ts')).rules,
    fr: async () => (await import('../../words/fr/rules.ts')).rules,
    es: async () => (await import('../../words/es/rules.ts')).rules,
  },
  copy: async () => (await import('./copy.ts')).copy,
  goesWith: {
    // RULE-7: a room takes any later number; whoever says one that its own device does not know could not read on.
    'rules.adopt': ({ step: { act } }) =>
      act.kind === 'rules.adopt' && act.number > rulesNumber
        ? fail('rules-unknown', { rules: act.number })
        : ok([]),
  },
} satisfies ClientArea<'rules', typeof codes, Term>
