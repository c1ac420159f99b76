import type { codes, Term } from '../../areas/note/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const note = {
  acts: {
    'note.write': 'Note',
  },
  events: {},
  refusals: {
    'note-of-another': {
      you: 'Only its writer changes a note. Nothing was changed. Write one of your own.',
      they: '{by} tried to change another’s note. It had no effect.',
    },
  },
  fields: {
    about: 'About',
  },
  choices: {},
  terms: {
    note: 'Note',
    'written-again': 'Written anew',
  },
} as const satisfies AreaWords<'note', typeof codes, Term>
