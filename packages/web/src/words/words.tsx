import { figuresOf, isolate, say, type Values } from '@goodoffices/client/say'
import type { EventItem, RoomState, Violation } from '@goodoffices/core'
import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from 'react'
import { fetchPart } from '../route/fetched.ts'
import { deviceZone, type Preferences, preferences } from '../settings/preferences.ts'
import { directionOf, type Language, localeOf, timesOf } from './languages.ts'
import type { Shared } from './shared.ts'
import type { GroundKey, HomeKey, Key } from './vocabulary.ts'

/** What the first screen and the frame say. */
export type HomeCatalogue = Readonly<Record<HomeKey, string>>
/** All the rest that is no area's. */
export type Catalogue = Readonly<Record<GroundKey, string>>
/** Words by their keys, in each language. */
export type Catalogues = Readonly<Record<Language, () => Promise<Readonly<Record<string, string>>>>>

type Said<K extends string> = {
  readonly language: Language
  readonly dir: 'ltr' | 'rtl'
  /** The BCP 47 tag that numbers and dates are written by. */
  readonly locale: string
  /** IANA name: the reader's choice, or their device's. */
  readonly timeZone: string
  /** A sentence. Names and other texts put into it are isolated, so that their direction does not disturb its own. */
  readonly t: (key: K, values?: Values) => string
  readonly number: (value: number) => string
  /** The day alone: all that one side learns of when another acted. */
  readonly day: (time: number) => string
  readonly moment: (time: number) => string
  /** Runs in the language's own direction, whatever the first name's is. */
  readonly list: (names: readonly string[]) => string
}
export type Words = Said<Key> & {
  /** What happened to a room. */
  readonly event: (room: RoomState, event: EventItem) => string
  /** A word that screens share with paper and shell, by a name that is not known before; undefined where there is none. */
  readonly shared: (name: string) => string | undefined
  /** What was refused, what was kept and what to do; `by`: whose act it was, where it was not the reader's own. */
  readonly violation: (violation: Violation, by?: string) => string
}
/** Those that are there before anything is shown. */
export type HomeWords = Said<HomeKey>

const homeWords: Readonly<Record<Language, () => Promise<HomeCatalogue>>> = {
  en: async () => (await import('./home/en.ts')).home,
  ar: async () => (await import('./home/ar.ts')).home,
  fa: async () => (await import('./home/fa.ts')).home,
  fr: async () => (await import('./home/fr.ts')).home,
  es: async () => (await import('./home/es.ts')).home,
}

const groundWords: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en.ts')).en,
  ar: async () => (await import('./ar.ts')).ar,
  fa: async () => (await import('./fa.ts')).fa,
  fr: async () => (await import('./fr.ts')).fr,
  es: async () => (await import('./es.ts')).es,
}

let loadMore = async (): Promise<readonly Catalogues[]> => []

/** How words of areas are come by, which know of this file and are not known to it. Before a language is loaded. */
export function addWords(load: () => Promise<readonly Catalogues[]>): void {
  loadMore = load
}

const shared = new Map<Language, Shared>()
const texts = new Map<Language, Readonly<Partial<Record<Key, string>>>>()
const loading = new Map<Language, Promise<void>>()

function add(language: Language, catalogue: Readonly<Partial<Record<Key, string>>>): void {
  texts.set(language, { ...texts.get(language), ...catalogue })
}

async function addOthers(language: Language): Promise<void> {
  const fetchMore = async () => {
    const catalogues = await loadMore()
    return Promise.all(catalogues.map(catalogue => fetchPart(catalogue[language])))
  }
  const [said, ground, more] = await Promise.all([
    fetchPart(async () => (await import('./shared.ts')).loadShared(language)),
    fetchPart(groundWords[language]),
    fetchMore(),
  ])
  shared.set(language, said)
  add(language, Object.assign({}, said.texts, ground, ...more))
}

/** The same promise every time, so that it can be awaited while rendering. */
function loadOthers(language: Language): Promise<void> {
  const known = loading.get(language)
  if (known !== undefined) return known
  const wanted = addOthers(language)
  loading.set(language, wanted)
  // What did not arrive is asked for again.
  wanted.catch(() => loading.delete(language))
  return wanted
}

/** `useWords` hands nothing out before it is there. */
function sharedIn(language: Language): Shared {
  const said = shared.get(language)
  if (said === undefined) throw new Error(`words not loaded: ${language}`)
  return said
}

const hasHome = (language: Language): boolean => texts.get(language)?.['app.name'] !== undefined

/** Enough of a language for the first screen. */
export async function loadHomeLanguage(language: Language): Promise<void> {
  if (!hasHome(language)) add(language, await fetchPart(homeWords[language]))
}

/** All of a language; the screen keeps its old one until this resolves. */
export async function loadLanguage(language: Language): Promise<void> {
  await Promise.all([loadHomeLanguage(language), loadOthers(language)])
}

function wordsFor(chosen: Preferences): Words {
  const { language } = chosen
  const locale = localeOf(language, chosen.numerals, chosen.calendar)
  const figures = figuresOf(locale)
  const timeZone = chosen.zone ?? deviceZone()
  const day = timesOf(locale, { dateStyle: 'long', timeZone })
  // Every hour says in which zone it is.
  const moment = timesOf(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  })
  // The Arabic for “and” is written as one with the name that follows: without a comma names in other letters run together.
  const list = new Intl.ListFormat(language, { type: language === 'ar' ? 'unit' : 'conjunction' })
  return {
    language,
    dir: directionOf(language),
    locale,
    timeZone,
    t: (key, values = {}) => say(texts.get(language)?.[key] ?? key, values, figures),
    event: (room, event) => {
      const { sayEvent, vocabulary } = sharedIn(language)
      return sayEvent(vocabulary, figures, room, event)
    },
    shared: name => (sharedIn(language).vocabulary.choices as Readonly<Record<string, string>>)[name],
    violation: (violation, by) => {
      const { sayViolation, vocabulary } = sharedIn(language)
      const { replacedAt } = violation
      const dated = typeof replacedAt === 'number' ? { ...violation, day: day(replacedAt) } : violation
      return sayViolation(vocabulary, figures, dated, by)
    },
    number: figures.number,
    day,
    moment,
    list: names =>
      `${directionOf(language) === 'rtl' ? '\u2067' : '\u2066'}${list.format(names.map(isolate))}\u2069`,
  }
}

const WordsContext = createContext<Words | undefined>(undefined)

/** Enough of the chosen language for the first screen must have been loaded. */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const chosen = useSyncExternalStore(preferences.subscribe, preferences.get)
  const words = useMemo(() => {
    if (!hasHome(chosen.language)) throw new Error(`language not loaded: ${chosen.language}`)
    return wordsFor(chosen)
  }, [chosen])
  return <WordsContext value={words}>{children}</WordsContext>
}

type RenamedProps = { readonly renamed: Readonly<Record<string, string>>; readonly children: ReactNode }

/** TMPL-4: the same words, of which some are called otherwise. What stands in their place is a text, and no sentence with places. */
export function RenamedWords({ renamed, children }: RenamedProps) {
  const words = useHomeWords() as Words
  const other = useMemo(
    (): Words => ({
      ...words,
      t: (key, values) => (Object.hasOwn(renamed, key) ? renamed[key] : undefined) ?? words.t(key, values),
      shared: name => (Object.hasOwn(renamed, name) ? renamed[name] : undefined) ?? words.shared(name),
    }),
    [words, renamed],
  )
  return <WordsContext value={Object.keys(renamed).length === 0 ? words : other}>{children}</WordsContext>
}

/** Of the first screen and the frame, at once. */
export function useHomeWords(): HomeWords {
  const words = use(WordsContext)
  if (words === undefined) throw new Error('no words are provided')
  return words
}

/** All words, once they are here. */
export function useWords(): Words {
  const words = use(WordsContext)
  if (words === undefined) throw new Error('no words are provided')
  // At every render alike: what once waited for a promise must ask for it again when it goes on.
  use(loadOthers(words.language))
  return words
}
