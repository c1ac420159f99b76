/** What a person chose for this browser: kept here alone, never sent. */

import { undoMs } from '@goodoffices/client/undo-time'
import {
  type Calendar,
  calendarOf,
  directionOf,
  type Language,
  languages,
  type Numerals,
  numeralsOf,
  preferredLanguage,
} from '../words/languages.ts'

export type Theme = 'system' | 'light' | 'dark'

export type Preferences = {
  readonly language: Language
  readonly theme: Theme
  readonly numerals: Numerals
  readonly calendar: Calendar
  readonly size: TextSize
  /** In which hours are written; as the device has it where left out. */
  readonly zone?: string | undefined
  /** Whether what is sent may be taken back for a while. */
  readonly undo: 'ten' | 'none'
  /** Whether single keys do something. */
  readonly keys: 'on' | 'off'
  /** Whether the system says that something waits while the app is open and out of sight (NOTE-4). */
  readonly notices: 'on' | 'off'
}

export const textSizes = ['normal', 'large', 'larger'] as const
export type TextSize = (typeof textSizes)[number]
export const undoTimes = ['ten', 'none'] as const

/** Those that this browser knows, where it says so. */
export const zones = (): readonly string[] => Intl.supportedValuesOf?.('timeZone') ?? []

export const deviceZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

const storageKey = 'goodoffices.preferences'
const listeners = new Set<() => void>()
let current = read()

function read(): Preferences {
  const language = preferredLanguage(navigator.languages)
  const fallback: Preferences = {
    language,
    theme: 'system',
    numerals: numeralsOf(language, navigator.languages),
    calendar: calendarOf(language),
    size: 'normal',
    undo: 'ten',
    keys: 'on',
    notices: 'off',
  }
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return fallback
    return { ...fallback, ...known(kept) }
  } catch {
    // A browser that forbids storage, or something else's value under this key: start from the defaults.
    return fallback
  }
}

function known(kept: Readonly<Partial<Record<keyof Preferences, unknown>>>): Partial<Preferences> {
  const language = languages.find(item => item === kept.language)
  const theme = (['system', 'light', 'dark'] as const).find(item => item === kept.theme)
  const numerals = (['own', 'latn'] as const).find(item => item === kept.numerals)
  const calendar = (['gregory', 'persian'] as const).find(item => item === kept.calendar)
  const size = textSizes.find(item => item === kept.size)
  const zone = zones().find(item => item === kept.zone)
  const undo = undoTimes.find(item => item === kept.undo)
  const keys = (['on', 'off'] as const).find(item => item === kept.keys)
  const notices = (['on', 'off'] as const).find(item => item === kept.notices)
  return {
    ...(language === undefined ? {} : { language }),
    ...(theme === undefined ? {} : { theme }),
    ...(numerals === undefined ? {} : { numerals }),
    ...(calendar === undefined ? {} : { calendar }),
    ...(size === undefined ? {} : { size }),
    ...(zone === undefined ? {} : { zone }),
    ...(undo === undefined ? {} : { undo }),
    ...(keys === undefined ? {} : { keys }),
    ...(notices === undefined ? {} : { notices }),
  }
}

/** Puts language, direction and theme on the document, where style sheets read them. */
function show(): void {
  const root = document.documentElement
  root.lang = current.language
  root.dir = directionOf(current.language)
  root.dataset['size'] = current.size
  if (current.theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = current.theme
}

export const preferences = {
  get: (): Preferences => current,
  /** The zone in which hours are written. */
  zone: (): string => current.zone ?? deviceZone(),
  /** For how long what is sent may be taken back, in ms. */
  undoMs: (): number => (current.undo === 'none' ? 0 : undoMs),
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  set: (change: Partial<Preferences>): void => {
    const { language } = change
    const usual =
      language === undefined
        ? {}
        : { calendar: calendarOf(language), numerals: numeralsOf(language, navigator.languages) }
    current = { ...current, ...usual, ...change }
    try {
      localStorage.setItem(storageKey, JSON.stringify(current))
    } catch {
      // Not kept across visits, in force for this one.
    }
    show()
    for (const listener of listeners) listener()
  },
  show,
}
