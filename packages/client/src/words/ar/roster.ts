import type { codes, Term } from '../../areas/roster/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const roster = {
  acts: {
    'room.open': 'فتح غرفة',
    'member.admit': 'ضمّ عضو',
    'member.remove': 'إنهاء مشاركة',
    'member.leave': 'مغادرة عضو',
    'device.add': 'إضافة جهاز',
    'device.remove': 'إزالة جهاز',
    'lead.hand-over': 'نقل الرئاسة',
    'party.add': 'إضافة طرف',
    'room.register': 'تسجيل غرفة',
    'contact.record': 'تدوين جهة اتصال',
    'contact.move': 'تغيير صندوق البريد',
    'keys.missed': 'بلا مفاتيح',
  },
  events: {
    'room.open': '{by}: فتح الغرفة.',
    'member.admit': '{by}: ضمّ {about}.',
    'member.remove': '{by}: إنهاء مشاركة {about}.',
    'member.leave': '{by}: مغادرة الغرفة.',
    'lead.hand-over': '{by}: نقل الرئاسة إلى {about}.',
    'keys.missed':
      '{by}: لم تصل المفاتيح عند تغيير مفاتيح إحدى الغرف، ولم تمكن القراءة فيها. راجعوا من غيّرها.',
  },
  refusals: {
    'one-lead': {
      you: 'رئاسة الوساطة قائمة. لم يتغير شيء. يمكنكم نقلها.',
      they: 'محاولة من {by} لتعيين رئاسة ثانية. لم يُعتدّ بها.',
    },
    'lead-hands-over-first': {
      you: 'لا بد للغرفة ممن يتولاها. لم تُسجَّل مغادرتكم. انقلوا المسؤولية أولًا ثم غادروا.',
      they: 'محاولة من {by} لترك الغرفة بلا مسؤول. لم يُعتدّ بها.',
    },
    'not-of-this-party': {
      you: 'هذه الغرفة لطرف واحد. لم يدخل أحد. اختاروا أحدًا من ذلك الطرف.',
      they: 'محاولة من {by} لضمّ شخص من طرف آخر. لم يُعتدّ بها.',
    },
    'hidden-party': {
      you: 'هذا الاسم لا تعرفه إلا الوساطة، ولا يُذكر هنا. لم يُرسل شيء.',
      they: 'محاولة من {by} فيها تسمية مشارك لا يُسمّى. لم يُعتدّ بها.',
    },
    'already-a-member': {
      you: 'هذا الشخص هنا من قبل. لم يتغير شيء.',
      they: 'محاولة من {by} لضمّ شخص موجود من قبل. لم يُعتدّ بها.',
    },
    'device-known': {
      you: 'هذا الجهاز مسجَّل من قبل. لم يتغير شيء.',
      they: 'تسجيل من {by} لجهاز مسجَّل. لم يُعتدّ به.',
    },
    'last-device': {
      you: 'هذا آخر أجهزتكم. لم يُزَل. أضيفوا غيره أولًا.',
      they: 'محاولة من {by} لإزالة آخر جهاز. لم يُعتدّ بها.',
    },
    'leave-instead': {
      you: 'لا يُنهي أحد مشاركته بهذه الطريقة. لم يتغير شيء. غادروا المحادثات بدل ذلك.',
      they: 'محاولة من {by} لإنهاء المشاركة ذاتيًا. لم يُعتدّ بها.',
    },
  },
  fields: {
    account: 'يشارك بحساب',
    card: 'البطاقة',
    devices: 'الأجهزة',
    founder: 'فتح الغرفة',
    hidden: 'لا تعرفه إلا الوساطة',
    history: 'ما يقرؤه من ينضم',
    log: 'سجل الخادم',
    mailbox: 'صندوق البريد',
    member: 'الشخص',
    root: 'البصمة الموقّعة حينها',
    rules: 'إصدار القواعد',
    size: 'المدخلات حتى ذلك الحين',
    succeeds: 'استمرار لـ',
  },
  choices: {
    'history.all': 'كل ما قيل من قبل',
    'kind.party': 'طرف في المحادثات',
    'kind.third': 'جهة ضامنة أو شاهدة أو مضيفة أو جهة ثالثة أخرى',
  },
  terms: {
    'waiting.invitation': '{name}: وصل الجواب، اتصلوا واقرؤوا الأرقام',
    'waiting.asks': '{name}: طلب دخول، فهل سمعتم أن الأرقام متطابقة؟',
    'waiting.stopped': 'لم يدخل أحد بدعوة {name}: انظروا السبب',
    'waiting.contested': '{name}: وصل أكثر من جواب واحد',
  },
} as const satisfies AreaWords<'roster', typeof codes, Term>
