import type { words as en } from './en.ts'

export const words = {
  'view.calendar-lead': 'هر چه در اتاق‌هایی که می‌خوانید تاریخ دارد، روی همین دستگاه.',
  'view.month-before': 'ماه پیش',
  'view.this-month': 'این ماه',
  'view.month-after': 'ماه بعد',
  'view.in-calendar': 'نمایش به تقویم',
  'calendar.islamic-umalqura': 'هجری قمری (ام‌القری)',
  'view.lunar-note': 'محاسبه‌شده است. ماهی که در محل شما اعلام می‌شود ممکن است یک روز زودتر یا دیرتر آغاز شود.',
  'view.of-month': 'روز به روز',
  'view.print': 'چاپ',
  'view.file': 'پروندهٔ تقویم',
  'view.file-titles': 'همراه با موضوع روزها',
  'view.things': '{count, plural, one {# مورد} other {# مورد}}',
  'view.next-hint': 'کمترین چیزهایی که دیگر چیزها در انتظار آن‌اند.',
  'view.coming': 'چهارده روز آینده',
  'view.nothing-coming': 'در چهارده روز آینده چیزی تاریخ ندارد.',
  'view.whole-calendar': 'همهٔ تقویم و گام‌های بعدی',
  'view.equal-lead':
    'روی همین دستگاه از دفتر میانجی‌گری و اتاق‌های طرف‌ها شمرده شده، تنها برای میانجی. رقم است و داوری نیست.',
  'view.own-lead': 'روی همین دستگاه تنها از اتاق خودتان شمرده شده است. هیچ‌چیز آن از طرف دیگری نیست.',
  'view.no-figures': 'در اتاقی نیستید که رقم‌هایش شمرده شود.',
  'view.differences': 'تفاوت‌ها',
  'view.figure': 'رقم',
  'view.go-to': 'رفتن به {day}',
} as const satisfies Readonly<Record<keyof typeof en, string>>
