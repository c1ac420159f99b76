import type { codes, Term } from '../../areas/table/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const table = {
  acts: {
    'table.open': 'Échange direct ouvert',
    'table.close': 'Échange direct fermé',
  },
  events: {
    'table.open': '{by} a ouvert l’échange direct : les parties se parlent.',
    'table.close': '{by} a fermé l’échange direct.',
  },
  refusals: {
    'table-is-open': {
      you: 'L’échange direct est déjà ouvert. Rien n’a été modifié.',
      they: '{by} a ouvert l’échange direct, déjà ouvert. C’est resté sans effet.',
    },
  },
  fields: {},
  choices: {},
  terms: {},
} as const satisfies AreaWords<'table', typeof codes, Term>
