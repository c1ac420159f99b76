import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'terms.hint': 'ما يجوز للوساطة، وما يجوز نقله إذا لم يُحدَّد شيء.',
  'terms.do': 'تحديد هذا الإطار في كل غرفة',
  'terms.role-carry': 'تنقل الوساطة ما يقوله كل طرف، ولا تضيف شيئًا من المضمون.',
  'terms.role-host': 'وللوساطة أيضًا أن تدعو الأطراف إلى اللقاء وتهيئ لهم المكان.',
  'terms.role-propose': 'وللوساطة أيضًا أن تطرح على الأطراف أفكارًا من عندها.',
  'disclosure.open-hint': 'يجوز نقل مضمون ما يقوله الطرف دون ذكر صاحبه، ما لم يُحدَّد غير ذلك.',
  'disclosure.closed-hint': 'لا يُنقل شيء حتى يأذن به الطرف الذي قاله.',

  'consent.title': 'إطار الوساطة والموافقة عليه',
  'consent.none': '{party}: لم ترد بعدُ موافقة ولا رفض.',
  'consent.given': '{party}: موافقة بتاريخ {at}.',
  'consent.withdrawn': '{party}: سحب الموافقة بتاريخ {at}.',
  'consent.own.none': 'لم تبيّنوا بعد إن كنتم توافقون.',
  'consent.own.given': 'وافقتم في {at}.',
  'consent.own.withdrawn': 'سحبتم موافقتكم في {at}.',
  'consent.outdated': 'وحُدّد بعد ذلك إطار آخر.',
  'consent.give': 'الموافقة على الوساطة',
  'consent.give-again': 'الموافقة على هذا الإطار',
  'consent.withdraw': 'سحب الموافقة',
  'consent.limits': 'الحدود، بكلماتكم',
  'consent.reason': 'السبب، إن شئتم ذكره',
}
