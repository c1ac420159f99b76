import { destructibleRooms } from '@goodoffices/client'
import type { RoomId, RoomState, Waiting } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'
import { CarriedLine } from './carried-line.tsx'

type Props = {
  readonly waiting: readonly Waiting[]
  readonly desk: RoomState
  readonly onShow: (room: RoomId, anchor: string) => void
}

/** What waits for the mediators, across the rooms. */
export function WaitingList({ waiting, desk, onShow }: Props) {
  const { t } = useWords()
  const { session, process, rooms } = useTalks()
  const due = new Set(destructibleRooms(session, process.process))
  const over = rooms.filter(({ id, kind }) => due.has(id) && kind !== 'private')
  const count = waiting.length + (over.length === 0 ? 0 : 1)
  return (
    <section className="desk__waiting" aria-labelledby="desk-waiting">
      <h3 id="desk-waiting" className="desk__label">
        {t('waiting.title', { count })}
      </h3>
      {count === 0 ? (
        <p className="quiet small desk__none">{t('waiting.none')}</p>
      ) : (
        <ol className="desk__lines">
          {waiting.map(item => (
            <li key={keyOf(item)}>
              <Line item={item} desk={desk} onShow={onShow} />
            </li>
          ))}
          {over.length > 0 && (
            <li>
              <OverLine rooms={over} />
            </li>
          )}
        </ol>
      )}
    </section>
  )
}

/** Rooms whose record may be destroyed: nothing destroys itself, and nothing presses. */
function OverLine({ rooms }: { readonly rooms: readonly RoomState[] }) {
  const words = useWords()
  const { base } = useTalks()
  return (
    <Link to={`${base}/record?room=${rooms[0]?.id ?? ''}`} className="desk__line">
      <span className="desk__what">{words.t('waiting.over')}</span>
      <span className="desk__words" dir="auto">
        {words.list(rooms.map(room => roomName(room, words, true)))}
      </span>
    </Link>
  )
}

function keyOf(item: Waiting): string {
  switch (item.kind) {
    case 'heard':
    case 'review':
      return `${item.kind} ${item.message.message}`
    case 'asked':
    case 'released':
      return `${item.kind} ${item.ask.ask}`
    case 'prepared':
    case 'unfinished':
      return `${item.kind} ${item.carried.plan.conveyance}`
    case 'delivered':
      return `${item.kind} ${item.delivery.delivery}`
    case 'read-back':
      return `${item.kind} ${item.readBack.readback}`
    case 'offer':
      return `${item.kind} ${item.offer.offer}`
  }
}

type LineProps = { readonly item: Waiting; readonly desk: RoomState; readonly onShow: Props['onShow'] }

function Line({ item, desk, onShow }: LineProps) {
  const { t } = useWords()
  const { base } = useTalks()
  if (item.kind === 'prepared' || item.kind === 'unfinished')
    return <CarriedLine carried={item.carried} desk={desk} unfinished={item.kind === 'unfinished'} />
  const party = item.room.party?.name ?? ''
  const { anchor, words, carry } = target(item)
  return (
    <>
      <a
        href={`#${anchor}`}
        className="desk__line"
        onClick={event => {
          event.preventDefault()
          onShow(item.room.id, anchor)
        }}
      >
        <span className="desk__what">{t(`waiting.${item.kind}`, { party })}</span>
        <span className="desk__words" dir="auto">
          <Said text={words} />
        </span>
      </a>
      {carry !== undefined && (
        <Link to={`${base}/carry?source=${item.room.id}&${carry}`} className="button button--text small">
          {t('carry.open')}
        </Link>
      )}
    </>
  )
}

/** Which entry the line is about, its first words, and what would be carried. */
function target(item: Exclude<Waiting, { kind: 'prepared' | 'unfinished' }>): {
  readonly anchor: string
  readonly words: string
  readonly carry?: string
} {
  switch (item.kind) {
    case 'heard':
    case 'review': {
      const { message } = item
      return {
        anchor: `m-${message.message}`,
        words: message.title ?? message.body,
        carry: `message=${message.message}`,
      }
    }
    case 'asked':
    case 'released': {
      const { passage } = item.ask
      const message = item.room.messages[passage.message]
      const part = passage.part === undefined ? '' : `&part=${passage.part}`
      return {
        anchor: `m-${passage.message}`,
        words: item.ask.wording ?? message?.title ?? message?.body ?? '',
        ...(item.kind === 'released' ? { carry: `message=${passage.message}${part}` } : {}),
      }
    }
    case 'delivered':
      return {
        anchor: `d-${item.delivery.delivery}`,
        words: item.delivery.title ?? item.delivery.body,
      }
    case 'read-back':
      return { anchor: `d-${item.readBack.delivery}`, words: item.readBack.body }
    case 'offer':
      return {
        anchor: `o-${item.offer.offer}`,
        words: item.offer.ifThey,
        carry: `offer=${item.offer.offer}`,
      }
  }
}
