/** The languages of the interface. Which numerals and calendar a date is written in is the reader's choice. */

export { type Calendar, calendarOf, localeOf, type Numerals } from '@goodoffices/client/wording'

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

/** The first of the browser's languages that there is a catalogue for. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find(language => tag.toLowerCase().split('-')[0] === language)
    if (found !== undefined) return found
  }
  return 'en'
}
