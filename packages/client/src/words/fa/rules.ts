import type { codes, Term } from '../../areas/rules/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const rules = {
  acts: {
    'rules.adopt': 'پذیرش قواعد',
  },
  events: {
    'rules.adopt': '{by} این اتاق را به قواعد نسخهٔ تازه‌تر برد.',
  },
  refusals: {
    'rules-adopted': {
      you: 'این اتاق همین قواعد یا تازه‌تر از آن را دارد. چیزی تغییر نکرد.',
      they: '{by} قواعدی را نام برد که اتاق از پیش داشت. به آن ترتیب اثر داده نشد.',
    },
  },
  fields: {
    number: 'نسخهٔ قواعد',
  },
  choices: {},
  terms: {
    'move-room': 'انتقال اتاق و ادامه',
    'move-room-title': 'این اتاق با قواعد پیشین اداره می‌شود',
    'move-room-why':
      'این کار قواعدی می‌خواهد که با نسخهٔ {version} آمد. از آن پس همهٔ حاضران این اتاق برای ادامهٔ خواندن به نسخهٔ {version} یا تازه‌تر نیاز دارند و این بازگشت‌پذیر نیست: {room}. آنچه آنجا آمده همان‌گونه می‌ماند.',
    'ask-to-move': 'انتقال اتاق به قواعد تازه‌تر را از یکی از اینان بخواهید: {names}.',
  },
} as const satisfies AreaWords<'rules', typeof codes, Term>
