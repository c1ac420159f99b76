import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'eyes.ask': 'طلب قراءته أولًا',
  'eyes.whom': 'من يقرؤه',
  'eyes.anybody': 'أي شخص من الفريق',
  'eyes.waits': 'طُلبت القراءة ولم تتم بعد.',
  'eyes.hint': 'ما يخرج من يد الوساطة يمكن أن يقرأه أولًا شخص آخر من الفريق. وكل ذلك يبقى في المكتب.',
  'eyes.state': 'تحديد ما تُطلب له القراءة',
  'eyes.less': 'ما هو مشترط لا يُخفَّف إلا بعد أن يقرأ هذا بعينه شخص آخر.',
  'eyes.note': 'رأيكم فيه، للفريق',
  'eyes.see': 'الاطلاع على الطلب',
  'eyes.would': 'هذا ما سيُفعل',
  'eyes.told': 'يُبلَّغ به في كل جلسة منفردة.',
  'eyes.consents': 'موافقة.',
  'eyes.no-consent': 'لا موافقة.',
}
