/** What the client says of acts, choices and refusals, as the screens read it: loaded with a language's other sentences. */

import { loadVocabulary, sayEvent, sayViolation } from '@goodoffices/client/words'
import type { Language } from './languages.ts'
import type { SharedKey } from './vocabulary.ts'

const under = (name: string, words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([key, text]) => [`${name}.${key}`, text] as const)

export async function loadShared(language: Language) {
  const vocabulary = await loadVocabulary(language)
  const texts: Readonly<Partial<Record<SharedKey, string>>> = {
    ...vocabulary.choices,
    ...Object.fromEntries([
      ...under('act', vocabulary.acts),
      ...under('field', vocabulary.fields),
      ...under('term', vocabulary.terms),
    ]),
  }
  return { texts, vocabulary, sayEvent, sayViolation }
}

export type Shared = Awaited<ReturnType<typeof loadShared>>
