import { hasGone, placedTo, timeIn } from '@goodoffices/client'
import {
  isPublic,
  isRecordedFor,
  type RoomId,
  type RoomState,
  waitingAtDesk,
  waitingOfThings,
} from '@goodoffices/core'
import { Suspense, useCallback, useState } from 'react'
import type { Wanted } from '../../room/entries.tsx'
import { How } from '../../talks/how.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { useDraft } from '../../ui/draft.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { NotesOf } from '../note/notes.tsx'
import { inOrder, useAreas } from '../use-areas.ts'
import { CaucusColumn } from './caucus-column.tsx'
import { Team } from './team.tsx'
import { WaitingList } from './waiting-list.tsx'
import './desk.css'

/** The desk, or one of the caucuses. */
type Shown = 'desk' | RoomId

/** Of the sides as this device keeps them: those that are there, and whoever came since behind them. */
function inKeptOrder(caucuses: readonly RoomState[], kept: string): readonly RoomState[] {
  const ids = kept.split(' ')
  const placeOf = ({ id }: RoomState): number => (ids.includes(id) ? ids.indexOf(id) : ids.length)
  return caucuses.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** What a column is called in the style sheet and in tests: the first two are as wide as each other, whoever they are. */
const columnNames = ['one', 'other'] as const

/**
 * The mediator's desk: a caucus on either side of it, all of equal size, and behind the second those of further parties; one column at a
 * time where there is no room for three. Who stands where is the mediator's choice, and stays (decision 23).
 */
export function DeskPage({ desk }: { readonly desk: RoomState }) {
  const { t } = useWords()
  const { base, caucuses, rooms, session, process } = useTalks()
  const [kept, keep] = useDraft(session, `sides ${process.process}`)
  const [shown, setShown] = useState<Shown>('desk')
  const [wanted, setWanted] = useState<Wanted & { readonly room: RoomId }>()
  const sections = inOrder(useAreas().flatMap(area => area.sections)).filter(({ atDesk }) => atDesk)
  const sides = inKeptOrder(caucuses, kept)
  const [first, ...others] = sides
  const show = useCallback(
    (room: RoomId, anchor: string) => {
      if (room === desk.id) {
        document.getElementById(anchor)?.focus()
        return
      }
      setShown(room)
      setWanted({ room, anchor })
    },
    [desk.id],
  )
  const turnTo = (next: Shown) => {
    setShown(next)
    requestAnimationFrame(() => {
      const column = document.querySelector('.desk > [data-shown]')
      if (next === 'desk') window.scrollTo({ top: 0 })
      else column?.querySelector('.entry:last-child')?.scrollIntoView({ block: 'nearest' })
    })
  }
  const turn = () => {
    setWanted(undefined)
    keep([...others, ...(first === undefined ? [] : [first])].map(({ id }) => id).join(' '))
  }
  const served = [...caucuses, ...rooms.filter(isPublic)]
  const waiting = waitingAtDesk(desk, served, timeIn(session, desk.id)).filter(item =>
    hasGone(item, room => placedTo(session, room)),
  )
  const parties = caucuses.filter(({ party }) => party?.kind !== 'third').length
  // What is asked of a party without an account waits for whoever writes its answer down.
  const asked = waitingOfThings(caucuses.filter(isRecordedFor), session.me.member)
  const column = (room: RoomState) => (
    <CaucusColumn
      key={room.id}
      column={columnNames[sides.indexOf(room)] ?? room.id}
      isShown={shown === room.id}
      room={room}
      wanted={wanted?.room === room.id ? wanted : undefined}
    />
  )
  return (
    <Page title={t('room.desk')} width="wide" unseenTitle>
      <div className={sides.length > 2 ? 'desk desk--many' : 'desk'}>
        <fieldset className="desk__switch no-print" aria-label={t('desk.switch')}>
          {[...(first === undefined ? [] : [first]), desk, ...others].map(room => {
            const next = room === desk ? 'desk' : room.id
            return (
              <Switch
                key={room.id}
                on={shown === next}
                onPress={() => turnTo(next)}
                label={room === desk ? t('room.desk') : (room.party?.name ?? '')}
              />
            )
          })}
        </fieldset>
        {first !== undefined && column(first)}
        <section
          className="desk__middle"
          data-column="desk"
          data-shown={shown === 'desk' ? '' : undefined}
          aria-labelledby="desk-middle"
        >
          <div className="desk__head">
            <h2 id="desk-middle" className="desk__name">
              {t('room.desk')}
            </h2>
            {others.length > 0 && (
              <Button weight="text" onPress={turn}>
                {t('desk.turn', { count: sides.length })}
              </Button>
            )}
          </div>
          <WaitingList waiting={waiting} asked={asked} desk={desk} onShow={show} />
          <div className="actions desk__acts">
            <LinkButton weight="main" to={`${base}/carry?all=1`}>
              {parties > 1 ? t('desk.own-all', { count: parties }) : t('desk.own')}
            </LinkButton>
          </div>
          <Suspense>
            {sections.map(({ at, Section }) => (
              <Section key={at} room={desk} />
            ))}
          </Suspense>
          <Team desk={desk} />
          <details className="desk__notes">
            <summary>{t('notes.desk', { count: Object.keys(desk.notes).length })}</summary>
            <NotesOf room={desk} />
          </details>
          <How of="desk" />
        </section>
        {others.map(column)}
      </div>
    </Page>
  )
}

type SwitchProps = { readonly on: boolean; readonly onPress: () => void; readonly label: string }

function Switch({ on, onPress, label }: SwitchProps) {
  return (
    <button type="button" className="desk__choice" aria-pressed={on} onClick={onPress}>
      <bdi>{label}</bdi>
    </button>
  )
}
