import type { codes, Term } from '../../areas/item/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const item = {
  acts: {
    'item.put': 'إدراج مدخلة',
    'item.mark': 'قول عن مدخلة',
  },
  events: {},
  refusals: {
    'not-the-maker': {
      you: 'هذا للطرف الذي أدرج المدخلة وحده. لم يتغير شيء. أدرجوا مدخلة خاصة بكم.',
      they: '{by}: هذا للطرف الذي أدرج المدخلة وحده. لم يُعتدّ به.',
    },
    'not-the-one-named': {
      you: 'هذا لمن سمّته المدخلة. لم يتغير شيء. راجعوا الوساطة.',
      they: '{by}: المدخلة تسمّي جهة أخرى. لم يُعتدّ بالإجراء.',
    },
  },
  fields: {
    for: 'باسم',
  },
  choices: {},
  terms: {
    'worded-again': 'صيغ من جديد',
    newer: 'من إصدار أحدث',
    'by-mediators': 'الوساطة',
    'as-recorded': 'بتدوين الوساطة',
    'no-longer': 'لم يعد معتدًّا به: صيغة جديدة',
    'stands-as': 'الحالة',
    'stands-unproved': '{standing} · بلا إثبات، ولا يترتب عليه شيء',
    'asked-to-say': 'مطلوب رأيكم في هذا',
    'asked-to-put': 'مطلوبة روايتكم',
    'asked-of-say': 'مطلوب من {party}: رأيه في هذا',
    'asked-of-put': 'مطلوب من {party}: روايته',
    'asked-by': '{what}، حتى: {day}',
    'figure.exactly': '{value} بالضبط',
    'figure.at-least': '{value} على الأقل',
    'figure.at-most': '{value} على الأكثر',
    'figure.about': 'نحو {value}',
    'figure.between': 'بين {low} و{high}',
    'figure.no-number': 'بلا رقم: «{words}»',
    'term.said': '{verb} ({thing})',
    'term.waiting': 'في انتظار: {what}',
    'term.open': 'لم يُحدَّد يوم بعد',
    'term.unless': '{day}، أو قبله إن سبق هذا: {what}',
    'term.disputed': '{days}: يومان، لاختلاف الأطراف في تاريخ هذا: {what}',
    'term.disputed-more':
      '{days}: {count, plural, zero {# أيام} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}، لاختلاف الأطراف في تاريخ هذا: {what}',
    'term.loop': 'لن يحلّ: هذه الأيام متوقفة بعضها على بعض',
    'term.after': 'بعد {length} من: {what}',
    'term.with': 'في يوم: {thing}',
    'term.earliest': 'أول هذه الأيام: {days}',
    'term.latest': 'آخر هذه الأيام: {days}',
    'term.next': '{term}، أو يوم العمل التالي',
    'term.previous': '{term}، أو يوم العمل السابق',
    'term.ruled': '{day} ({term})',
    'unit.days':
      '{count, plural, zero {# أيام} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}',
    'unit.working-days':
      '{count, plural, zero {# أيام عمل} one {يوم عمل واحد} two {يومي عمل} few {# أيام عمل} many {# يوم عمل} other {# يوم عمل}}',
    'unit.weeks':
      '{count, plural, zero {# أسابيع} one {أسبوع واحد} two {أسبوعين} few {# أسابيع} many {# أسبوعًا} other {# أسبوع}}',
    'unit.months':
      '{count, plural, zero {# أشهر} one {شهر واحد} two {شهرين} few {# أشهر} many {# شهرًا} other {# شهر}}',
    'unit.years':
      '{count, plural, zero {# سنوات} one {سنة واحدة} two {سنتين} few {# سنوات} many {# سنة} other {# سنة}}',
  },
} as const satisfies AreaWords<'item', typeof codes, Term>
