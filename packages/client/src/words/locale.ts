/** How each language writes dates and figures: on the screen, on paper and in the shell alike. */

import { isolate } from './say.ts'

export const languages = ['en', 'ar', 'fa', 'fr', 'es'] as const
export type Language = (typeof languages)[number]

export type Numerals = 'own' | 'latn'
export type Calendar = 'gregory' | 'persian'

const ownNumerals: Readonly<Record<Language, string>> = {
  en: 'latn',
  ar: 'arab',
  fa: 'arabext',
  fr: 'latn',
  es: 'latn',
}

/** What the language's readers use where they have not said otherwise. */
export const calendarOf = (language: Language): Calendar => (language === 'fa' ? 'persian' : 'gregory')

export const directionOf = (language: Language): 'ltr' | 'rtl' =>
  language === 'ar' || language === 'fa' ? 'rtl' : 'ltr'

/** A label before what it names: a French colon stands apart from its word, and on the same line. */
export const withColon = (language: Language, label: string): string =>
  `${label}${language === 'fr' ? '\u00a0' : ''}:`

const quotes: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['“', '”'],
  ar: ['«', '»'],
  fa: ['«', '»'],
  fr: ['«\u00a0', '\u00a0»'],
  es: ['«', '»'],
}

/** Between the quotation marks of the language that says it, in whichever the quoted is. */
export const quoted = (language: Language, text: string): string => quotes[language].join(isolate(text))

/** Between what stands on one line; the first where one of them may hold the second. Arabic script has signs of its own. */
export const semicolon = (language: Language): string => (directionOf(language) === 'rtl' ? '؛ ' : '; ')
export const comma = (language: Language): string => (directionOf(language) === 'rtl' ? '، ' : ', ')

/** A BCP 47 tag with the numerals and calendar in which to write: the language's own where nothing was chosen. */
export function localeOf(
  language: Language,
  numerals: Numerals = 'own',
  calendar: Calendar = calendarOf(language),
): string {
  // English as it is written outside the United States: day before month.
  const region = language === 'en' ? 'en-GB' : language
  // Hours to 24 in every language: what is agreed on for nine is not taken for nine in the evening.
  return `${region}-u-ca-${calendar}-hc-h23-nu-${numerals === 'latn' ? 'latn' : ownNumerals[language]}`
}

/** Greenwich, where a zone would be named in letters of another script. */
const greenwich: Readonly<Record<string, string>> = { ar: 'غرينتش', fa: 'گرینویچ' }

/**
 * How times are written. In Arabic as the United Nations do: a month of the common calendar by both its names, and the hour after
 * its noun.
 */
export function timesOf(locale: string, options: Intl.DateTimeFormatOptions): (time: number) => string {
  const format = new Intl.DateTimeFormat(locale, options)
  const language = locale.slice(0, 2)
  const zone = greenwich[language]
  if (zone === undefined) return time => format.format(time)
  const eastern =
    language === 'ar'
      ? new Intl.DateTimeFormat(locale.replace(/^ar(?:-[A-Z]{2})?/, 'ar-SY'), options)
      : format
  return time => {
    const month = eastern.formatToParts(time).find(({ type }) => type === 'month')?.value ?? ''
    return format
      .formatToParts(time)
      .map(({ type, value }) => {
        if (type === 'month') return value === month ? value : `${month}/${value}`
        if (type === 'timeZoneName') return value === 'UTC' ? zone : value
        return type === 'literal' && value === ' في ' ? '، الساعة ' : value
      })
      .join('')
  }
}
