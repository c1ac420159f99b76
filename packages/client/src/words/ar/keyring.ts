import type { codes, Term } from '../../areas/keyring/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const keyring = {
  acts: {
    'key.keep': 'حفظ مفتاح',
    'epochs.keep': 'حفظ مفاتيح سابقة',
    'key.drop': 'حذف مفتاح',
    'paper.name': 'تعيين كلمات الاسترداد',
    'certificate.keep': 'حفظ الشهادة',
    'invitation.keep': 'حفظ دعوة',
    'invitation.settle': 'إغلاق دعوة',
  },
  events: {},
  refusals: {
    'record-destroyed': {
      you: 'أُتلف سجل هذه الغرفة ولم يعد يُقال فيها شيء. ما كتبتموه محفوظ على هذا الجهاز.',
      they: 'كتابة من {by} في غرفة أُتلف سجلها. لم يُعتدّ بها.',
    },
  },
  fields: {
    address: 'الخادم',
    author: 'التوقيع بواسطة',
    by: 'الجهة القائمة به',
    certificate: 'شهادة إتلاف',
    created: 'الإنشاء',
    destroyed: 'الإتلاف',
    envelopes: 'المدخلات والمفاتيح',
    expires: 'صالحة حتى',
    invitation: 'الدعوة',
    kept: 'المحفوظ',
    keys: 'المفاتيح',
    purpose: 'الغرض',
    relay: 'الخادم',
    secret: 'السر',
    slot: 'لمن',
    slots: 'أسرار من يديرون',
    verifier: 'مفتاح الخادم',
  },
  choices: {
    'purpose.mailbox': 'صندوق البريد',
    'purpose.room': 'غرفة',
    'slot.mediators': 'لفريق الوساطة',
    'slot.party': 'للطرف',
    'standing.cancelled': 'دعوة ملغاة',
    'standing.completed': 'دعوة مكتملة',
  },
  terms: {
    'waiting.keys': 'لم تصل إلى هذا الجهاز مفاتيح ما يقال الآن',
    'waiting.recovery': 'من دون كلمات الاسترداد يضيع السجل بضياع الجهاز',
    'waiting.phrase': 'كلمات الاسترداد ليست على الورق بعد',
    'waiting.phrase-new': 'كلمات الاسترداد الجديدة ليست على الورق بعد؛ وإلى ذلك الحين تبقى السابقة سارية',
    'waiting.phrase-replacing': 'لم تعتمد كل غرفة كلمات الاسترداد الجديدة بعد؛ احتفظوا بالورقتين',
    'waiting.renewal': 'لم تعتمد بعض الغرف مفاتيح هذا الجهاز الجديدة بعد',
  },
} as const satisfies AreaWords<'keyring', typeof codes, Term>
