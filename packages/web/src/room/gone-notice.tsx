import type { RoomState } from '@goodoffices/core'
import { useTalks } from '../talks/talks.tsx'
import { useWords } from '../words/words.tsx'

/** In a room that the reader is no longer in: how that came, and what remains. */
export function GoneNotice({ room }: { readonly room: RoomState }) {
  const { t } = useWords()
  const { session } = useTalks()
  const left = room.members[session.me.member]?.left
  return left === undefined ? null : <p className="notice">{t(`room.gone-${left.how}`)}</p>
}
