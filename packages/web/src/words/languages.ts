/** The languages of the interface. Which numerals and calendar a date is written in is the reader's choice. */

import { type Language, languages, localeOf, type Numerals } from '@goodoffices/client/locale'

export {
  type Calendar,
  calendarOf,
  comma,
  directionOf,
  type Language,
  languages,
  localeOf,
  type Numerals,
  quoted,
  timesOf,
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

const numberingOf = (tag: string): string => new Intl.NumberFormat(tag).resolvedOptions().numberingSystem

/** Those of the language; where the browser names a region of it that writes 0 to 9, as the Maghreb does, those. */
export function numeralsOf(language: Language, wanted: readonly string[]): Numerals {
  const regional = wanted.find(tag => tag.toLowerCase().startsWith(`${language}-`))
  return regional !== undefined &&
    numberingOf(regional) === 'latn' &&
    numberingOf(localeOf(language)) !== 'latn'
    ? 'latn'
    : 'own'
}
