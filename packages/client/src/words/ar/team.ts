import type { codes, Term } from '../../areas/team/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const team = {
  acts: {
    'successor.offer': 'عرض غرفة جديدة',
    'successor.adopt': 'قبول الغرفة الجديدة',
  },
  events: {
    'successor.offer': '{by}: عرض غرفة جديدة تستمر فيها هذه الجلسة المنفردة متى وافق الطرف.',
    'successor.adopt': '{by}: قبول الغرفة الجديدة. تستمر الجلسة المنفردة هناك، ولا يقال هنا شيء بعد ذلك.',
  },
  refusals: {
    'not-in-every-caucus': {
      you: 'لا أحد في مكتب الوساطة دون حضور في كل جلسة منفردة، ولا حضور هنا: {party}. لم يُضف أحد. ضمّوا الشخص إلى تلك الجلسة أولًا بموافقة الطرف.',
      they: 'محاولة من {by} لضمّ شخص إلى مكتب الوساطة دون حضور في كل جلسة منفردة. لم يُعتدّ بها.',
    },
  },
  fields: {
    coming: 'القادمون',
    task: 'بأي صفة',
  },
  choices: {
    'register.mediators-accepted': 'وساطة من مؤسسة أخرى',
    'say.accepted-from-here': 'قبول من الآن فصاعدًا',
    'say.accepted-with-record': 'قبول مع الاطلاع على كل ما قيل من قبل',
    'say.not-accepted': 'اعتذار عن القبول',
    'say.asked-out': 'طلب مغادرتهم',
    'standing.unanswered': 'بلا رد بعد',
    'standing.accepted-from-here': 'مقبولة من الآن فصاعدًا',
    'standing.accepted-with-record': 'مقبولة مع كل ما قيل من قبل',
    'standing.not-accepted': 'غير مقبولة',
    'standing.asked-out': 'المغادرة مطلوبة ولم تتم بعد',
    'standing.gone-out': 'المغادرة مطلوبة وقد تمت',
    'verb.accepted-from-here': 'قبول من الآن فصاعدًا',
    'verb.accepted-with-record': 'قبول مع كل ما قيل من قبل',
    'verb.not-accepted': 'اعتذار عن القبول',
    'verb.asked-out': 'طلب مغادرة',
  },
  terms: {},
} as const satisfies AreaWords<'team', typeof codes, Term>
