import type { codes, Term } from '../../areas/desk/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const desk = {
  acts: {
    'carry.prepare': 'إعداد نقل',
    'carry.assign': 'تولّي نقل',
    'carry.deliver': 'إيصال رسالة',
    'carry.cancel': 'إلغاء نقل',
  },
  events: {},
  refusals: {
    'recipient-is-source': {
      you: 'صاحب القول والمتلقي طرف واحد. لم يُرسل شيء. اختاروا متلقيًا آخر.',
      they: 'محاولة من {by} لرد الكلام إلى صاحبه. لم يُعتدّ بها.',
    },
    'not-released': {
      you: 'لم يأذن صاحب القول بهذا على هذا الوجه. لم يُرسل شيء، وصياغتكم محفوظة. اطلبوا إذن النقل، أو انقلوا أقل.',
      they: 'محاولة من {by} لنقل ما لم يؤذن به. لم يُعتدّ بها.',
    },
    'released-in-other-words': {
      you: 'أذن صاحب القول بكلمات معينة وهذه غيرها. لم يُرسل شيء. استعملوا المأذون بها، أو اطلبوا من جديد.',
      they: 'محاولة من {by} لنقل كلمات غير المأذون بها. لم يُعتدّ بها.',
    },
    'not-verbatim': {
      you: 'النص الحرفي يعني الكلمات عينها. لم يُرسل شيء. أعيدوها، أو انقلوا المضمون.',
      they: 'وصف من {by} بالنص الحرفي لما ليس كذلك. لم يُعتدّ به.',
    },
    'not-binding': {
      you: 'لم يُلزم صاحب القول نفسه. لم يُرسل شيء. انقلوه بوصفه غير ملزِم.',
      they: 'وصف من {by} بالملزِم لما ليس كذلك. لم يُعتدّ به.',
    },
    'consent-withdrawn': {
      you: 'سحب الطرف موافقته على الوساطة. لم يُرسل شيء، والرسالة باقية في مكتب الوساطة. تحدثوا إلى الطرف.',
      they: 'نقل من {by} عن طرف سحب موافقته. لم يُعتدّ به.',
    },
    'carried-by-another': {
      you: 'هذه الرسالة في عهدة شخص آخر من الفريق. لم يُرسل شيء. تولّوها أولًا، أو اتركوها في عهدته.',
      they: 'محاولة من {by} لإيصال ما هو في عهدة غيره. لم يُعتدّ بها.',
    },
  },
  fields: {
    accepted: 'نُقل بعد التحقق',
    carrier: 'في عهدة',
    condition: 'متى تحقق أن',
    in: 'الموضع',
    origin: 'من أين جاء',
    tell: 'ما يُعلَم به الطرف',
    text: 'النص',
    time: 'الوقت',
    timing: 'موعد الإيصال',
  },
  choices: {
    'in.title': 'في العنوان',
    'kind.at': 'في وقت مختار',
    'kind.mediators': 'الوساطة نفسها',
    'kind.name': 'اسم',
    'kind.now': 'فورًا',
    'kind.offer': 'عرض مشروط',
    'kind.passage': 'مقطع',
    'kind.when': 'عند تحقق شرط',
    'kind.words': 'عبارة',
    'tell.nothing': 'لا شيء',
    'tell.that': 'أنه نُقل',
    'tell.words': 'وبأي عبارات أيضًا',
  },
  terms: {
    conveyance: 'نقل رسالة',
    prepared: 'قيد الإعداد',
    done: 'وصلت',
    cancelled: 'أُلغي النقل',
    'prepared-again': 'أُعدّ من جديد',
    assigned: 'تولّي',
  },
} as const satisfies AreaWords<'desk', typeof codes, Term>
