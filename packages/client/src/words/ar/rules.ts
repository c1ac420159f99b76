import type { codes, Term } from '../../areas/rules/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const rules = {
  acts: {
    'rules.adopt': 'اعتماد قواعد',
  },
  events: {
    'rules.adopt': '{by}: نقل هذه الغرفة إلى قواعد إصدار أحدث',
  },
  refusals: {
    'rules-adopted': {
      you: 'تسير هذه الغرفة على هذه القواعد أو على أحدث منها. لم يتغير شيء.',
      they: 'ذكر من {by} لقواعد كانت الغرفة تسير عليها. لم يُعتدّ به.',
    },
  },
  fields: {
    number: 'إصدار القواعد',
  },
  choices: {},
  terms: {},
} as const satisfies AreaWords<'rules', typeof codes, Term>
