import type { codes, Term } from '../../areas/mandate/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const mandate = {
  acts: {
    'terms.set': 'Cadre fixé',
    'consent.give': 'Consentement donné',
    'consent.withdraw': 'Consentement retiré',
  },
  events: {
    'terms.set': '{by} a fixé le cadre de la médiation.',
    'consent.give': '{about} : consentement à la médiation.',
    'consent.withdraw': '{about} : retrait du consentement.',
  },
  refusals: {
    'no-consent': {
      you: 'Il n’y a pas de consentement à retirer. Rien n’a été modifié.',
      they: '{by} a retiré un consentement qui n’existait pas. C’est resté sans effet.',
    },
  },
  fields: {
    limits: 'Limites',
  },
  choices: {},
  terms: {
    'waiting.consent': 'Vous n’avez pas encore dit si vous consentez au cadre de la médiation',
    'waiting.consent-again': 'Un autre cadre de la médiation a été fixé depuis votre consentement',
    'waiting.consent-of': 'Consentement au cadre actuel, pas encore donné : {party}',
  },
} as const satisfies AreaWords<'mandate', typeof codes, Term>
