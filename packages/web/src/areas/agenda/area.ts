import { standingOf } from '@goodoffices/core'
import { noWords, type WebArea } from '../area.ts'

export const agenda: WebArea<'agenda', never, 'overdue' | 'apart'> = {
  words: noWords,
  screens: [],
  outside: [],
  entries: {},
  things: {
    claim: { page: () => undefined },
    issue: { page: () => undefined },
    round: { page: () => undefined },
    deadline: { page: () => undefined },
  },
  places: [],
  sections: [],
  waits: {
    overdue: ({ deadline }) => ({
      about: deadline.item,
      anchor: `i-${deadline.item}`,
      words: standingOf(deadline).fields.title,
    }),
    apart: ({ issue }) => ({ about: issue, anchor: `i-${issue}` }),
  },
}
