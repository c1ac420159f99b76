import type { words as en } from './en.ts'

export const words = {
  'view.calendar-lead': 'كل ما له تاريخ في الغرف التي تقرؤونها، على هذا الجهاز.',
  'view.month-before': 'الشهر السابق',
  'view.this-month': 'هذا الشهر',
  'view.month-after': 'الشهر التالي',
  'view.in-calendar': 'يُعرض بالتقويم',
  'calendar.islamic-umalqura': 'الهجري القمري (أم القرى)',
  'view.lunar-note': 'محسوب. قد يبدأ الشهر المعلن حيث أنتم قبل ذلك بيوم أو بعده.',
  'view.of-month': 'يومًا فيومًا',
  'view.print': 'طباعة',
  'view.file': 'ملف تقويم',
  'view.file-titles': 'مع بيان ما هي الأيام',
  'view.things':
    '{count, plural, zero {لا شيء} one {شيء واحد} two {شيئان} few {# أشياء} many {# شيئًا} other {# شيء}}',
  'view.next-hint': 'أقل ما تنتظره أشياء أخرى.',
  'view.coming': 'الأيام الأربعة عشر المقبلة',
  'view.nothing-coming': 'لا تاريخ لشيء في الأيام الأربعة عشر المقبلة.',
  'view.whole-calendar': 'التقويم كله والخطوات التالية',
  'view.equal-lead': 'محسوب على هذا الجهاز من مكتب الوساطة وغرف الأطراف، للوساطة وحدها. أرقام بلا حكم.',
  'view.own-lead': 'محسوب على هذا الجهاز من غرفتكم وحدها. ليس فيه شيء عن طرف آخر.',
  'view.no-figures': 'لستم في غرفة تُحسب أرقامها.',
  'view.differences': 'الفروق',
  'view.figure': 'الرقم',
  'view.go-to': 'الانتقال إلى {day}',
} as const satisfies Readonly<Record<keyof typeof en, string>>
