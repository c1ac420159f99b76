/**
 * All that is said of acts, items and refusals in one language, put together from the areas. Screens, copies and the shell take
 * their words from here and from nowhere else.
 */

import type { ActKind, EventItem, EventKind, RoomState } from '@goodoffices/core'
import { areas } from '../areas.ts'
import type { Sentence } from './area-words.ts'
import { clientCodes, engineCodes, logCodes, readingCodes, relayCodes, roomCodes } from './codes.ts'
import type { GroundTerm, GroundWords } from './ground-words.ts'
import type { Language } from './locale.ts'
import type { RelayWords } from './relay-words.ts'
import { type Figures, say, type Values } from './say.ts'

type Areas = typeof areas
type English = { [N in keyof Areas]: Awaited<ReturnType<Areas[N]['words']['en']>> }[keyof Areas]
type KeyOf<T> = T extends unknown ? keyof T & string : never

export type Term = GroundTerm | KeyOf<English['terms']>
export type Choice = KeyOf<GroundWords['choices']> | KeyOf<English['choices']>
export type Field = KeyOf<GroundWords['fields']> | KeyOf<English['fields']>

export type Vocabulary = {
  readonly language: Language
  readonly acts: Readonly<Record<ActKind, string>>
  readonly events: Readonly<Record<EventKind, string>>
  /** By the names that `sentenceOf` gives. */
  readonly refusals: Readonly<Record<string, Sentence>>
  readonly fields: Readonly<Record<string, string>>
  readonly choices: Readonly<Record<Choice, string>>
  readonly terms: Readonly<Record<Term, string>>
}

/** An area's words, or the ground's, as whoever puts all of them together sees them. */
type Part = {
  readonly [K in keyof Omit<Vocabulary, 'language'>]?: Readonly<Partial<Vocabulary[K]>>
}

const ground: Readonly<Record<Language, () => Promise<GroundWords>>> = {
  en: async () => (await import('./en/ground.ts')).ground,
  ar: async () => (await import('./ar/ground.ts')).ground,
  fa: async () => (await import('./fa/ground.ts')).ground,
  fr: async () => (await import('./fr/ground.ts')).ground,
  es: async () => (await import('./es/ground.ts')).ground,
}

const relay: Readonly<Record<Language, () => Promise<RelayWords>>> = {
  en: async () => (await import('./en/relay.ts')).relay,
  ar: async () => (await import('./ar/relay.ts')).relay,
  fa: async () => (await import('./fa/relay.ts')).relay,
  fr: async () => (await import('./fr/relay.ts')).relay,
  es: async () => (await import('./es/relay.ts')).relay,
}

const loading = new Map<Language, Promise<Vocabulary>>()

/** The same promise every time, so that it can be awaited while rendering; asked for again where it was rejected. */
export function loadVocabulary(language: Language): Promise<Vocabulary> {
  const known = loading.get(language)
  if (known !== undefined) return known
  const wanted = putTogether(language)
  loading.set(language, wanted)
  wanted.catch(() => loading.delete(language))
  return wanted
}

async function putTogether(language: Language): Promise<Vocabulary> {
  const parts: readonly Part[] = await Promise.all([
    ground[language](),
    relay[language]().then(refusals => ({ refusals })),
    ...Object.values(areas).map(({ words }) => words[language]()),
  ])
  const all = <K extends keyof Part>(key: K) =>
    Object.assign({}, ...parts.map(part => part[key] ?? {})) as Vocabulary[K]
  return {
    language,
    acts: all('acts'),
    events: all('events'),
    refusals: all('refusals'),
    fields: all('fields'),
    choices: all('choices'),
    terms: all('terms'),
  }
}

const sentences: ReadonlyMap<string, string> = new Map(
  [
    roomCodes,
    readingCodes,
    clientCodes,
    logCodes,
    engineCodes,
    relayCodes,
    ...Object.values(areas).map(({ codes }) => codes),
  ].flatMap(codes => Object.entries(codes)),
)

/** The name of the sentence for a code; `unexpected` for one that nobody knows. */
export const sentenceOf = (code: string): string => sentences.get(code) ?? 'unexpected'

type Coded = { readonly code: string; readonly [datum: string]: unknown }

const valuesOf = (data: Readonly<Record<string, unknown>>): Values =>
  Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number'
        ? [[name, value]]
        : typeof value === 'boolean'
          ? [[name, String(value)]]
          : [],
    ),
  )

/**
 * What happened, what was kept, what to do next. `by` is the name of whoever did it, where that is not the reader. Data of the
 * violation stand where the sentence names them.
 */
export function sayViolation(
  { refusals }: Vocabulary,
  figures: Figures,
  violation: Coded,
  by?: string,
): string {
  const sentence = refusals[sentenceOf(violation.code)] ?? refusals['unexpected']
  const pattern = (by === undefined ? sentence?.you : sentence?.they) ?? violation.code
  return say(pattern, valuesOf(by === undefined ? violation : { ...violation, by }), figures)
}

/** What an id names that an event is about: somebody, a party, why something is held. Empty for what has no name. */
function nameOf(room: RoomState, about: string): string {
  const members: Readonly<Record<string, { readonly name: string }>> = room.members
  const parties: Readonly<Record<string, { readonly name: string }>> = room.parties
  const holds: Readonly<Record<string, { readonly reason: string }>> = room.holds
  return members[about]?.name ?? parties[about]?.name ?? holds[about]?.reason ?? ''
}

/** What happened to a room, as a sentence. */
export function sayEvent(
  { events }: Vocabulary,
  figures: Figures,
  room: RoomState,
  { act, by, about }: Pick<EventItem, 'act' | 'by' | 'about'>,
): string {
  return say(events[act], { by: room.members[by]?.name ?? '', about: nameOf(room, about) }, figures)
}
