import type { codes, Term } from '../../areas/mandate/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const mandate = {
  acts: {
    'terms.set': 'Terms set',
    'consent.give': 'Consent given',
    'consent.withdraw': 'Consent withdrawn',
  },
  events: {
    'terms.set': '{by} set the terms.',
    'consent.give': '{about} consented to the mediation.',
    'consent.withdraw': '{about} withdrew its consent.',
  },
  refusals: {
    'no-consent': {
      you: 'There is no consent to withdraw. Nothing was changed.',
      they: '{by} withdrew a consent that was not there. It had no effect.',
    },
  },
  fields: {
    limits: 'Limits',
  },
  choices: {},
  terms: {
    'waiting.consent': 'You have not said whether you consent to the terms of the mediation',
    'waiting.consent-again': 'Other terms of the mediation have been set since you consented',
    'waiting.consent-of': 'Consent to the terms as they stand, not given: {party}',
  },
} as const satisfies AreaWords<'mandate', typeof codes, Term>
