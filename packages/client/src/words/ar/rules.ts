import type { codes, Term } from '../../areas/rules/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const rules = {
  acts: {
    'rules.adopt': 'اعتماد قواعد',
  },
  events: {
    'rules.adopt': '{by}: نقل هذه الغرفة إلى قواعد إصدار أحدث.',
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
  terms: {
    'move-room': 'نقل الغرفة والمتابعة',
    'move-room-title': 'هذه الغرفة تسير على قواعد أقدم',
    'move-room-why':
      'يتطلب هذا قواعد جاء بها الإصدار {version}. من بعدها يحتاج كل من في هذه الغرفة إلى الإصدار {version} أو ما بعده لمتابعة القراءة، ولا رجوع عن ذلك: {room}. ويبقى المدوَّن فيها كما هو.',
    'ask-to-move': 'اطلبوا نقل الغرفة إلى القواعد الأحدث من أحد هؤلاء: {names}.',
  },
} as const satisfies AreaWords<'rules', typeof codes, Term>
