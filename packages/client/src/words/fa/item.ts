import type { codes, Term } from '../../areas/item/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const item = {
  acts: {
    'item.put': 'ثبت مورد',
    'item.mark': 'گفته‌ای دربارهٔ یک مورد',
  },
  events: {},
  refusals: {
    'not-the-maker': {
      you: 'تنها طرفی که این مورد را ثبت کرده می‌تواند. چیزی تغییر نکرد. مورد خود را ثبت کنید.',
      they: '{by} کاری کرد که تنها با ثبت‌کنندهٔ مورد است. به آن ترتیب اثر داده نشد.',
    },
    'not-the-one-named': {
      you: 'این با کسی است که مورد نام برده است. چیزی تغییر نکرد. از میانجی بخواهید.',
      they: '{by} آن نیست که مورد نام برده است. به آن ترتیب اثر داده نشد.',
    },
  },
  fields: {
    for: 'به نام',
  },
  choices: {},
  terms: {
    'worded-again': 'با عبارتی تازه',
    newer: 'از نسخهٔ تازه‌تر',
    'by-mediators': 'میانجی',
    'as-recorded': 'به ثبت میانجی',
    'no-longer': 'دیگر به شمار نمی‌آید: عبارت تغییر کرد',
    'stands-as': 'وضعیت',
    'stands-unproved': '{standing} · ثابت‌نشده، و چیزی از آن نتیجه نمی‌شود',
    'asked-to-say': 'نظر شما دربارهٔ این خواسته شده است',
    'asked-to-put': 'روایت شما خواسته شده است',
    'asked-of-say': 'از {party} خواسته شده: نظرش دربارهٔ این',
    'asked-of-put': 'از {party} خواسته شده: روایت خودش',
    'asked-by': '{what}، تا: {day}',
    'figure.exactly': 'دقیقاً {value}',
    'figure.at-least': 'دست‌کم {value}',
    'figure.at-most': 'حداکثر {value}',
    'figure.about': 'حدود {value}',
    'figure.between': 'بین {low} و {high}',
    'figure.no-number': 'بدون عدد: «{words}»',
    'term.said': '{verb} ({thing})',
    'term.waiting': 'در انتظار: {what}',
    'term.open': 'هنوز روزی تعیین نشده است',
    'term.unless': '{day}، یا زودتر اگر این پیش‌تر رخ دهد: {what}',
    'term.disputed': '{days}: دو روز، زیرا طرف‌ها تاریخ این را متفاوت می‌دانند: {what}',
    'term.disputed-more':
      '{days}: {count, plural, one {# روز} other {# روز}}، زیرا طرف‌ها تاریخ این را متفاوت می‌دانند: {what}',
    'term.loop': 'هرگز: این روزها به هم وابسته‌اند',
    'term.after': '{length} پس از: {what}',
    'term.with': 'در روزِ: {thing}',
    'term.earliest': 'نخستین روز از: {days}',
    'term.latest': 'آخرین روز از: {days}',
    'term.next': '{term}، یا روز کاری بعد',
    'term.previous': '{term}، یا روز کاری پیش',
    'term.ruled': '{day} ({term})',
    'unit.days': '{count, plural, one {# روز} other {# روز}}',
    'unit.working-days': '{count, plural, one {# روز کاری} other {# روز کاری}}',
    'unit.weeks': '{count, plural, one {# هفته} other {# هفته}}',
    'unit.months': '{count, plural, one {# ماه} other {# ماه}}',
    'unit.years': '{count, plural, one {# سال} other {# سال}}',
  },
} as const satisfies AreaWords<'item', typeof codes, Term>
