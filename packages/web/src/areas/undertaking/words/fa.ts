/** What the pages of undertakings say, in Persian. */
import type { words as english } from './en.ts'

export const words = {
  'undertaking.made': 'تعهدهای شما',
  'undertaking.give': 'دادن یک تعهد',
  'undertaking.none-made': 'شما اینجا تعهدی نداده‌اید.',
  'undertaking.received': 'داده‌شده به شما، بدون عوض',
  'undertaking.received-agreed': 'داده‌شده به شما، در برابر توافق',
  'undertaking.none-received': 'تعهدی به شما داده نشده است.',
  'undertaking.readers': 'آنچه هر کس از آن می‌خواند',
  'undertaking.reads-nothing': 'از این چیزی نمی‌خواند.',
  'undertaking.relying': 'آنچه دیگران مبنای عمل می‌دانند',
  'undertaking.nobody-relies': 'هنوز کسی چنین نگفته است.',
  'undertaking.revoke-follows':
    'اگر آن را پس بگیرید، میانجی فوراً می‌خواند و به هر گیرنده خبر می‌دهد. با اعلام قبلی، تا پایان مهلت برقرار می‌ماند.',
  'undertaking.none': 'هنوز تعهدی اینجا نیست.',
  'undertaking.its-maker': 'از خودش',
  'undertaking.copies': 'نسخه‌های جداگانه',
  'undertaking.counted': 'تعهدهای هر طرف',
  'undertaking.steps-lead': 'آنچه هر طرف خود انجام می‌دهد. می‌تواند به پاسخ دعوت کند، و حقی به آن نمی‌دهد.',
  'undertaking.no-steps': 'هنوز گام یک‌جانبه‌ای اینجا نیست.',
  'undertaking.put-step': 'پیش‌بینی گام یک‌جانبه',
  'undertaking.step-lead': 'میانجی آن را می‌خواند. هر گاه بگویید اعلام می‌شود، و با عبارت خودتان منتقل می‌شود.',
  'undertaking.do-put-step': 'ثبت گام',
  'undertaking.give-lead':
    'با عبارت خودتان که هیچ‌کس تغییر نمی‌دهد. میانجی آن را می‌خواند، و دیگران هنگامی که به آن‌ها منتقل شود. تعهد پس از دادن به حساب می‌آید.',
  'undertaking.do-put': 'ثبت، برای دادن پس از آن',
  'undertaking.words-hint': 'دقیقاً همان‌گونه که باید خوانده شود.',
  'undertaking.not-said': 'به همه «گفته نشده» نشان داده می‌شود، و نه بله خوانده می‌شود نه خیر.',
  'undertaking.with-notice': '{count, plural, one {با # روز اعلام قبلی} other {با # روز اعلام قبلی}}',
  'undertaking.agreed': 'در برابر آنچه توافق شد داده شد.',
  'undertaking.word-anew': 'بازنویسی این',
  'undertaking.carry': 'انتقال همین‌گونه که هست',
  'undertaking.ask-whole': 'درخواست اجازهٔ انتقال همهٔ آن',
  'undertaking.said-with-it': 'آنچه همراه آن می‌گویید',
} as const satisfies Readonly<Record<keyof typeof english, string>>
