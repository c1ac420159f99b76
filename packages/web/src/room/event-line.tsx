import type { EventItem, RoomState } from '@goodoffices/core'
import { useWords } from '../words/words.tsx'

type Props = { readonly room: RoomState; readonly event: EventItem }

/** What happened to the room itself: who came and went, on which terms, what its record is kept by. */
export function EventLine({ room, event }: Props) {
  const words = useWords()
  return (
    <p>
      <time dateTime={new Date(event.time).toISOString()}>{words.day(event.time)}</time>
      {' · '}
      {words.event(room, event)}
    </p>
  )
}
