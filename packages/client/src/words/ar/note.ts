import type { codes, Term } from '../../areas/note/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const note = {
  acts: {
    'note.write': 'ملاحظة',
  },
  events: {},
  refusals: {
    'note-of-another': {
      you: 'لا يغيّر الملاحظة إلا كاتبها. لم يتغير شيء. اكتبوا ملاحظة لكم.',
      they: 'محاولة من {by} لتغيير ملاحظة من كتابة شخص آخر. لم يُعتدّ بها.',
    },
  },
  fields: {
    about: 'بشأن',
  },
  choices: {},
  terms: {
    note: 'ملاحظة',
    'written-again': 'أُعيدت كتابتها',
  },
} as const satisfies AreaWords<'note', typeof codes, Term>
