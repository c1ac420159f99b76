import type { codes, Term } from '../../areas/table/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const table = {
  acts: {
    'table.open': 'Table opened',
    'table.close': 'Table closed',
  },
  events: {
    'table.open': '{by} opened direct exchange: the parties speak to each other.',
    'table.close': '{by} closed the table.',
  },
  refusals: {
    'table-is-open': {
      you: 'The table is open already. Nothing was changed.',
      they: '{by} opened a table that was open. It had no effect.',
    },
  },
  fields: {},
  choices: {},
  terms: {},
} as const satisfies AreaWords<'table', typeof codes, Term>
