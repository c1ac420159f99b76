import type { codes, Term } from '../../areas/team/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const team = {
  acts: {
    'successor.offer': 'پیشنهاد اتاق تازه',
    'successor.adopt': 'پذیرش اتاق تازه',
  },
  events: {
    'successor.offer':
      '{by} اتاق تازه‌ای پیشنهاد کرد که این نشست جداگانه با موافقت آن طرف در آن ادامه می‌یابد.',
    'successor.adopt':
      '{by} اتاق تازه را پذیرفت. نشست جداگانه آنجا ادامه می‌یابد و اینجا دیگر چیزی گفته نمی‌شود.',
  },
  refusals: {
    'not-in-every-caucus': {
      you: 'هیچ‌کس بدون حضور در همهٔ نشست‌های جداگانه در دفتر میانجی‌گری نیست، و این شخص در نشست {party} نیست. کسی افزوده نشد. نخست با موافقت آن طرف او را به آن نشست بیاورید.',
      they: '{by} تلاش کرد کسی را به دفتر میانجی‌گری بیاورد که در همهٔ نشست‌های جداگانه نیست. به آن ترتیب اثر داده نشد.',
    },
  },
  fields: {
    coming: 'کسانی که می‌آیند',
    task: 'در چه سمتی',
  },
  choices: {
    'register.mediators-accepted': 'میانجی‌گری نهادی دیگر',
    'say.accepted-from-here': 'پذیرش از این پس',
    'say.accepted-with-record': 'پذیرش، با خواندن همهٔ گفته‌های پیشین',
    'say.not-accepted': 'نپذیرفتن',
    'say.asked-out': 'درخواست رفتن آنان',
    'standing.unanswered': 'هنوز بی‌پاسخ',
    'standing.accepted-from-here': 'پذیرفته از این پس',
    'standing.accepted-with-record': 'پذیرفته با همهٔ گفته‌های پیشین',
    'standing.not-accepted': 'نپذیرفته',
    'standing.asked-out': 'رفتن درخواست شده، هنوز انجام نشده',
    'standing.gone-out': 'رفتن درخواست شده و انجام شده',
    'verb.accepted-from-here': 'پذیرفته، از این پس',
    'verb.accepted-with-record': 'پذیرفته، با همهٔ گفته‌های پیشین',
    'verb.not-accepted': 'نپذیرفته',
    'verb.asked-out': 'درخواست رفتن',
  },
  terms: {},
} as const satisfies AreaWords<'team', typeof codes, Term>
