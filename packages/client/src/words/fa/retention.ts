import type { codes, Term } from '../../areas/retention/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const retention = {
  acts: {
    'retention.set': 'تعیین مدت نگهداری',
    'hold.place': 'ثبت منع امحا',
    'hold.lift': 'رفع منع امحا',
    'record.destroy': 'امحای سوابق',
  },
  events: {
    'retention.set': '{by} مدت نگهداری سوابق را تعیین کرد.',
    'hold.place': '{by} امحای سوابق را منع کرد: {about}',
    'hold.lift': '{by} منع امحا را رفع کرد: {about}',
    'record.destroy': '{by} سوابق را امحا کرد.',
  },
  refusals: {
    'hold-in-force': {
      you: 'منع امحا برقرار است: {reason} چیزی امحا نشد. کسی که آن را ثبت کرده می‌تواند آن را رفع کند.',
      they: '{by} تلاش کرد سوابقی را که منع امحا دارد امحا کند. به آن ترتیب اثر داده نشد.',
    },
    'hold-of-another': {
      you: 'این منع امحا را طرف دیگری ثبت کرده و برقرار است. از ثبت‌کننده بخواهید آن را رفع کند.',
      they: '{by} تلاش کرد منع امحای طرف دیگری را رفع کند. به آن ترتیب اثر داده نشد.',
    },
    'retention-not-set': {
      you: 'مدتی که پس از آن بتوان این سوابق را امحا کرد تعیین نشده است. چیزی امحا نشد. نخست آن را تعیین کنید.',
      they: '{by} تلاش کرد سوابقی را بدون قاعده امحا کند. به آن ترتیب اثر داده نشد.',
    },
    'retention-not-over': {
      you: 'مدت نگهداری این سوابق به پایان نرسیده است. چیزی امحا نشد. تا پایان آن صبر کنید.',
      they: '{by} تلاش کرد سوابقی را پیش از موعد امحا کند. به آن ترتیب اثر داده نشد.',
    },
    'retention-too-short': {
      you: 'دیگران نیز در این اتاق‌اند و باید فرصت اعتراض داشته باشند: دست‌کم {min, number} روز. چیزی تغییر نکرد. مدت طولانی‌تری برگزینید.',
      they: '{by} مدت نگهداری بسیار کوتاهی تعیین کرد. به آن ترتیب اثر داده نشد.',
    },
  },
  fields: {
    days: 'روز پس از آخرین مورد',
    hold: 'منع امحا',
    reason: 'دلیل',
  },
  choices: {},
  terms: {},
} as const satisfies AreaWords<'retention', typeof codes, Term>
