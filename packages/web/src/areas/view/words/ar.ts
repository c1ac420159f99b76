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
  'view.bring': 'إدخال من جدول',
  'view.bring-lead':
    'ما لدى مكتبكم في جدول قيم مفصولة بفواصل. يُقرأ كله على هذا الجهاز، ولا يُدرج شيء ما دام فيه خطأ.',
  'view.bring-do':
    '{count, plural, =0 {إدراجها} zero {إدراجها} one {إدراج سطر واحد} two {إدراج سطرين} few {إدراج # أسطر} many {إدراج # سطرًا} other {إدراج # سطر}}',
  'view.bring-what': 'ما فيه',
  'view.bring-where': 'أين يُدرج',
  'view.bring-file': 'الجدول، في ملف',
  'view.bring-columns': 'يسمّي سطره الأول أعمدة: {columns}.',
  'view.bring-mistakes': 'ما فيه من خطأ',
  'view.bring-nothing': 'لم يُدرج شيء. صحّحوا الجدول هناك واختاروه من جديد.',
  'view.bring-preview': 'ما سيُدرجه',
  'view.statistics-lead':
    'محسوب على هذا الجهاز: كم من المحادثات، وكم تدوم، وفي أي مراحل. بلا عنوان ولا اسم ولا كلمة منها.',
  'view.office': 'مكتب كامل',
  'view.office-hint':
    'يكتب جهاز آخر أرقامه في ملف وتضيفونه هنا. وتُحسب المحادثات التي لدى عدة أجهزة مرة واحدة.',
  'view.office-add': 'أرقام أجهزة أخرى',
  'view.office-save': 'كتابة هذه الأرقام في ملف',
  'view.statistics-see': 'عرض الأرقام',
} as const satisfies Readonly<Record<keyof typeof en, string>>
