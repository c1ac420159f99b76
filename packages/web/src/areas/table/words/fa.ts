import type { words as english } from './en.ts'

export const words: Readonly<Record<keyof typeof english, string>> = {
  'table.open': 'گفت‌وگوی مستقیم برقرار است.',
  'table.open-hint': 'طرف‌ها مستقیم با یکدیگر سخن می‌گویند.',
  'table.closed': 'گفت‌وگوی مستقیم بسته است.',
  'table.closed-hint': 'هر طرف در نشست جداگانهٔ خود با میانجی سخن می‌گوید؛ اینجا تنها میانجی‌ها می‌نویسند.',
  'table.since': 'از {at}.',
  'table.do-open': 'برقراری گفت‌وگوی مستقیم…',
  'table.open-title': 'برقراری گفت‌وگوی مستقیم میان طرف‌ها',
  'table.do-close': 'پایان گفت‌وگوی مستقیم',
  'table.ask':
    'طرف‌ها مستقیم با یکدیگر سخن خواهند گفت. هر طرف در همان گام در نشست جداگانه‌اش از آن آگاه می‌شود.',
  'table.limits': '{party} حدودی نهاده است:',
  'table.heed': 'این حدود را خوانده‌ام و رعایت می‌شوند',
  'table.unconsented':
    '{party} رضایت نداده، یا رضایت خود را پس گرفته است. بدون آن، گفت‌وگوی مستقیم برقرار نمی‌شود.',
  'table.note': 'آنچه همراه آن در گفت‌وگوی مستقیم گفته می‌شود',
}
