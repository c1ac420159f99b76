import type { codes, Term } from '../../areas/note/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const note = {
  acts: {
    'note.write': 'یادداشت',
  },
  events: {},
  refusals: {
    'note-of-another': {
      you: 'یادداشت را تنها نویسنده‌اش تغییر می‌دهد. چیزی تغییر نکرد. یادداشتی از خود بنویسید.',
      they: '{by} تلاش کرد یادداشت دیگری را تغییر دهد. به آن ترتیب اثر داده نشد.',
    },
  },
  fields: {
    about: 'دربارهٔ',
  },
  choices: {},
  terms: {
    note: 'یادداشت',
    'written-again': 'بازنویسی',
  },
} as const satisfies AreaWords<'note', typeof codes, Term>
