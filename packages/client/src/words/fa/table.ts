import type { codes, Term } from '../../areas/table/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const table = {
  acts: {
    'table.open': 'برقراری گفت‌وگوی مستقیم',
    'table.close': 'پایان گفت‌وگوی مستقیم',
  },
  events: {
    'table.open': '{by} گفت‌وگوی مستقیم را برقرار کرد: طرف‌ها با هم سخن می‌گویند.',
    'table.close': '{by} به گفت‌وگوی مستقیم پایان داد.',
  },
  refusals: {
    'table-is-open': {
      you: 'گفت‌وگوی مستقیم هم‌اکنون برقرار است. چیزی تغییر نکرد.',
      they: '{by} گفت‌وگوی مستقیم را که برقرار بود باز کرد. به آن ترتیب اثر داده نشد.',
    },
  },
  fields: {},
  choices: {},
  terms: {},
} as const satisfies AreaWords<'table', typeof codes, Term>
