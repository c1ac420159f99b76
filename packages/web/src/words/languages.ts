/** The languages of the interface. Which numerals and calendar a date is written in is the reader's choice. */

import { type Language, languages } from '@goodoffices/client/locale'

export {
  type Calendar,
  calendarOf,
  directionOf,
  type Language,
  languages,
  localeOf,
  type Numerals,
  withColon,
} from '@goodoffices/client/locale'

/** Each language in its own name. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  ar: 'العربية',
  fa: 'فارسی',
  fr: 'Français',
  es: 'Español',
}

/** The first of the browser's languages that there is a catalogue for. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find(language => tag.toLowerCase().split('-')[0] === language)
    if (found !== undefined) return found
  }
  return 'en'
}
