import type { codes, Term } from '../../areas/view/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const view = {
  acts: {},
  events: {},
  refusals: {},
  fields: {},
  choices: {},
  terms: {
    calendar: 'التقويم',
    'days.differ': 'تذكر الأطراف أيامًا مختلفة',
    'days.none': 'لا تاريخ لشيء هنا.',
    'days.open': 'بلا تاريخ بعد',
    'kept-until': 'يجوز إتلاف السجل',
    'length.days':
      '{count, plural, zero {أقل من يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}',
    'length.hours':
      '{count, plural, zero {أقل من ساعة} one {ساعة واحدة} two {ساعتان} few {# ساعات} many {# ساعة} other {# ساعة}}',
    'length.minutes':
      '{count, plural, zero {أقل من دقيقة} one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
    'measure.answer-time': 'الزمن الأوسط حتى الجواب',
    'measure.answered': 'أسئلة أُجيب عنها',
    'measure.asked': 'أسئلة طُرحت',
    'measure.brought': 'رسائل نُقلت إليه',
    'measure.brought-words': 'كلمات نُقلت إليه',
    'measure.carried': 'رسائله المنقولة',
    'measure.carry-time': 'الزمن الأوسط من القول إلى النقل',
    'measure.corrected': 'رسائل نُقلت ثم صُحِّحت',
    'measure.first': 'سُمع قبل غيره في اجتماع',
    'measure.meetings': 'اجتماعات رُتِّبت',
    'measure.notice': 'المهلة الوسطى للإشعار قبل الاجتماع',
    'measure.people': 'أشخاص حاضرون',
    'measure.put': 'ما أدرجه في غرفته',
    'measure.read-back-time': 'الزمن الأوسط حتى بيان ما فُهم',
    'measure.release-time': 'الزمن الأوسط للرد على طلب إذن النقل',
    'measure.releases-asked': 'طلبات إذن النقل',
    'measure.releases-given': 'أذون النقل الممنوحة',
    'measure.said': 'رسائله',
    'measure.session-time': 'الوقت مع الوساطة',
    'measure.together': 'أُرسل إلى الجميع معًا',
    'measure.told': 'رسائل الوساطة نفسها إليه',
    'next.chain': 'ثم: {things}',
    'next.count':
      '{count, plural, zero {لا شيء آخر ينتظره.} one {شيء واحد آخر ينتظره.} two {شيئان آخران ينتظرانه.} few {# أشياء أخرى تنتظره.} many {# شيئًا آخر ينتظره.} other {# شيء آخر ينتظره.}}',
    'next.none': 'لا شيء ينتظر شيئًا آخر.',
    'next.paragraph':
      '{steps} {count, plural, zero {لا شيء ينتظر ذلك.} one {شيء واحد ينتظر ذلك.} two {شيئان ينتظران ذلك.} few {# أشياء تنتظر ذلك.} many {# شيئًا ينتظر ذلك.} other {# شيء ينتظر ذلك.}}',
    'next.steps': 'الخطوات التالية',
    'question-closes': 'يُغلق سؤال',
    symmetry: 'تكافؤ المعاملة',
    'symmetry.by-mediators': 'ما فعلته الوساطة لكل طرف',
    'symmetry.by-sides': 'ما فعله كل طرف',
    'symmetry.differs': '{measure}: {figures}.',
    'symmetry.even': 'لا يختلف رقم مما فعلته الوساطة بأكثر من الهامش.',
    'symmetry.margin':
      'يُذكر حيث يكون لطرف أكثر من مرة ونصف ما لغيره، ويكون الفرق اثنين على الأقل، أو اثنتي عشرة ساعة على الأقل.',
    'symmetry.own': 'أرقامه هو',
  },
} as const satisfies AreaWords<'view', typeof codes, Term>
