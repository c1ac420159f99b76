/** How the shell writes what stands in a room: by the same functions as copies and sheets. */

import { type Writing, writingOf } from '@goodoffices/client'
import { type Language, loadVocabulary } from '@goodoffices/client/words'
import type { RoomState } from '@goodoffices/core'

export const english = await loadVocabulary('en')
const known = new WeakMap<RoomState, Writing>()

/** In English, as lists and records of the shell are. */
export function writingIn(room: RoomState): Writing {
  const made = known.get(room) ?? writingOf(room, english, {})
  known.set(room, made)
  return made
}

export const writingAs = async (room: RoomState, language: Language): Promise<Writing> =>
  language === 'en' ? writingIn(room) : writingOf(room, await loadVocabulary(language), {})
