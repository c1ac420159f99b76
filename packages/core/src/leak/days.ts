/** Days that words tell, however they are written (LEAK-7): 2026-03-14 = 14 March 2026 = 14/3/2026 = ۲۳ اسفند ۱۴۰۴. */

import { civilToNumber, daysInMonth, numberToCivil } from '../term/day.ts'
import { fold } from './fold.ts'

/** What a day is found by: what it tells where it stands, and what of it is looked for elsewhere; without a year it is any year's. */
export type SaidDay = {
  readonly told: readonly string[]
  readonly sought: readonly string[]
  /** Where it ends in the text; it begins with its first word. */
  readonly to: number
}

type Calendar = 'gregory' | 'persian'
type Written = {
  readonly calendar: Calendar
  readonly year?: number
  readonly month: number
  readonly day: number
}
type Part = { readonly folded: string; readonly from: number; readonly to: number }

/** In the order of the year; of a language each list, with what its months are called elsewhere. */
const monthNames: readonly (readonly [Calendar, string])[] = [
  ['gregory', 'january february march april may june july august september october november december'],
  ['gregory', 'jan feb mar apr - jun jul aug sep oct nov dec'],
  ['gregory', 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'],
  ['gregory', 'janv févr - avr - - juil - sept - - déc'],
  ['gregory', 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'],
  ['gregory', 'ene - - abr - - - ago setiembre - - dic'],
  ['gregory', 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'],
  ['gregory', 'كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول'],
  ['gregory', 'جانفي فيفري - أفريل ماي جوان جويلية أوت - - - -'],
  ['gregory', 'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر'],
  ['gregory', 'جنوری فبروری مارچ اپریل می جون جولای آگست سپتمبر اکتوبر نومبر دسمبر'],
  ['persian', 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'],
  ['persian', 'حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت'],
]
const months: ReadonlyMap<string, Pick<Written, 'calendar' | 'month'>> = new Map(
  monthNames.flatMap(([calendar, names]) =>
    names
      .split(' ')
      .map((name, index) => [name.split('_').map(fold).join(' '), { calendar, month: index + 1 }] as const),
  ),
)
/** What may stand between a day, its month and its year. */
const between = new Set(['of', 'de', 'del', 'du', 'the', 'من', 'سنة', 'عام', 'سال', 'ماه'].map(fold))

/** The day that begins with a word, in each way in which it may be read; undefined where none does. */
export function dayAt(words: readonly Part[], at: number, text: string): SaidDay | undefined {
  const read = inFigures(words, at, text) ?? inWords(words, at)
  const written = read?.written.filter(isDay) ?? []
  if (read === undefined || written.length === 0) return undefined
  const keys = written.map(keysOf)
  return {
    told: keys.flatMap(({ told }) => told),
    sought: keys.flatMap(({ sought }) => sought),
    to: read.to,
  }
}

type Read = { readonly written: readonly Written[]; readonly to: number }

const monthMax = 12
const isDay = ({ calendar, year, month, day }: Written): boolean =>
  month >= 1 &&
  month <= monthMax &&
  day >= 1 &&
  day <= (calendar === 'persian' ? 31 : daysInMonth(year ?? 2000, month))

const inOneWord = /^(\d{1,4})\.(\d{1,2})\.(\d{1,4})$/
const parting = /^ ?[-/.‐–−٫] ?$/

/** 2026-03-14, 14.3.2026, 3/14/2026, ۱۴۰۴/۱۲/۲۳. */
function inFigures(words: readonly Part[], at: number, text: string): Read | undefined {
  const [first, second, third] = words.slice(at, at + 3)
  if (first === undefined) return undefined
  const [, a, b, c] = inOneWord.exec(first.folded) ?? []
  if (a !== undefined && b !== undefined && c !== undefined)
    return { written: fromFigures([a, b, c]), to: first.to }
  if (second === undefined || third === undefined) return undefined
  const parts = [first, second, third].map(({ folded }) => folded)
  const isParted =
    parting.test(text.slice(first.to, second.from)) && parting.test(text.slice(second.to, third.from))
  return isParted && parts.every(part => /^\d{1,4}$/.test(part))
    ? { written: fromFigures(parts), to: third.to }
    : undefined
}

/** Years of four digits of the Persian calendar are none of ours, as far as anybody speaks of days. */
const calendarOf = (year: number): Calendar => (year >= 1300 && year < 1500 ? 'persian' : 'gregory')

function fromFigures(parts: readonly string[]): readonly Written[] {
  const [a = 0, b = 0, c = 0] = parts.map(Number)
  if (parts[0]?.length === 4) return [{ calendar: calendarOf(a), year: a, month: b, day: c }]
  const year = parts[2]?.length === 4 ? c : parts[2]?.length === 2 ? 2000 + c : undefined
  if (year === undefined) return []
  const calendar = calendarOf(year)
  const dayFirst = { calendar, year, month: b, day: a }
  return a === b ? [dayFirst] : [dayFirst, { calendar, year, month: a, day: b }]
}

const dayNumber = (word: Part | undefined): number | undefined => {
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th|er|o|a)?$/.exec(word?.folded ?? '') ?? []
  return digits === undefined ? undefined : Number(digits)
}

/** 14 March 2026, March 14th, 14 de marzo de 2026, ١٤ آذار ٢٠٢٦. */
function inWords(words: readonly Part[], at: number): Read | undefined {
  const day = dayNumber(words[at])
  const named = monthAt(words, day === undefined ? at : behind(words, at))
  if (named === undefined) return undefined
  const { last, ...month } = named
  const dayBehind = day === undefined ? behind(words, last) : last
  const said = day ?? dayNumber(words[dayBehind])
  const end = words[dayBehind]
  if (said === undefined || end === undefined) return undefined
  const yearWord = words[behind(words, dayBehind)]
  const isYear = yearWord !== undefined && /^\d{4}$/.test(yearWord.folded)
  const written: Written = { ...month, day: said, ...(isYear ? { year: Number(yearWord.folded) } : {}) }
  return { written: [written], to: isYear ? yearWord.to : end.to }
}

/** The next word, but for one that only binds. */
const behind = (words: readonly Part[], at: number): number =>
  between.has(words[at + 1]?.folded ?? '') ? at + 2 : at + 1

function monthAt(words: readonly Part[], at: number) {
  const [one, two] = [words[at]?.folded ?? '', words[at + 1]?.folded ?? '']
  const ofTwo = months.get(`${one} ${two}`)
  if (ofTwo !== undefined) return { ...ofTwo, last: at + 1 }
  const ofOne = months.get(one)
  return ofOne === undefined ? undefined : { ...ofOne, last: at }
}

function keysOf(written: Written): Pick<SaidDay, 'told' | 'sought'> {
  const { year } = written
  const own = inYear(written)
  if (year === undefined) return { told: [own, `any ${own}`], sought: [own] }
  const number = numberOf({ ...written, year })
  const [, month, day] = numberToCivil(number)
  const ofYear = [inYear({ calendar: 'gregory', month, day }), inYear(toPersian(number))]
  return {
    told: [`day ${number}`, ...ofYear],
    sought: [`day ${number}`, ...ofYear.map(each => `any ${each}`)],
  }
}

const inYear = ({ calendar, month, day }: Omit<Written, 'year'>): string => `${calendar} ${month} ${day}`

const dayMs = 86_400_000
const persian = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
})

function toPersian(number: number): Written {
  const parts = persian.formatToParts(number * dayMs)
  const [year = 0, month = 0, day = 0] = ['year', 'month', 'day'].map(type =>
    Number(parts.find(part => part.type === type)?.value),
  )
  return { calendar: 'persian', year, month, day }
}

/** The first six months of the Persian year have 31 days; it begins on 20, 21 or 22 March. */
function numberOf({ calendar, year, month, day }: Written & { readonly year: number }): number {
  if (calendar === 'gregory') return civilToNumber(year, month, day)
  const firstOfYear = civilToNumber(year + 621, 3, 21)
  const near = firstOfYear + (month - 1) * 30 + Math.min(month - 1, 6) + day - 1
  return [0, -1, 1].map(off => near + off).find(number => toPersian(number).day === day) ?? near
}
