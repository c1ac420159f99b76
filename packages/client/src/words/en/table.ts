import type { codes, Term } from '../../areas/table/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const table = {
  acts: {
    'table.open': 'Direct exchange opened',
    'table.close': 'Direct exchange closed',
    'table.tell-open': 'Told that direct exchange is open',
    'table.tell-closed': 'Told that direct exchange is closed',
  },
  events: {
    'table.open': '{by} opened direct exchange: the parties speak to each other.',
    'table.close': '{by} ended direct exchange.',
    'table.tell-open': '{by} gave word here that direct exchange is open: the parties speak to each other.',
    'table.tell-closed': '{by} gave word here that direct exchange is closed again.',
  },
  refusals: {
    'caucus-missing': {
      you: '{party} has no caucus here: its record was destroyed, and its consent with it, or you are not in it. Direct exchange was not opened, and nobody was told anything; all other rooms are as they were. Open a caucus for it anew, and ask for its consent there.',
      they: '{by} opened direct exchange without a caucus for each party. It had no effect.',
    },
    'consent-missing': {
      you: '{party} has not consented to the mediation, or not any more. Direct exchange was not opened, and nobody was told anything. Ask for its consent in its caucus.',
      they: '{by} opened direct exchange without the consent of all. It had no effect.',
    },
    'limits-not-heeded': {
      you: '{party} consented within limits. Direct exchange was not opened, and nobody was told anything. Read its limits, and open it if they are kept.',
      they: '{by} opened direct exchange without regard to limits. It had no effect.',
    },
    'table-is-open': {
      you: 'Direct exchange is open already. Nothing was changed.',
      they: '{by} opened direct exchange that was open. It had no effect.',
    },
  },
  fields: {},
  choices: {},
  terms: {
    'waiting.opened': 'Direct exchange has been opened at the table',
  },
} as const satisfies AreaWords<'table', typeof codes, Term>
