import { timeIn } from '@goodoffices/client'
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
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { NotesOf } from '../note/notes.tsx'
import { inOrder, useAreas } from '../use-areas.ts'
import { CaucusColumn } from './caucus-column.tsx'
import { Team } from './team.tsx'
import { WaitingList } from './waiting-list.tsx'
import './desk.css'

type Shown = 'desk' | 'one' | 'other'

/**
 * The mediator's desk: two caucuses of equal size with the desk between them; one column at a time where there is no room
 * for three. With more than two parties the mediator chooses which stand beside the desk.
 */
export function DeskPage({ desk }: { readonly desk: RoomState }) {
  const { t } = useWords()
  const { base, caucuses, rooms, session } = useTalks()
  const [pair, setPair] = useState<readonly [RoomId | undefined, RoomId | undefined]>([
    caucuses[0]?.id,
    caucuses[1]?.id,
  ])
  const [shown, setShown] = useState<Shown>('desk')
  const [wanted, setWanted] = useState<Wanted & { readonly room: RoomId }>()
  const sections = inOrder(useAreas().flatMap(area => area.sections)).filter(({ atDesk }) => atDesk)
  const one = caucuses.find(room => room.id === pair[0]) ?? caucuses[0]
  const other =
    caucuses.find(room => room.id === pair[1] && room !== one) ?? caucuses.find(room => room !== one)
  const show = useCallback(
    (room: RoomId, anchor: string) => {
      if (room === desk.id) {
        document.getElementById(anchor)?.focus()
        return
      }
      const isOther = room === other?.id
      if (!isOther && room !== one?.id) setPair([room, other?.id])
      setShown(isOther ? 'other' : 'one')
      setWanted({ room, anchor })
    },
    [desk.id, one, other],
  )
  const turnTo = (next: Shown) => {
    setShown(next)
    requestAnimationFrame(() => {
      const column = document.querySelector(`[data-column='${next}']`)
      if (next === 'desk') window.scrollTo({ top: 0 })
      else column?.querySelector('.entry:last-child')?.scrollIntoView({ block: 'nearest' })
    })
  }
  const choose = (side: 0 | 1) => (room: RoomId) => {
    setWanted(undefined)
    const [a, b] = [one?.id, other?.id]
    if (side === 0) setPair(room === b ? [b, a] : [room, b])
    else setPair(room === a ? [b, a] : [a, room])
  }
  const waiting = waitingAtDesk(desk, [...caucuses, ...rooms.filter(isPublic)], timeIn(session, desk.id))
  // What is asked of a party without an account waits for whoever writes its answer down.
  const asked = waitingOfThings(caucuses.filter(isRecordedFor), session.me.member)
  return (
    <Page title={t('room.desk')} width="wide" unseenTitle>
      <div className="desk" data-shown={shown}>
        <fieldset className="desk__switch no-print" aria-label={t('desk.switch')}>
          {one !== undefined && (
            <Switch on={shown === 'one'} onPress={() => turnTo('one')} label={one.party?.name ?? ''} />
          )}
          <Switch on={shown === 'desk'} onPress={() => turnTo('desk')} label={t('room.desk')} />
          {other !== undefined && (
            <Switch on={shown === 'other'} onPress={() => turnTo('other')} label={other.party?.name ?? ''} />
          )}
        </fieldset>
        {one !== undefined && (
          <CaucusColumn
            key={one.id}
            side="one"
            room={one}
            rooms={caucuses}
            wanted={wanted?.room === one.id ? wanted : undefined}
            onChoose={choose(0)}
          />
        )}
        <section className="desk__middle" data-column="desk" aria-labelledby="desk-middle">
          <h2 id="desk-middle" className="desk__name">
            {t('room.desk')}
          </h2>
          <WaitingList waiting={waiting} asked={asked} desk={desk} onShow={show} />
          <div className="actions desk__acts">
            <LinkButton to={`${base}/carry?own=1`}>{t('desk.own')}</LinkButton>
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
        </section>
        {other !== undefined && (
          <CaucusColumn
            key={other.id}
            side="other"
            room={other}
            rooms={caucuses}
            wanted={wanted?.room === other.id ? wanted : undefined}
            onChoose={choose(1)}
          />
        )}
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
