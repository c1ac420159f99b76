import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'eyes.ask': 'درخواست خواندن پیشاپیش',
  'eyes.whom': 'چه کسی می‌خواند',
  'eyes.anybody': 'هر کس از گروه',
  'eyes.waits': 'خواسته شده و هنوز خوانده نشده است.',
  'eyes.hint':
    'آنچه از دست میانجی بیرون می‌رود می‌تواند نخست از سوی شخص دیگری از گروه خوانده شود. همهٔ آن در دفتر میانجی‌گری می‌ماند.',
  'eyes.state': 'تعیین موارد',
  'eyes.less': 'از آنچه لازم شمرده شده تنها پس از آن کاسته می‌شود که شخص دیگری همین را خوانده باشد.',
  'eyes.note': 'نظر شما دربارهٔ آن، برای گروه',
  'eyes.see': 'دیدن درخواست',
  'eyes.would': 'این انجام خواهد شد',
  'eyes.told': 'به هر نشست جداگانه خبر داده می‌شود.',
  'eyes.consents': 'رضایت داده است.',
  'eyes.no-consent': 'رضایت نداده است.',
}
