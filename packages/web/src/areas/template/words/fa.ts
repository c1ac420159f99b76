import type { words as en } from './en.ts'

export const words = {
  'template.follows': 'این گفت‌وگوها از الگوی «{title}» پیروی می‌کند.',
  'template.see': 'الگوهای گفت‌وگو',
  'template.not-here': 'این اتاق چنین الگویی ندارد.',
  'template.edition': 'ویرایش {edition}',
  'template.verbs':
    '{count, plural, one {# فعل کنار هر چیز است؛ بقیه باز می‌شود.} other {# فعل کنار هر چیز است؛ بقیه باز می‌شود.}}',
  'template.mediators': 'الگوها را میانجی درج می‌کند.',
  'template.lead':
    'آنچه گفت‌وگوهای یک حوزه با آن آغاز می‌شود: چیزهایی که هرگونه بخواهید تغییر می‌دهید. هیچ‌چیز آن تصمیمی نمی‌گیرد.',
  'template.choose': 'الگوی گفت‌وگوها',
  'template.none': 'هیچ',
  'template.own': 'الگوی خودتان، به‌صورت پرونده',
  'template.kept': 'مدت نگهداری سوابق:',
  'template.from': 'روزهایش شمرده می‌شود از',
  'template.read': 'آنچه می‌آورد خوانده‌ام و روزهایش اینجا درست است.',
  'template.put': 'درج آن',
  'template.what': 'آنچه درج می‌کند',
  'template.where': 'در کدام اتاق',
  'template.new': 'تازه',
  'template.begin-hint':
    'الگو دورها، مهلت‌ها و موضوع‌های یک حوزه را می‌آورد. پیش از درج هر چیز خوانده و تغییر داده می‌شود.',
} as const satisfies Readonly<Record<keyof typeof en, string>>
