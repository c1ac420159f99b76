import type { codes, Term } from '../../areas/table/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const table = {
  acts: {
    'table.open': 'فتح التخاطب المباشر',
    'table.close': 'إغلاق التخاطب المباشر',
  },
  events: {
    'table.open': '{by}: فتح التخاطب المباشر بين الأطراف',
    'table.close': '{by}: إغلاق التخاطب المباشر',
  },
  refusals: {
    'table-is-open': {
      you: 'التخاطب المباشر مفتوح من قبل. لم يتغير شيء.',
      they: 'فتح من {by} للتخاطب المباشر وهو مفتوح. لم يُعتدّ به.',
    },
  },
  fields: {},
  choices: {},
  terms: {},
} as const satisfies AreaWords<'table', typeof codes, Term>
