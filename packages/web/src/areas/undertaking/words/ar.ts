/** What the pages of undertakings say, in Arabic. */
import type { words as english } from './en.ts'

export const words = {
  'undertaking.made': 'ما تعهدتم به',
  'undertaking.give': 'تقديم تعهد',
  'undertaking.none-made': 'لم تتعهدوا بشيء هنا.',
  'undertaking.received': 'ما قُدّم لكم دون مقابل',
  'undertaking.received-agreed': 'ما قُدّم لكم مقابل ما اتُّفق عليه',
  'undertaking.none-received': 'لم يُقدَّم لكم أي تعهد.',
  'undertaking.readers': 'ما يقرؤه كل طرف منه',
  'undertaking.reads-nothing': 'لا يقرأ شيئًا من هذا.',
  'undertaking.relying': 'ما يعوّل عليه الآخرون',
  'undertaking.nobody-relies': 'لم يقل أحد ذلك بعد.',
  'undertaking.revoke-follows':
    'إذا سحبتموه قرأته الوساطة فورًا وأبلغت كل من تلقّاه. ومع الإخطار المسبق يظل ساريًا حتى انقضائه.',
  'undertaking.none': 'لا تعهدات هنا بعد.',
  'undertaking.its-maker': 'تعهده هو',
  'undertaking.copies': 'نسخ منفصلة',
  'undertaking.counted': 'ما تعهد به كل طرف',
  'undertaking.steps-lead': 'ما يفعله طرف من تلقاء نفسه. قد يدعو إلى ردّ، ولا يعطي حقًا فيه.',
  'undertaking.no-steps': 'لا خطوات من جانب واحد هنا بعد.',
  'undertaking.put-step': 'التخطيط لخطوة من جانب واحد',
  'undertaking.step-lead': 'تقرؤها الوساطة. وتُعلن حين تقولون ذلك، وتُنقل بكلماتكم.',
  'undertaking.do-put-step': 'إدراج الخطوة',
  'undertaking.give-lead':
    'بكلماتكم أنتم، ولا يغيّرها أحد. تقرؤها الوساطة، والآخرون حين تُنقل إليهم. ولا يُعتدّ بالتعهد إلا بعد تقديمه.',
  'undertaking.do-put': 'إدراجه ليُقدَّم لاحقًا',
  'undertaking.words-hint': 'كما يجب أن تُقرأ تمامًا.',
  'undertaking.not-said': 'يظهر للجميع بوصفه غير مذكور، ولا يُقرأ نعم ولا لا.',
  'undertaking.with-notice':
    '{count, plural, zero {دون إخطار مسبق} one {بإخطار مسبق مدته يوم واحد} two {بإخطار مسبق مدته يومان} few {بإخطار مسبق مدته # أيام} many {بإخطار مسبق مدته # يومًا} other {بإخطار مسبق مدته # يوم}}',
  'undertaking.agreed': 'قُدّم مقابل ما اتُّفق عليه.',
  'undertaking.word-anew': 'إعادة صياغته',
  'undertaking.carry': 'نقله كما هو',
  'undertaking.ask-whole': 'طلب الإذن بنقله كاملًا',
  'undertaking.said-with-it': 'ما تقولونه معه',
} as const satisfies Readonly<Record<keyof typeof english, string>>
