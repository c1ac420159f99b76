import type { codes, Term } from '../../areas/table/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const table = {
  acts: {
    'table.open': 'فتح التخاطب المباشر',
    'table.close': 'إغلاق التخاطب المباشر',
    'table.tell-open': 'إبلاغ بفتح التخاطب المباشر',
    'table.tell-closed': 'إبلاغ بإغلاق التخاطب المباشر',
  },
  events: {
    'table.open': '{by}: فتح التخاطب المباشر بين الأطراف',
    'table.close': '{by}: إغلاق التخاطب المباشر',
    'table.tell-open': '{by}: إبلاغ هذا الطرف بفتح التخاطب المباشر بين الأطراف',
    'table.tell-closed': '{by}: إبلاغ هذا الطرف بإغلاق التخاطب المباشر',
  },
  refusals: {
    'consent-missing': {
      you: '{party}: لا موافقة على الوساطة، أو لم تعد قائمة. لم يُفتح التخاطب المباشر ولم يُبلَّغ أحد بشيء. اطلبوا الموافقة في الجلسة المنفردة.',
      they: 'فتح من {by} للتخاطب المباشر دون موافقة الجميع. لم يُعتدّ به.',
    },
    'limits-not-heeded': {
      you: '{party}: موافقة ضمن حدود. لم يُفتح التخاطب المباشر ولم يُبلَّغ أحد بشيء. اقرؤوا الحدود، وافتحوه إن كانت مراعاة.',
      they: 'فتح من {by} للتخاطب المباشر دون مراعاة الحدود. لم يُعتدّ به.',
    },
    'table-is-open': {
      you: 'التخاطب المباشر مفتوح من قبل. لم يتغير شيء.',
      they: 'فتح من {by} للتخاطب المباشر وهو مفتوح. لم يُعتدّ به.',
    },
  },
  fields: {},
  choices: {},
  terms: {},
} as const satisfies AreaWords<'table', typeof codes, Term>
