/** The languages of the interface. Which numerals and calendar a date is written in is the reader's choice. */

export const languages = ['en', 'ar', 'fa', 'fr', 'es'] as const
export type Language = (typeof languages)[number]

/** Each language in its own name. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  ar: 'العربية',
  fa: 'فارسی',
  fr: 'Français',
  es: 'Español',
}

export const directionOf = (language: Language): 'ltr' | 'rtl' =>
  language === 'ar' || language === 'fa' ? 'rtl' : 'ltr'

export type Numerals = 'own' | 'latn'
export type Calendar = 'gregory' | 'persian'

const ownNumerals: Readonly<Record<Language, string>> = {
  en: 'latn',
  ar: 'arab',
  fa: 'arabext',
  fr: 'latn',
  es: 'latn',
}

/** A BCP 47 tag with the numerals and calendar in which to write. */
export function localeOf(language: Language, numerals: Numerals, calendar: Calendar): string {
  // English as it is written outside the United States: day before month, hours to 24.
  const region = language === 'en' ? 'en-GB' : language
  return `${region}-u-ca-${calendar}-nu-${numerals === 'latn' ? 'latn' : ownNumerals[language]}`
}

/** The first of the browser's languages that there is a catalogue for. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find(language => tag.toLowerCase().split('-')[0] === language)
    if (found !== undefined) return found
  }
  return 'en'
}
