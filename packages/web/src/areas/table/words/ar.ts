import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'table.open': 'التخاطب المباشر مفتوح.',
  'table.open-hint': 'تتخاطب الأطراف مباشرة.',
  'table.closed': 'التخاطب المباشر مغلق.',
  'table.closed-hint': 'يتحدث كل طرف إلى الوساطة في جلسته المنفردة؛ ولا تكتب هنا إلا الوساطة.',
  'table.since': 'منذ {at}.',
  'table.do-open': 'فتح التخاطب المباشر…',
  'table.do-close': 'إغلاق التخاطب المباشر',
}
