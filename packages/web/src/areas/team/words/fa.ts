import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'institution.hint':
    'میانجی‌گری نهادی دیگر تنها با موافقت شما به نشست جداگانهٔ شما می‌آید و به درخواست شما می‌رود.',
  'institution.name': 'نام بردن از نهاد',
  'institution.name-hint': 'با نامی که همه می‌خوانند. آن طرف در نشست جداگانهٔ خود پاسخ می‌دهد.',
  'institution.here': 'اکنون اینجا: {names}',
  'institution.nobody': 'کسی از آن اینجا نیست.',
  'institution.let-go': 'پایان دادن به حضور آنان',
  'institution.let-go-sure':
    '{names}: بیرون از این نشست جداگانه و بیرون از دفتر، در یک گام. آنچه خوانده شده خوانده می‌ماند؛ آنچه پس از این بیاید خوانده نمی‌شود.',
  'institution.sure-accepted-from-here':
    'میانجی‌گری این نهاد آنچه را از این پس گفته شود می‌خواند: {institution}. برای آن، نشست در اتاقی تازه ادامه می‌یابد. آنچه پیش‌تر گفته شده نزد کسانی می‌ماند که اکنون اینجا هستند.',
  'institution.sure-accepted-with-record':
    'میانجی‌گری این نهاد می‌تواند همهٔ آنچه را در این نشست جداگانه گفته شده بخواند: {institution}. آنچه خوانده شود بازگشت ندارد.',
  'institution.sure-not-accepted':
    'کسی از این نهاد به نشست جداگانهٔ شما یا به دفتر نمی‌آید: {institution}. هر زمان می‌توانید نظر دیگری بدهید.',
  'institution.sure-asked-out':
    'میانجی‌ها بی‌درنگ می‌بینند که این افراد باید بروند: {institution}. رضایت کسی لازم نیست. وقتی انجام شود، این صفحه می‌گوید.',
  'institution.own': 'نهادی که گفت‌وگوها را آغاز کرد',
  'institution.alone': '{name} در دفتر است و در همهٔ نشست‌های جداگانه نیست. بدون حضور نزد: {parties}.',
  'institution.offered': 'اتاق تازه‌ای پیشنهاد شده است',
  'institution.offered-hint':
    '{names} از {institution} آنچه را در آن از آغاز گفته شود می‌خواند، و هیچ‌چیز از گفته‌های اینجا را نه. تنها با موافقت آن طرف اعتبار می‌یابد.',
  'institution.adopt': 'ادامه در اتاق تازه',
  'institution.reads': 'از آغاز در آن: {names}.',
  'institution.stays': 'آنچه تاکنون گفته شده اینجا می‌ماند. هر که امروز می‌تواند بخواند می‌خواند، جز: {names}.',
  'institution.kept': 'سوابق آن با همان قاعده نگه داشته می‌شود: {basis}',
  'institution.consent-anew': 'رضایت منتقل نمی‌شود: آن طرف آن را با حدودش در اتاق تازه دوباره می‌دهد.',
  'institution.asks-end':
    'آنچه اینجا خواسته شده و بی‌پاسخ مانده پایان می‌یابد. آنچه باید منتقل شود دوباره گفته می‌شود.',
  'institution.went-on':
    'این نشست جداگانه در اتاق تازه‌ای ادامه می‌یابد که {names} نیز می‌خواند. همین که کلیدهای آن برسد، این صفحه آن را باز می‌کند. اینجا دیگر چیزی گفته نمی‌شود.',
  'institution.from-here': 'از اینجا {names} نیز می‌خواند.',
  'institution.earlier': '{room}، پیش از آمدن {names}',
  'institution.offer': 'پیشنهاد اتاق تازه برای ادامه',
  'institution.bring': 'افزودن به اینجا',
  'institution.to-desk': 'افزودن به دفتر',
}
