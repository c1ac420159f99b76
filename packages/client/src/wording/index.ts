/** The catalogue of violations: stable codes in, sentences out. A language is loaded when it is first asked for. */

import { sentenceOf } from './families.ts'
import type { WordingLanguage } from './locale.ts'
import type { Sentence, Wording } from './wording.ts'

export { sentenceOf } from './families.ts'
export {
  type Calendar,
  calendarOf,
  localeOf,
  type Numerals,
  type WordingLanguage,
  wordingLanguages,
} from './locale.ts'
export type { Sentence, SentenceName, Wording } from './wording.ts'

type Coded = { readonly code: string; readonly [datum: string]: unknown }

const load: Readonly<Record<WordingLanguage, () => Promise<Wording>>> = {
  en: async () => (await import('./en.ts')).en,
  ar: async () => (await import('./ar.ts')).ar,
  fa: async () => (await import('./fa.ts')).fa,
  fr: async () => (await import('./fr.ts')).fr,
  es: async () => (await import('./es.ts')).es,
}

const loading = new Map<WordingLanguage, Promise<Wording>>()

/** The same promise every time, so that it can be awaited while rendering. */
export function loadWording(language: WordingLanguage): Promise<Wording> {
  const known = loading.get(language) ?? load[language]()
  loading.set(language, known)
  return known
}

/** First strong isolate, and its end: what is put into a sentence does not turn its direction. */
const isolate = (text: string): string => `\u2068${text}\u2069`

/**
 * What happened, what was kept, what to do next. `by` is the name of whoever did it, where that is not the reader. Data of the
 * violation stand where the sentence names them; a code without a sentence is named as it is.
 */
export function wordViolation(wording: Wording, violation: Coded, by?: string): string {
  const known: Readonly<Record<string, Sentence>> = wording
  const sentence = known[sentenceOf(violation.code)] ?? wording.unexpected
  const data: Readonly<Record<string, unknown>> = by === undefined ? violation : { ...violation, by }
  return (by === undefined ? sentence.you : sentence.they).replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = data[name]
    if (typeof value === 'string') return isolate(value)
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : whole
  })
}
