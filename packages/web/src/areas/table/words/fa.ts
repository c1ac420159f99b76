import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'table.open': 'گفت‌وگوی مستقیم برقرار است.',
  'table.open-hint': 'طرف‌ها مستقیم با یکدیگر سخن می‌گویند.',
  'table.closed': 'گفت‌وگوی مستقیم بسته است.',
  'table.closed-hint': 'هر طرف در نشست جداگانهٔ خود با میانجی سخن می‌گوید؛ اینجا تنها میانجی‌ها می‌نویسند.',
  'table.since': 'از {at}.',
  'table.do-open': 'برقراری گفت‌وگوی مستقیم…',
  'table.do-close': 'پایان گفت‌وگوی مستقیم',
}
