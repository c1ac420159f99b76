import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'notes.title': 'الملاحظات',
  'notes.private': 'لا يقرؤها سواكم.',
  'notes.team': 'يقرؤها من في هذه الغرفة؛ ولا يعدّل الملاحظة إلا من كتبها.',
  'notes.new': 'ملاحظة',
  'notes.keep': 'حفظ',
  'notes.change': 'تعديل',
  'notes.desk': '{count, plural, =0 {ملاحظات الفريق} other {ملاحظات الفريق: #}}',
  'purge.open': 'إتلاف هذه الملاحظات…',
  'purge.title': 'إتلاف ملاحظاتكم',
  'purge.goes': 'كل ما دوّنتموه عن هذه المحادثات، من الخادم ومن أجهزتكم. وما تدوّنونه بعد ذلك يُحفظ على حدة.',
  'purge.stays': 'شهادة لديكم وحدكم: الوقت، والقاعدة، وعدد المدخلات. ولا كلمة من الملاحظات.',
  'purge.sure': 'أؤكد ذلك. لتُتلف ملاحظاتي عن هذه المحادثات.',
  'purge.done': 'أُتلفت ملاحظات لكم.',
}
