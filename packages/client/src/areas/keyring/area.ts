import type { ClientArea } from '../area.ts'
import { waits } from './waits.ts'
import { codes, type Term } from './wording.ts'

export const keyring = {
  codes,
  words: {
    en: async () => (await import('../../words/en/keyring.ts')).keyring,
    ar: async () => (await import('../../words/ar/keyring.ts')).keyring,
    fa: async () => (await import('../../words/fa/keyring.ts')).keyring,
    fr: async () => (await import('../../words/fr/keyring.ts')).keyring,
    es: async () => (await import('../../words/es/keyring.ts')).keyring,
  },
  copy: async () => (await import('./copy.ts')).copy,
  waits,
} satisfies ClientArea<'keyring', typeof codes, Term>
