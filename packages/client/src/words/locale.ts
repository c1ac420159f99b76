/** How each language writes dates and figures: on the screen, on paper and in the shell alike. */

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
