import { isRecordedFor, type RoomId, type RoomState } from '@goodoffices/core'
import { useLayoutEffect, useRef } from 'react'
import { Entries, type Wanted } from '../../room/entries.tsx'
import type { Session } from '../../session/session.ts'
import { useTalks } from '../../talks/talks.tsx'
import { useReading } from '../../today/unread.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { useWords } from '../../words/words.tsx'
import { ConsentFold } from '../mandate/consent-section.tsx'

type Props = {
  readonly column: string
  /** Where one column is shown at a time: this one. */
  readonly isShown: boolean
  readonly room: RoomState
  readonly wanted: Wanted | undefined
}

const places = new WeakMap<Session, Map<RoomId, number>>()

/** How far each column was scrolled, for as long as the program runs. */
function placesIn(session: Session): Map<RoomId, number> {
  const kept = places.get(session) ?? new Map<RoomId, number>()
  places.set(session, kept)
  return kept
}

/** One caucus beside the desk. */
export function CaucusColumn({ column: name, isShown, room, wanted }: Props) {
  const { t } = useWords()
  const { base, session } = useTalks()
  const newFrom = useReading(session, room)
  const party = room.party?.name ?? ''
  const records = isRecordedFor(room)
  const column = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    // Where the column scrolls by itself, it opens at what is new; the newest stands last.
    const box = column.current
    if (box === null) return undefined
    const kept = placesIn(session)
    const fresh = box.querySelector('.entry__new')?.closest('.entry')
    if (fresh instanceof HTMLElement) fresh.scrollIntoView({ block: 'start' })
    else box.scrollTo({ top: kept.get(room.id) ?? box.scrollHeight })
    // Whoever comes back from a message finds it where it was.
    const keep = () => void kept.set(room.id, box.scrollTop)
    box.addEventListener('scroll', keep, { passive: true })
    return () => box.removeEventListener('scroll', keep)
  }, [session, room.id])
  return (
    <section
      ref={column}
      className="desk__caucus"
      data-column={name}
      data-shown={isShown ? '' : undefined}
      aria-label={t('room.caucus-of', { party })}
    >
      <header className="desk__head">
        <h2 className="desk__name">
          <bdi>{party}</bdi>
        </h2>
        <p className="small quiet">
          {room.party?.kind === 'third' && room.party.thirdRole !== undefined
            ? t(`role.${room.party.thirdRole}`)
            : t(records ? 'desk.without-account' : 'desk.with-account')}
          {room.party?.hidden === true && <> · {t('field.hidden')}</>}
        </p>
        <ConsentFold room={room} />
      </header>
      <Entries room={room} withEvents={false} wanted={wanted} newFrom={newFrom} />
      <div className="actions desk__acts">
        <LinkButton to={`${base}/rooms/${room.id}/say`}>
          {records ? t('say.record-open', { party }) : t('desk.say', { party })}
        </LinkButton>
        {records && (
          <LinkButton weight="text" to={`${base}/rooms/${room.id}/offer`}>
            {t('offer.record')}
          </LinkButton>
        )}
        <LinkButton weight="text" to={`${base}/rooms/${room.id}`}>
          {t('desk.whole-room')}
        </LinkButton>
      </div>
    </section>
  )
}
