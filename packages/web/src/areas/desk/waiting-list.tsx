import {
  destructibleRooms,
  isOfOthers,
  timeIn,
  type Urgency,
  urgencies,
  urgencyAtDesk,
} from '@goodoffices/client'
import type { AskedByThing, RoomId, RoomState, WaitingAtDesk } from '@goodoffices/core'
import { type ReactElement, Suspense } from 'react'
import { Link, lazyScreen } from '../../route/route.tsx'
import { NextStep } from '../../talks/next-step.tsx'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { useWords } from '../../words/words.tsx'
import type { Waits } from '../area.ts'
import { FirstWords } from '../first-words.tsx'
import { lineOf } from '../line-of.ts'
import { useAreas } from '../use-areas.ts'
import { CarriedLine } from './carried-line.tsx'
import { type WaitingLines, waitingLines } from './waiting-lines.ts'

const AskedLine = lazyScreen(() => import('../item/asked-line.tsx'), 'AskedLine')

type Props = {
  readonly waiting: readonly WaitingAtDesk[]
  readonly asked: readonly AskedByThing[]
  readonly desk: RoomState
  readonly onShow: (room: RoomId, anchor: string) => void
}

/** With more lines than this the rest of a group is folded. */
const shownMax = 12

/** What waits for the mediators, across the rooms. */
export function WaitingList({ waiting, asked, desk, onShow }: Props) {
  const { t } = useWords()
  const { session, process, rooms } = useTalks()
  const areas = useAreas()
  const due = new Set(destructibleRooms(session, process.process))
  const over = rooms.filter(({ id, kind }) => due.has(id) && kind !== 'private')
  const lines = waitingLines(waiting)
  const here = { rooms, timeIn: (room: RoomId) => timeIn(session, room) }
  const isWithOthers = (line: WaitingLines): boolean => line.kind === 'other' && isOfOthers(line.item, here)
  const mine = lines.filter(line => !isWithOthers(line))
  const others = lines.filter(isWithOthers)
  const count = mine.length + asked.length + (over.length === 0 ? 0 : 1)
  const draw = (line: WaitingLines): ReactElement =>
    line.kind === 'other' ? (
      <li key={`${line.item.kind} ${lineOf(areas, line.item).about}`}>
        <OtherLine item={line.item} onShow={onShow} />
      </li>
    ) : (
      <li key={`${line.kind} ${line.all[0].carried.plan.conveyance}`}>
        <CarriedLine
          all={line.all.map(({ carried }) => carried)}
          desk={desk}
          unfinished={line.kind === 'unfinished'}
        />
      </li>
    )
  const linesOf = (urgency: Urgency): readonly ReactElement[] => [
    ...mine.filter(line => urgencyOf(line) === urgency).map(draw),
    ...(urgency === 'answer' ? asked : []).map(each => (
      <li key={`${each.thing.item} ${each.asking.kind}`}>
        <AskedLine asked={each} onShow={onShow} />
      </li>
    )),
    ...(urgency === 'own' && over.length > 0
      ? [
          <li key="over">
            <OverLine rooms={over} />
          </li>,
        ]
      : []),
  ]
  return (
    <section className="desk__waiting" aria-labelledby="desk-waiting">
      <h3 id="desk-waiting" className="desk__label">
        {t('waiting.title', { count })}
      </h3>
      {count === 0 && <p className="quiet small desk__none">{t('waiting.none')}</p>}
      {count === 0 && <NextStep />}
      <Suspense>
        {urgencies.map(urgency => (
          <Group key={urgency} of={urgency} name={t(`term.urgency.${urgency}`)} lines={linesOf(urgency)} />
        ))}
        {/* WAIT-3 */}
        <Group of="others" name={t('today.others', { count: others.length })} lines={others.map(draw)} />
      </Suspense>
    </section>
  )
}

const urgencyOf = (line: WaitingLines): Urgency =>
  urgencyAtDesk(line.kind === 'other' ? line.item : line.all[0])

type GroupProps = {
  readonly of: Urgency | 'others'
  readonly name: string
  readonly lines: readonly ReactElement[]
}

/** WAIT-2: what is alike in what it asks for stands together, as on Today. */
function Group({ of, name, lines }: GroupProps) {
  const { t } = useWords()
  if (lines.length === 0) return null
  const rest = lines.slice(shownMax)
  return (
    <section aria-labelledby={`desk-${of}`}>
      <h3 id={`desk-${of}`} className="desk__group">
        {name}
      </h3>
      <ol className="desk__lines">
        {lines.slice(0, shownMax)}
        {rest.length > 0 && (
          <li>
            <details className="today__fold">
              <summary>{t('today.more', { count: rest.length })}</summary>
              <ol className="desk__lines">{rest}</ol>
            </details>
          </li>
        )}
      </ol>
    </section>
  )
}

/** Rooms whose record may be destroyed: nothing destroys itself, and nothing presses. */
function OverLine({ rooms }: { readonly rooms: readonly RoomState[] }) {
  const words = useWords()
  const { base } = useTalks()
  return (
    <Link to={`${base}/record?room=${rooms[0]?.id ?? ''}`} className="desk__line">
      <span className="desk__what">{words.t('term.waiting.over')}</span>
      <span className="desk__words" dir="auto">
        {words.list(rooms.map(room => roomName(room, words, true)))}
      </span>
    </Link>
  )
}

type LineProps = { readonly item: Waits & WaitingAtDesk; readonly onShow: Props['onShow'] }

function OtherLine({ item, onShow }: LineProps) {
  const { t } = useWords()
  const { base } = useTalks()
  const areas = useAreas()
  const party = item.room.party?.name ?? ''
  const { anchor, words, carry } = lineOf(areas, item)
  const isCarried = urgencyAtDesk(item) === 'carry'
  return (
    <>
      <a
        href={`#${anchor ?? ''}`}
        className="desk__line"
        onClick={event => {
          event.preventDefault()
          if (anchor !== undefined) onShow(item.room.id, anchor)
        }}
      >
        <span className="desk__what">{t(`term.waiting.${item.kind}`, { party })}</span>
        <span className="desk__words" dir="auto">
          <FirstWords words={words} room={item.room} />
        </span>
      </a>
      {carry !== undefined && isCarried && (
        <Link to={`${base}/carry?source=${item.room.id}&${carry}`} className="button button--text small">
          {t('carry.open')}
        </Link>
      )}
    </>
  )
}
