import type { EventItem, RoomState } from '@goodoffices/core'
import { isWaiting, useTalks } from '../talks/talks.tsx'
import { useWords } from '../words/words.tsx'

type Props = { readonly room: RoomState; readonly event: EventItem }

/** What happened to the room itself: who came and went, on which terms, what its record is kept by. */
export function EventLine({ room, event }: Props) {
  const words = useWords()
  const { session } = useTalks()
  return (
    <p>
      <time dateTime={new Date(event.time).toISOString()}>{words.day(event.time)}</time>
      {' · '}
      {words.event(room, event)}
      {isWaiting(session, room, event.position) && <> · {words.t('entry.waiting')}</>}
    </p>
  )
}
