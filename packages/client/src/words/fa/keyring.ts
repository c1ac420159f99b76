import type { codes, Term } from '../../areas/keyring/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const keyring = {
  acts: {
    'key.keep': 'نگه داشتن کلید',
    'epochs.keep': 'نگه داشتن کلیدهای پیشین',
    'key.drop': 'حذف کلید',
    'paper.name': 'تعیین واژه‌های بازیابی',
    'certificate.keep': 'نگهداری گواهی',
    'invitation.keep': 'نگه داشتن دعوت‌نامه',
    'invitation.settle': 'بستن دعوت‌نامه',
  },
  events: {},
  refusals: {
    'record-destroyed': {
      you: 'سوابق این اتاق امحا شده است و دیگر چیزی در آن گفته نمی‌شود. نوشتهٔ شما در این دستگاه محفوظ است.',
      they: '{by} در اتاقی که سوابقش امحا شده چیزی گفت. به آن ترتیب اثر داده نشد.',
    },
  },
  fields: {
    address: 'سرور',
    author: 'امضا با',
    by: 'از سوی',
    certificate: 'گواهی امحا',
    created: 'ایجاد',
    destroyed: 'امحا',
    envelopes: 'موردها و کلیدها',
    expires: 'معتبر تا',
    invitation: 'دعوت‌نامه',
    kept: 'آنچه نگه داشته می‌شود',
    keys: 'کلیدها',
    purpose: 'کاربرد',
    relay: 'سرور',
    secret: 'راز',
    slot: 'از آنِ',
    slots: 'رازهای اداره‌کنندگان',
    verifier: 'کلید سرور',
  },
  choices: {
    'purpose.mailbox': 'صندوق پیام',
    'purpose.room': 'اتاق',
    'slot.mediators': 'میانجی‌ها',
    'slot.party': 'طرف',
    'standing.cancelled': 'لغوشده',
    'standing.completed': 'کامل',
  },
  terms: {
    'waiting.keys': 'کلیدهای آنچه اکنون گفته می‌شود به این دستگاه داده نشده است',
    'waiting.recovery': 'بدون واژه‌های بازیابی، با گم شدن دستگاه سوابق نیز از دست می‌رود',
    'waiting.phrase': 'واژه‌های بازیابی شما هنوز روی کاغذ نیست',
    'waiting.phrase-new': 'واژه‌های بازیابی تازه هنوز روی کاغذ نیست؛ تا آن هنگام پیشین‌ها معتبرند',
    'waiting.phrase-replacing': 'هنوز همهٔ اتاق‌ها واژه‌های بازیابی تازه را نگرفته‌اند؛ هر دو برگه را نگه دارید',
    'waiting.renewal': 'برخی اتاق‌ها هنوز کلیدهای تازهٔ این دستگاه را نگرفته‌اند',
  },
} as const satisfies AreaWords<'keyring', typeof codes, Term>
