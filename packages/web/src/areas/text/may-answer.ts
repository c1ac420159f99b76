import { type Draft, isRecordedFor, type RoomState, speaksForParty } from '@goodoffices/core'
import { meIn, type Talks } from '../../talks/talks.tsx'

/** Whether the reader says something of this draft here: for its side, or as a record of what a party without an account said. */
export function mayAnswer(
  room: RoomState,
  draft: Draft,
  { session, mediates }: Pick<Talks, 'session' | 'mediates'>,
): boolean {
  const me = meIn(room, session)
  if (me === undefined || draft.withdrawn !== undefined) return false
  if (room.kind === 'table') return room.direct && !mediates && speaksForParty(me)
  return room.kind === 'caucus' && (mediates ? isRecordedFor(room) : speaksForParty(me))
}
