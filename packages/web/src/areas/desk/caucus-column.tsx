import { isRecordedFor, type RoomId, type RoomState } from '@goodoffices/core'
import { useLayoutEffect, useRef } from 'react'
import { Entries, type Wanted } from '../../room/entries.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { useReading } from '../../today/unread.ts'
import { Selection } from '../../ui/choice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useWords } from '../../words/words.tsx'
import { ConsentLine } from '../mandate/consent-section.tsx'

type Props = {
  readonly side: 'one' | 'other'
  readonly room: RoomState
  readonly rooms: readonly RoomState[]
  readonly wanted: Wanted | undefined
  readonly onChoose: (room: RoomId) => void
}

/** One caucus beside the desk. */
export function CaucusColumn({ side, room, rooms, wanted, onChoose }: Props) {
  const { t } = useWords()
  const { base, session } = useTalks()
  const newFrom = useReading(session, room)
  const name = room.party?.name ?? ''
  const records = isRecordedFor(room)
  const column = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    // The newest stands last: where the column scrolls by itself, it opens there.
    column.current?.scrollTo({ top: column.current.scrollHeight })
  }, [])
  return (
    <section
      ref={column}
      className="desk__caucus"
      data-column={side}
      aria-label={t('room.caucus-of', { party: name })}
    >
      <header className="desk__head">
        {rooms.length > 2 ? (
          <>
            <h2 className="unseen">{name}</h2>
            <Selection
              bare
              label={t('desk.choose')}
              value={room.id}
              onChange={onChoose}
              options={rooms.map(item => ({ id: item.id, label: item.party?.name ?? '' }))}
            />
          </>
        ) : (
          <h2 className="desk__name">
            <bdi>{name}</bdi>
          </h2>
        )}
        <p className="small quiet">
          {room.party?.kind === 'third' && room.party.thirdRole !== undefined
            ? t(`role.${room.party.thirdRole}`)
            : t(records ? 'desk.without-account' : 'desk.with-account')}
          {room.party?.hidden === true && <> · {t('field.hidden')}</>}
        </p>
        <ConsentLine room={room} />
      </header>
      <Entries room={room} withEvents={false} wanted={wanted} newFrom={newFrom} />
      <div className="actions desk__acts">
        <LinkButton to={`${base}/rooms/${room.id}/say`}>
          {records ? t('say.record-open', { party: name }) : t('desk.say', { party: name })}
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
