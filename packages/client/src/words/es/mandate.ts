import type { codes, Term } from '../../areas/mandate/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const mandate = {
  acts: {
    'terms.set': 'Marco fijado',
    'consent.give': 'Consentimiento dado',
    'consent.withdraw': 'Consentimiento retirado',
  },
  events: {
    'terms.set': '{by} fijó el marco de la mediación.',
    'consent.give': '{about}: consentimiento a la mediación.',
    'consent.withdraw': '{about}: retirada del consentimiento.',
  },
  refusals: {
    'no-consent': {
      you: 'No hay consentimiento que retirar. No se ha modificado nada.',
      they: '{by} retiró un consentimiento que no existía. Quedó sin efecto.',
    },
  },
  fields: {
    limits: 'Límites',
  },
  choices: {},
  terms: {
    'waiting.consent': 'Aún no ha dicho si da su consentimiento al marco de la mediación',
    'waiting.consent-again': 'Se ha fijado otro marco de la mediación después de su consentimiento',
    'waiting.consent-of': 'Consentimiento al marco vigente, aún no dado: {party}',
  },
} as const satisfies AreaWords<'mandate', typeof codes, Term>
