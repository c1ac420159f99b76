import { type Writing, writingOf } from '@goodoffices/client'
import { loadVocabulary } from '@goodoffices/client/words'
import type { RoomState } from '@goodoffices/core'
import { use } from 'react'
import { useWords } from './words.tsx'

/** How the reader's language writes what stands in a room: by the functions that write copies, sheets and the shell's text. */
export function useWriting(room: RoomState): Writing {
  const { language, locale, timeZone } = useWords()
  return writingOf(room, use(loadVocabulary(language)), { locale, timeZone })
}
