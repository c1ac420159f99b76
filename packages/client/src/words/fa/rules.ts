import type { codes, Term } from '../../areas/rules/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const rules = {
  acts: {
    'rules.adopt': 'پذیرش قواعد',
  },
  events: {
    'rules.adopt': '{by} این اتاق را به قواعد نسخهٔ تازه‌تر برد.',
  },
  refusals: {
    'rules-adopted': {
      you: 'این اتاق همین قواعد یا تازه‌تر از آن را دارد. چیزی تغییر نکرد.',
      they: '{by} قواعدی را نام برد که اتاق از پیش داشت. به آن ترتیب اثر داده نشد.',
    },
  },
  fields: {
    number: 'نسخهٔ قواعد',
  },
  choices: {},
  terms: {},
} as const satisfies AreaWords<'rules', typeof codes, Term>
