import type { codes, Term } from '../../areas/table/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const table = {
  acts: {
    'table.open': 'Table opened',
    'table.close': 'Table closed',
    'table.tell-open': 'Told that the table is open',
    'table.tell-closed': 'Told that the table is closed',
  },
  events: {
    'table.open': '{by} opened direct exchange: the parties speak to each other.',
    'table.close': '{by} closed the table.',
    'table.tell-open': '{by} told this side that the table is open: the parties speak to each other.',
    'table.tell-closed': '{by} told this side that the table is closed again.',
  },
  refusals: {
    'consent-missing': {
      you: '{party} has not consented to the mediation, or not any more. The table was not opened, and nobody was told anything. Ask for its consent in its caucus.',
      they: '{by} opened the table without the consent of all. It had no effect.',
    },
    'limits-not-heeded': {
      you: '{party} consented within limits. The table was not opened, and nobody was told anything. Read its limits, and open the table if they are kept.',
      they: '{by} opened the table without regard to limits. It had no effect.',
    },
    'table-is-open': {
      you: 'The table is open already. Nothing was changed.',
      they: '{by} opened a table that was open. It had no effect.',
    },
  },
  fields: {},
  choices: {},
  terms: {},
} as const satisfies AreaWords<'table', typeof codes, Term>
