import { fieldPathName } from '@goodoffices/client'
import type { RoomState } from '@goodoffices/core'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'

/** In which field of an act or of a thing something stands. */
export function FieldPlace({ room, path }: { readonly room: RoomState; readonly path: string }) {
  const { t } = useWords()
  return t('leak.in-field', { field: fieldPathName(useWriting(room), path) })
}
