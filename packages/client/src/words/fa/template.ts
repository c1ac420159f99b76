import type { codes, Term } from '../../areas/template/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const template = {
  acts: {},
  events: {},
  refusals: {
    'template-unfit': {
      you: 'این الگو قابل استفاده نیست: در {place}: {reason}. چیزی درج نشد. همان‌جا اصلاحش کنید و دوباره بخوانید.',
      they: '{by} چیزی را به کار برد که الگو نیست. به آن ترتیب اثر داده نشد.',
    },
  },
  fields: {
    archiveFirst: 'به بایگانی، پیش از آنکه امحا شود',
    edition: 'ویرایش',
    renamable: 'واژه',
    renamed: 'نام‌های دیگر',
    verbsShown: 'شمار فعل‌ها کنار هر چیز',
  },
  choices: {
    'register.template': 'الگو',
    'say.template-left': 'دیگر دنبال نشود',
    'standing.template-followed': 'دنبال می‌شود',
    'standing.template-left': 'دیگر دنبال نمی‌شود',
    'verb.template-left': 'دیگر دنبال نمی‌شود',
  },
  terms: {
    'template.already': 'از پیش درج شده',
    'template.brings': 'آنچه می‌آورد:',
    'template.safety-first':
      'نخست دربارهٔ هر طرف پرسیده می‌شود که آیا افرادش می‌توانند ایمن شرکت کنند. بقیه پس از پاسخ دربارهٔ همه درج می‌شود.',
    'template.waits': 'پس از آن این‌ها را هم می‌آورد:',
    templates: 'الگوها',
    'template-mistake.not-json': 'JSON نیست',
    'template-mistake.shape': 'چیزی کم است، ناشناخته است یا از نوع دیگری است',
    'template-mistake.register-unknown': 'چنین نوعی نیست',
    'template-mistake.room-unfit': 'میانجی چنین چیزی آنجا درج نمی‌کند',
    'template-mistake.fields-unfit': 'فیلدی کم است یا مناسب نیست',
    'template-mistake.thing-unknown': 'چیزی را نام می‌برد که الگو پیش‌تر درج نکرده',
    'template-mistake.key-twice': 'دو چیز این کلید را دارند',
  },
} as const satisfies AreaWords<'template', typeof codes, Term>
