import type { codes, Term } from '../../areas/rules/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const rules = {
  acts: {
    'rules.adopt': 'Reglas adoptadas',
  },
  events: {
    'rules.adopt': '{by} pasó esta sala a las reglas de una versión más reciente.',
  },
  refusals: {
    'rules-adopted': {
      you: 'Esta sala ya sigue estas reglas u otras más recientes. No se ha modificado nada.',
      they: '{by} nombró reglas que la sala ya seguía. Quedó sin efecto.',
    },
  },
  fields: {
    number: 'Versión de las reglas',
  },
  choices: {},
  terms: {},
} as const satisfies AreaWords<'rules', typeof codes, Term>
