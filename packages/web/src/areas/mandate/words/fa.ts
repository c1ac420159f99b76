import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'terms.hint': 'میانجی چه می‌تواند بکند، و اگر چیزی تعیین نشده باشد چه چیز قابل انتقال است.',
  'terms.do': 'تعیین این چارچوب در همهٔ اتاق‌ها',
  'terms.role-carry': 'میانجی گفتهٔ هر طرف را منتقل می‌کند و چیزی بر مضمون نمی‌افزاید.',
  'terms.role-host': 'میانجی می‌تواند طرف‌ها را به دیدار نیز فراخواند و جایی برایشان فراهم کند.',
  'terms.role-propose': 'میانجی می‌تواند پیشنهادهای خود را نیز با طرف‌ها در میان بگذارد.',
  'disclosure.open-hint':
    'مضمون گفتهٔ هر طرف را بدون ذکر گوینده می‌توان منتقل کرد، مگر چیز دیگری تعیین شده باشد.',
  'disclosure.closed-hint': 'تا طرفی که سخنی گفته اجازه ندهد، چیزی منتقل نمی‌شود.',

  'consent.title': 'چارچوب و رضایت',
  'consent.none': '{party} هنوز نگفته است که رضایت دارد یا نه.',
  'consent.given': '{party} در {at} رضایت داد.',
  'consent.withdrawn': '{party} در {at} رضایت خود را پس گرفت.',
  'consent.own.none': 'شما هنوز نگفته‌اید که رضایت دارید یا نه.',
  'consent.own.given': 'شما در {at} رضایت دادید.',
  'consent.own.withdrawn': 'شما در {at} رضایت خود را پس گرفتید.',
  'consent.outdated': 'پس از آن چارچوب دیگری تعیین شده است.',
  'consent.give': 'رضایت به میانجی‌گری',
  'consent.give-again': 'رضایت به این چارچوب',
  'consent.withdraw': 'پس گرفتن رضایت',
  'consent.limits': 'حدود آن، به زبان خودتان',
  'consent.reason': 'دلیل، اگر مایلید',
}
