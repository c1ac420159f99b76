import type { words as en } from './en.ts'

export const words = {
  'template.follows': 'تتبع هذه المحادثات النموذج «{title}».',
  'template.see': 'نماذج للمحادثات',
  'template.not-here': 'ليس في هذه الغرفة هذا النموذج.',
  'template.edition': 'الطبعة {edition}',
  'template.verbs':
    '{count, plural, zero {لا فعل بجانب الشيء؛ والباقي يُفتح.} one {فعل واحد بجانب الشيء؛ والباقي يُفتح.} two {فعلان بجانب الشيء؛ والباقي يُفتح.} few {# أفعال بجانب الشيء؛ والباقي يُفتح.} many {# فعلًا بجانب الشيء؛ والباقي يُفتح.} other {# فعل بجانب الشيء؛ والباقي يُفتح.}}',
  'template.mediators': 'تُدرج الوساطة النماذج.',
  'template.lead': 'ما تبدأ به محادثات مجال ما: أشياء تغيّرونها كما تشاؤون. لا شيء فيه يقرر شيئًا.',
  'template.choose': 'نموذج للمحادثات',
  'template.none': 'بلا نموذج',
  'template.own': 'نموذج من عندكم، في ملف',
  'template.kept': 'مدة حفظ السجلات:',
  'template.from': 'تُحسب أيامه من',
  'template.read': 'قرأت ما يأتي به، وأيامه صحيحة هنا.',
  'template.put': 'إدراجه',
  'template.what': 'ما يُدرجه',
  'template.where': 'في أي غرفة',
  'template.new': 'جديد',
  'template.begin-hint': 'يأتي النموذج بجولات ومواعيد وموضوعات لمجال ما. ويُقرأ ويُغيَّر قبل إدراج أي شيء.',
} as const satisfies Readonly<Record<keyof typeof en, string>>
