import type { codes, Term } from '../../areas/rules/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const rules = {
  acts: {
    'rules.adopt': 'Règles adoptées',
  },
  events: {
    'rules.adopt': '{by} a fait passer cette salle aux règles d’une version plus récente.',
  },
  refusals: {
    'rules-adopted': {
      you: 'Cette salle suit déjà ces règles, ou de plus récentes. Rien n’a été modifié.',
      they: '{by} a nommé des règles que la salle suivait déjà. C’est resté sans effet.',
    },
  },
  fields: {
    number: 'Version des règles',
  },
  choices: {},
  terms: {},
} as const satisfies AreaWords<'rules', typeof codes, Term>
