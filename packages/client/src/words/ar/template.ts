import type { codes, Term } from '../../areas/template/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const template = {
  acts: {},
  events: {},
  refusals: {
    'template-unfit': {
      you: 'لا يصلح هذا نموذجًا: عند {place}: {reason}. لم يُدرج شيء. صحّحوه هناك وأعيدوا قراءته.',
      they: 'استعمل {by} ما ليس نموذجًا. لم يُعتدّ به.',
    },
  },
  fields: {
    archiveFirst: 'إلى الأرشيف قبل أن يجوز إتلافه',
    edition: 'الطبعة',
    renamable: 'الكلمة',
    renamed: 'تسميات أخرى',
    verbsShown: 'عدد الأفعال بجانب الشيء',
  },
  choices: {
    'register.template': 'نموذج',
    'say.template-left': 'ترك العمل به',
    'standing.template-followed': 'معمول به',
    'standing.template-left': 'لم يعد معمولًا به',
    'verb.template-left': 'لم يعد معمولًا به',
  },
  terms: {
    'template.already': 'مدرج من قبل',
    'template.brings': 'ما يأتي به:',
    'template.safety-first':
      'يُسأل أولًا عن كل طرف هل يستطيع أهله المشاركة بسلام. ويُدرج الباقي بعد أن يُجاب عن الجميع.',
    'template.waits': 'وبعد الجواب يأتي أيضًا بما يلي:',
    templates: 'النماذج',
    'template-mistake.not-json': 'ليس JSON',
    'template-mistake.shape': 'ينقص شيء أو هو غير معروف أو من نوع آخر',
    'template-mistake.register-unknown': 'لا وجود لهذا النوع',
    'template-mistake.room-unfit': 'لا تُدرج الوساطة مثل هذا هناك',
    'template-mistake.fields-unfit': 'حقل ناقص أو غير مناسب',
    'template-mistake.thing-unknown': 'يسمّي ما لم يُدرجه النموذج قبله',
    'template-mistake.key-twice': 'لشيئين هذا المفتاح نفسه',
  },
} as const satisfies AreaWords<'template', typeof codes, Term>
