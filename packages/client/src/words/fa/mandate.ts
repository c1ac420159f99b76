import type { codes, Term } from '../../areas/mandate/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const mandate = {
  acts: {
    'terms.set': 'تعیین چارچوب',
    'consent.give': 'رضایت',
    'consent.withdraw': 'پس گرفتن رضایت',
  },
  events: {
    'terms.set': '{by} چارچوب میانجی‌گری را تعیین کرد.',
    'consent.give': '{about} به میانجی‌گری رضایت داد.',
    'consent.withdraw': '{about} رضایت خود را پس گرفت.',
  },
  refusals: {
    'no-consent': {
      you: 'رضایتی نیست که پس گرفته شود. چیزی تغییر نکرد.',
      they: '{by} رضایتی را پس گرفت که نبود. به آن ترتیب اثر داده نشد.',
    },
  },
  fields: {
    limits: 'حدود',
  },
  choices: {},
  terms: {
    'waiting.consent': 'هنوز نگفته‌اید که به چارچوب میانجی‌گری رضایت می‌دهید یا نه',
    'waiting.consent-again': 'پس از رضایت شما چارچوب دیگری برای میانجی‌گری تعیین شده است',
    'waiting.consent-of': 'رضایت به چارچوب کنونی داده نشده است: {party}',
  },
} as const satisfies AreaWords<'mandate', typeof codes, Term>
