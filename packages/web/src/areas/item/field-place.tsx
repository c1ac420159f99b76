import { fieldPathName } from '@goodoffices/client'
import type { RoomState } from '@goodoffices/core'
import { useWords } from '../../words/words.tsx'
import { useWriting } from '../fact/use-writing.ts'

/** In which field of an act or of a thing something stands. */
export function FieldPlace({ room, path }: { readonly room: RoomState; readonly path: string }) {
  const { t } = useWords()
  return t('leak.in-field', { field: fieldPathName(useWriting(room), path) })
}
