import { choiceOf, fieldLabel } from '@goodoffices/client'
import type { Ask, RoomState } from '@goodoffices/core'
import { isOfItem, isOfMark } from '@goodoffices/core'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { AskNote } from '../message/ask-note.tsx'

/** A request for release of fields of a thing, or of what was said of it, and its answer. */
export function ThingAskNote({ room, ask }: { readonly room: RoomState; readonly ask: Ask }) {
  const { list } = useWords()
  const w = useWriting(room)
  const { passage } = ask
  const thing = 'item' in passage ? room.items[passage.item] : undefined
  const about =
    thing === undefined
      ? ''
      : isOfItem(passage)
        ? list(passage.fields.map(field => fieldLabel(w.vocabulary.fields, thing.register, field)))
        : isOfMark(passage)
          ? choiceOf(w, `verb.${thing.marks[passage.mark - 1]?.verb ?? ''}`)
          : ''
  return <AskNote room={room} ask={ask} about={about} />
}
