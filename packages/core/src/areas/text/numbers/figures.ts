/** How a clause's number is written in a language: its digits, letters and Latin adverbs. The word before it is the vocabulary's. */

import type { ClauseKind, ClauseNumber, Insertion } from './number.ts'

type Form = 'digits' | 'roman' | 'small-roman' | 'letters'
type Figures = {
  /** From nought to nine; absent: 0 to 9. */
  readonly digits?: string
  readonly letters: readonly string[]
  readonly forms: Partial<Record<ClauseKind, Form>>
  readonly insertions: Readonly<Record<Insertion, string>>
}

const latin: Figures = {
  letters: 'a b c d e f g h i j k l m n o p q r s t u v w x y z'.split(' '),
  forms: { part: 'roman', chapter: 'roman', annex: 'roman', point: 'letters', subpoint: 'small-roman' },
  insertions: { bis: 'bis', ter: 'ter', quater: 'quater', alt: 'alt' },
}

const figures: Readonly<Record<string, Figures>> = {
  en: latin,
  fr: { ...latin, insertions: { ...latin.insertions, alt: 'variante' } },
  es: { ...latin, insertions: { ...latin.insertions, alt: 'variante' } },
  ar: {
    digits: '٠١٢٣٤٥٦٧٨٩',
    letters: 'أ ب ج د ه و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ'.split(' '),
    forms: { point: 'letters' },
    insertions: { bis: 'مكررا', ter: 'مكررا ثانيا', quater: 'مكررا ثالثا', alt: 'بديل' },
  },
  fa: {
    digits: '۰۱۲۳۴۵۶۷۸۹',
    letters: 'الف ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی'.split(' '),
    forms: { point: 'letters' },
    insertions: { bis: 'مکرر', ter: 'مکرر دوم', quater: 'مکرر سوم', alt: 'جایگزین' },
  },
}

const romans = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function toRoman(count: number): string {
  let [left, written] = [count, '']
  for (const [value, sign] of romans) {
    while (left >= value) {
      written += sign
      left -= value
    }
  }
  return written
}

/** After the last letter, each doubled: aa, bb. */
const toLetters = (count: number, letters: readonly string[]): string =>
  (letters[(count - 1) % letters.length] ?? '').repeat(Math.ceil(count / letters.length))

function writeCount(count: number, form: Form, { digits, letters }: Figures): string {
  switch (form) {
    case 'digits':
      return digits === undefined
        ? String(count)
        : String(count).replaceAll(/\d/g, digit => digits[Number(digit)] ?? digit)
    case 'roman':
      return toRoman(count)
    case 'small-roman':
      return toRoman(count).toLowerCase()
    case 'letters':
      return toLetters(count, letters)
    default:
      return form satisfies never
  }
}

/** A number as it is read, `5 bis`, `iv`, `٣ مكررا`; of a language without figures of its own here, as in English. */
export function writeNumber({ kind, count, as, alternative }: ClauseNumber, language: string): string {
  const own = figures[language.toLowerCase().split('-')[0] ?? ''] ?? latin
  const written =
    count === 0 ? writeCount(0, 'digits', own) : writeCount(count, own.forms[kind] ?? 'digits', own)
  return [
    written,
    ...(as === undefined ? [] : [own.insertions[as]]),
    ...(alternative === undefined ? [] : [writeCount(alternative, 'digits', own)]),
  ].join(' ')
}
