import { figuresOf, isolate, say, type Values } from '@goodoffices/client/say'
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react'
import { I18nProvider as AriaI18nProvider } from 'react-aria-components/I18nProvider'
import { type Preferences, preferences } from '../settings/preferences.ts'
import type { en } from './en.ts'
import { directionOf, type Language, localeOf } from './languages.ts'

export type Key = keyof typeof en
export type Catalogue = Readonly<Record<Key, string>>

export type Words = {
  readonly language: Language
  readonly dir: 'ltr' | 'rtl'
  /** The BCP 47 tag that numbers and dates are written by. */
  readonly locale: string
  /** A sentence. Names and other texts put into it are isolated, so that their direction does not disturb its own. */
  readonly t: (key: Key, values?: Values) => string
  readonly number: (value: number) => string
  /** The day alone: all that one side learns of when another acted. */
  readonly day: (time: number) => string
  readonly moment: (time: number) => string
  /** Runs in the language's own direction, whatever the first name's is. */
  readonly list: (names: readonly string[]) => string
}

const load: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en.ts')).en,
  ar: async () => (await import('./ar.ts')).ar,
  fa: async () => (await import('./fa.ts')).fa,
  fr: async () => (await import('./fr.ts')).fr,
  es: async () => (await import('./es.ts')).es,
}

function wordsFor(catalogue: Catalogue, chosen: Preferences): Words {
  const { language } = chosen
  const locale = localeOf(language, chosen.numerals, chosen.calendar)
  const figures = figuresOf(locale)
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return {
    language,
    dir: directionOf(language),
    locale,
    t: (key, values = {}) => say(catalogue[key], values, figures),
    number: figures.number,
    day: time => day.format(time),
    moment: time => moment.format(time),
    list: names =>
      `${directionOf(language) === 'rtl' ? '\u2067' : '\u2066'}${list.format(names.map(isolate))}\u2069`,
  }
}

const loaded = new Map<Language, Catalogue>()

/** Loads a language; the screen keeps its old one until this resolves. */
export async function loadLanguage(language: Language): Promise<void> {
  if (!loaded.has(language)) loaded.set(language, await load[language]())
}

const WordsContext = createContext<Words | undefined>(undefined)

/** The chosen language's catalogue must have been loaded. */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const chosen = useSyncExternalStore(preferences.subscribe, preferences.get)
  const words = useMemo(() => {
    const catalogue = loaded.get(chosen.language)
    if (catalogue === undefined) throw new Error(`language not loaded: ${chosen.language}`)
    return wordsFor(catalogue, chosen)
  }, [chosen])
  return (
    <WordsContext value={words}>
      <AriaI18nProvider locale={words.locale}>{children}</AriaI18nProvider>
    </WordsContext>
  )
}

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (words === undefined) throw new Error('no words are provided')
  return words
}
