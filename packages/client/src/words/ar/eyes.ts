import type { codes, Term } from '../../areas/eyes/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const eyes = {
  acts: {
    'eyes.set': 'تحديد القراءة المسبقة',
  },
  events: {
    'eyes.set': '{by}: تحديد ما تُطلب له قراءة مسبقة.',
  },
  refusals: {
    'eyes-missing': {
      you: 'يشترط الفريق أن يقرأ هذا أولًا شخص آخر، ولم يقرأه أحد على حاله الآن. لم يُرسل شيء ولم يتغير شيء، وما أعددتموه محفوظ. اطلبوا من أحد أعضاء الفريق قراءته ثم أعيدوا المحاولة.',
      they: '{by}: القيام من دون قراءة مسبقة بما يشترطها. لم يُعتدّ به.',
    },
    'eyes-nobody': {
      you: 'يجب أن يقرأ هذا أولًا شخص آخر، ولا أحد غيركم في المكتب. لم يُرسل شيء ولم يتغير شيء، وما أعددتموه محفوظ. ضمّوا شخصًا إلى الفريق، أو حددوا من جديد، إن كانت لكم رئاسة الوساطة، أنها غير لازمة.',
      they: '{by}: القيام منفردًا بما يشترط قراءة مسبقة. لم يُعتدّ به.',
    },
    'eyes-differ': {
      you: 'ما أُعطيتم لقراءته ليس ما سيُفعل الآن. لم يُقل شيء باسمكم. اطلبوا عرضه عليكم من جديد كما هو.',
      they: '{by}: ما طُلبت قراءته تغيّر منذ ذلك. لم يُقل شيء.',
    },
  },
  fields: {
    door: 'لأي أمر',
    eyesBring: 'قبل ضمّ شخص إلى الوساطة',
    eyesDeliver: 'قبل إيصال أي رسالة',
    eyesDestroy: 'قبل إتلاف سجل',
    eyesOpen: 'قبل فتح التخاطب المباشر',
    heeded: 'من تُراعى حدوده',
    toRead: 'المطلوب قراءته',
  },
  choices: {
    'door.bring': 'ضمّ شخص إلى الوساطة',
    'door.destroy': 'إتلاف سجل',
    'door.loosen': 'تخفيف القراءة المسبقة',
    'door.open': 'فتح التخاطب المباشر',
    'eyesBring.off': 'غير مطلوبة',
    'eyesBring.required': 'مشترطة',
    'eyesBring.wished': 'مرغوبة',
    'eyesDeliver.off': 'غير مطلوبة',
    'eyesDeliver.required': 'مشترطة',
    'eyesDeliver.wished': 'مرغوبة',
    'eyesDestroy.off': 'غير مطلوبة',
    'eyesDestroy.required': 'مشترطة',
    'eyesDestroy.wished': 'مرغوبة',
    'eyesOpen.off': 'غير مطلوبة',
    'eyesOpen.required': 'مشترطة',
    'eyesOpen.wished': 'مرغوبة',
    'register.second-reading': 'للقراءة أولًا',
    'say.eyes-seen': 'قُرئ ولا اعتراض',
    'say.eyes-against': 'تدوين الاعتراض',
    'say.eyes-dropped': 'سحب الطلب',
    'verb.eyes-seen': 'قراءة بلا اعتراض',
    'verb.eyes-against': 'اعتراض',
    'verb.eyes-dropped': 'لم تعد مطلوبة',
    'standing.eyes-asked': 'لم يُقرأ بعد',
    'standing.eyes-seen': 'قُرئ',
    'standing.eyes-against': 'عليه اعتراض',
    'standing.eyes-dropped': 'لم يعد مطلوبًا',
  },
  terms: {
    eyes: 'القراءة المسبقة',
    'eyes-by': 'قراءة على الحال الآن: {name}.',
    'eyes-by-nobody': 'لم يقرأه غيركم على حاله الآن.',
    'eyes-changed': 'تغيّر شيء منذ ذلك: يجب طلبه من جديد.',
    'eyes-limit':
      'يتحقق منها كل جهاز للفريق قبل الإرسال. أما ما تقوله الوساطة بكلماتها في جلسة منفردة، وما يجري خارج هذا البرنامج، فلا يُمنع بها.',
    'eyes-off': 'لا يلزم أن يقرأ أحد هذا أولًا.',
    'eyes-required': 'لا يتم هذا إلا بعد أن يقرأه على حاله شخص آخر من الفريق.',
    'eyes-wished': 'يرغب الفريق في أن يقرأ هذا أولًا شخص آخر.',
  },
} as const satisfies AreaWords<'eyes', typeof codes, Term>
