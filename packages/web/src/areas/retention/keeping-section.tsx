import { destructibleRooms } from '@goodoffices/client'
import { destructionDue, type Hold, type RoomState, standingHolds } from '@goodoffices/core'
import { useState } from 'react'
import { nameIn, useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { CircumstanceLine } from '../message/circumstance.tsx'
import { DestroyDialog } from './destroy-dialog.tsx'
import { LiftDialog, liftingNames, PlaceDialog, placingNames } from './hold-dialogs.tsx'
import { RuleDialog } from './rule-dialog.tsx'

type Props = {
  readonly room: RoomState
  /** How many envelopes the log holds. */
  readonly size: number
}

/** By what rule the record is kept, what holds it back from destruction, and what the reader may do about either. */
export function KeepingSection({ room, size }: Props) {
  const { t } = useWords()
  const { session, process } = useTalks()
  const [open, setOpen] = useState<'rule' | 'hold' | 'destroy'>()
  const close = () => setOpen(undefined)
  const holds = standingHolds(room)
  const names = placingNames(session, room)
  const mayState = session.checkAct(room.id, { kind: 'retention.set', days: null, basis: '?' }).ok
  const mayDestroy = destructibleRooms(session, process.process).includes(room.id)
  return (
    <Section title={t('keeping.title')}>
      <Rule room={room} mayDestroy={mayDestroy} />
      {holds.length > 0 && (
        <div className="holds">
          <h3 id="holds" className="holds__label">
            {t('hold.standing')}
          </h3>
          <ul className="holds__list" aria-labelledby="holds">
            {holds.map(hold => (
              <HoldRow key={hold.hold} room={room} hold={hold} />
            ))}
          </ul>
        </div>
      )}
      {(mayState || mayDestroy || names.length > 0) && (
        <div className="actions no-print">
          {mayDestroy && <Button onPress={() => setOpen('destroy')}>{t('destroy.open')}</Button>}
          {mayState && (
            <Button weight="text" onPress={() => setOpen('rule')}>
              {t(room.retention === undefined ? 'keeping.state' : 'keeping.state-again')}
            </Button>
          )}
          {names.length > 0 && (
            <Button weight="text" onPress={() => setOpen('hold')}>
              {t('hold.open')}
            </Button>
          )}
        </div>
      )}
      {open === 'rule' && <RuleDialog room={room} onClose={close} />}
      {open === 'hold' && <PlaceDialog room={room} names={names} onClose={close} />}
      {open === 'destroy' && <DestroyDialog room={room} size={size} onClose={close} />}
    </Section>
  )
}

/** How long, by what rule, who stated it, and when the record may be destroyed. Days alone: one side learns no more of another's acts. */
function Rule({ room, mayDestroy }: { readonly room: RoomState; readonly mayDestroy: boolean }) {
  const { t, day } = useWords()
  const [now] = useState(Date.now)
  const { retention } = room
  if (retention === undefined) return <p>{t('keeping.none')}</p>
  const { days, basis, by, time } = retention
  const due = destructionDue(room)
  const isOver = mayDestroy || (due !== undefined && due <= now)
  const isHeld = standingHolds(room).length > 0
  return (
    <div className="keeping">
      <p>
        {days === null ? t('keeping.decided') : t('keeping.days', { count: days })}{' '}
        {due !== undefined &&
          t(isOver ? (isHeld ? 'keeping.held' : 'keeping.over') : 'keeping.due', { at: day(due) })}
      </p>
      <p className="reason">
        <bdi>{basis}</bdi>
      </p>
      <p className="small quiet">{t('keeping.by', { name: nameIn(room, by), at: day(time) })}</p>
    </div>
  )
}

function HoldRow({ room, hold }: { readonly room: RoomState; readonly hold: Hold }) {
  const { t, day } = useWords()
  const { session } = useTalks()
  const [open, setOpen] = useState(false)
  const names = liftingNames(session, room, hold)
  const party = hold.party === undefined ? undefined : room.parties[hold.party]?.name
  const said = { name: nameIn(room, hold.by), at: day(hold.time) }
  return (
    <li className="row">
      <p className="reason">
        <bdi>{hold.reason}</bdi>
      </p>
      <p className="small quiet">
        {party === undefined
          ? t('hold.by', said)
          : t(hold.recorded === undefined ? 'hold.by-party' : 'hold.recorded', { ...said, party })}
        {hold.recorded !== undefined && (
          <>
            {' '}
            <CircumstanceLine circumstance={hold.recorded} />
          </>
        )}
      </p>
      {names.length > 0 && (
        <div className="actions no-print">
          <Button weight="text" onPress={() => setOpen(true)}>
            {t('hold.lift')}
          </Button>
        </div>
      )}
      {open && <LiftDialog room={room} hold={hold} names={names} onClose={() => setOpen(false)} />}
    </li>
  )
}
