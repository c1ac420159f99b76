import type { codes, Term } from '../../areas/retention/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const retention = {
  acts: {
    'retention.set': 'تحديد مدة الحفظ',
    'hold.place': 'منع الإتلاف',
    'hold.lift': 'رفع منع الإتلاف',
    'record.destroy': 'إتلاف السجل',
  },
  events: {
    'retention.set': '{by}: تحديد مدة حفظ السجل.',
    'hold.place': '{by}: منع إتلاف السجل: {about}',
    'hold.lift': '{by}: رفع منع الإتلاف: {about}',
    'record.destroy': '{by}: إتلاف السجل.',
  },
  refusals: {
    'hold-in-force': {
      you: 'يوجد منع يحول دون إتلاف هذا السجل: {reason} لم يُتلف شيء. يستطيع من طلبه أن يرفعه.',
      they: 'محاولة من {by} لإتلاف سجل ممنوع إتلافه. لم يُعتدّ بها.',
    },
    'hold-of-another': {
      you: 'هذا المنع لطرف آخر، وهو قائم. اطلبوا ممن طلبه أن يرفعه.',
      they: 'محاولة من {by} لرفع منع يخص طرفًا آخر. لم يُعتدّ بها.',
    },
    'retention-not-set': {
      you: 'لم تُحدَّد مدة يجوز بعدها إتلاف هذا السجل. لم يُتلف شيء. حدّدوها أولًا.',
      they: 'محاولة من {by} لإتلاف سجل بلا قاعدة. لم يُعتدّ بها.',
    },
    'retention-not-over': {
      you: 'لم تنتهِ مدة حفظ هذا السجل. لم يُتلف شيء. انتظروا حتى تنتهي.',
      they: 'محاولة من {by} لإتلاف سجل قبل أوانه. لم يُعتدّ بها.',
    },
    'retention-too-short': {
      you: 'في هذه الغرفة آخرون ويجب أن يتاح لهم وقت للاعتراض. الحد الأدنى بالأيام: {min, number}. لم يتغير شيء. اختاروا مدة أطول.',
      they: 'تحديد من {by} لمدة حفظ قصيرة جدًا. لم يُعتدّ به.',
    },
  },
  fields: {
    days: 'أيام بعد آخر مدخلة',
    hold: 'منع الإتلاف',
    reason: 'السبب',
  },
  choices: {},
  terms: {
    'waiting.over': 'انقضت مدة الحفظ',
  },
} as const satisfies AreaWords<'retention', typeof codes, Term>
