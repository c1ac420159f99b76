import type { codes, Term } from '../../areas/rules/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const rules = {
  acts: {
    'rules.adopt': 'Rules adopted',
  },
  events: {
    'rules.adopt': '{by} moved this room to the rules of a newer version.',
  },
  refusals: {
    'rules-adopted': {
      you: 'This room is kept by these rules, or newer ones, already. Nothing was changed.',
      they: '{by} named rules that the room had already. It had no effect.',
    },
  },
  fields: {
    number: 'Version of the rules',
  },
  choices: {},
  terms: {},
} as const satisfies AreaWords<'rules', typeof codes, Term>
