/** TMPL-4: how things are called in some talks, laid over the vocabulary. */

import { type RoomState, templateOf } from '@goodoffices/core'
import type { Language } from '../../words/locale.ts'
import type { Vocabulary } from '../../words/vocabulary.ts'

type Room = Pick<RoomState, 'process' | 'items'>

/** What a room calls otherwise in a language, by the names of the vocabulary's choices. */
export const renamedIn = (room: Room, language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (templateOf(room)?.renamed ?? [])
      .filter(each => each.language === language)
      .map(({ renamable, title }) => [renamable, title]),
  )

/** The vocabulary as a room has it; the very same where it calls nothing otherwise. */
export function vocabularyIn(room: Room, vocabulary: Vocabulary): Vocabulary {
  const renamed = Object.entries(renamedIn(room, vocabulary.language))
  // A name that this version does not know is said nowhere.
  const known = renamed.filter(([name]) => Object.hasOwn(vocabulary.choices, name))
  return known.length === 0
    ? vocabulary
    : { ...vocabulary, choices: { ...vocabulary.choices, ...Object.fromEntries(known) } }
}
