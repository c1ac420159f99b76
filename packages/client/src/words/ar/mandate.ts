import type { codes, Term } from '../../areas/mandate/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const mandate = {
  acts: {
    'terms.set': 'تحديد الإطار',
    'consent.give': 'موافقة',
    'consent.withdraw': 'سحب موافقة',
  },
  events: {
    'terms.set': '{by}: تحديد إطار الوساطة',
    'consent.give': '{about}: موافقة على الوساطة.',
    'consent.withdraw': '{about}: سحب الموافقة.',
  },
  refusals: {
    'no-consent': { you: 'لا موافقة لتُسحب. لم يتغير شيء.', they: 'سحب من {by} لموافقة لم تكن. لم يُعتدّ به.' },
  },
  fields: {
    limits: 'الحدود',
  },
  choices: {},
  terms: {
    'waiting.consent': 'لم تعطوا بعد جوابكم عن إطار الوساطة',
    'waiting.consent-again': 'حُدِّد إطار آخر للوساطة بعد موافقتكم',
    'waiting.consent-of': 'لم تُعطَ الموافقة على الإطار القائم: {party}',
  },
} as const satisfies AreaWords<'mandate', typeof codes, Term>
