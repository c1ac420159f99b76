import {
  deadlinesIn,
  dueMove,
  itemsAround,
  moveAct,
  sayClock,
  sayTerm,
  standingName,
} from '@goodoffices/client'
import {
  clockOf,
  type Deadline,
  endOf,
  type ItemId,
  isMediator,
  type RegisterItem,
  type RoomState,
  type Round,
  standingOf,
  type Term,
  turnOf,
} from '@goodoffices/core'
import { useState } from 'react'
import { roomName } from '../../talks/room-name.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Section } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'
import { puttingFor } from '../item/may.ts'
import { Sayings } from '../item/sayings.tsx'
import { MeetingsHere } from '../meeting/meetings-here.tsx'
import { DeadlinesDialog } from './deadlines-dialog.tsx'

/** Rounds, deadlines with what is left of them, and meetings: all that an agenda is held by. */
export function DatedThings() {
  const { t } = useWords()
  const { rooms, table, base, session, desk, caucuses } = useTalks()
  const own = desk ?? caucuses[0]
  const me = table === undefined ? undefined : meIn(table, session)
  const isTables = table !== undefined && me !== undefined && isMediator(me)
  const home = isTables ? table : own
  const mayPut =
    home !== undefined &&
    puttingFor(session, home, {
      kind: 'item.put',
      item: 'never-put-here' as ItemId,
      register: 'deadline',
      rev: 1,
      fields: { title: 'x', due: { kind: 'on', day: '2026-01-01' }, setBy: 'party', pausable: false },
    })?.recorded === false
  const [saving, setSaving] = useState(false)
  const withDeadlines = rooms.filter(room => deadlinesIn(room).length > 0)
  return (
    <div className="agenda-below">
      <Section title={t('agenda.rounds')}>
        {table !== undefined && <Rounds table={table} />}
        {isTables && (
          <div className="actions no-print">
            <LinkButton weight="text" to={`${base}/rooms/${table.id}/round`}>
              {t('agenda.enter-round')}
            </LinkButton>
          </div>
        )}
      </Section>
      <Section title={t('agenda.deadlines')}>
        {withDeadlines.length === 0 && <p className="quiet">{t('agenda.no-deadline')}</p>}
        {withDeadlines.map(room => (
          <Deadlines key={room.id} room={room} />
        ))}
        <div className="actions no-print">
          {mayPut && (
            <LinkButton weight="text" to={`${base}/rooms/${home.id}/deadline`}>
              {t('agenda.enter-deadline')}
            </LinkButton>
          )}
          {withDeadlines.length > 0 && (
            <Button weight="text" onPress={() => setSaving(true)}>
              {t('agenda.calendar')}
            </Button>
          )}
        </div>
        {saving && <DeadlinesDialog onClose={() => setSaving(false)} />}
      </Section>
      {own !== undefined && <MeetingsHere room={own} />}
    </div>
  )
}

/** What a round may come to from where it is. */
function nextOf(round: Round): readonly string[] {
  switch (turnOf(round)) {
    case undefined:
      return ['round-opened']
    case 'round-opened':
    case 'round-resumed':
      return ['round-suspended', 'clocks-stopped', 'round-closed']
    case 'round-suspended':
    case 'clocks-stopped':
      return ['round-resumed', 'round-closed']
    case 'round-closed':
      return []
  }
}

function Rounds({ table }: { readonly table: RoomState }) {
  const { t } = useWords()
  const w = useWriting(table)
  const rounds = Object.values(table.items).filter(
    ({ register }) => register === 'round',
  ) as unknown as readonly Round[]
  if (rounds.length === 0) return <p className="quiet">{t('agenda.no-round')}</p>
  return (
    <ul className="rows">
      {rounds.map(round => {
        const { title, opensOn, where, goesOn, goesOnIf } = standingOf(round).fields
        const note = round.marks.at(-1)?.note
        return (
          <li key={round.item}>
            <span className="agenda__name">
              <Said text={title} />
            </span>
            <span className="small quiet agenda__standing">
              {[standingName(w, round), sayTerm(w, opensOn), where]
                .filter(part => part !== undefined)
                .join(' · ')}
            </span>
            {note !== undefined && (
              <p className="small" dir="auto">
                <Said text={note} />
              </p>
            )}
            {(goesOn !== undefined || goesOnIf !== undefined) && (
              <p className="small">
                {w.withColon(t('field.goesOn'))} {goesOn === undefined ? goesOnIf : sayTerm(w, goesOn)}
              </p>
            )}
            <Sayings room={table} thing={round} verbs={nextOf(round)} />
            <Anew room={table} thing={round} label={t('agenda.change-round')} />
          </li>
        )
      })}
    </ul>
  )
}

function Deadlines({ room }: { readonly room: RoomState }) {
  const words = useWords()
  const { rooms, mediates, desk } = useTalks()
  const w = useWriting(room)
  return (
    <ul className="rows">
      {deadlinesIn(room).map(deadline => (
        <li key={deadline.item}>
          <span className="agenda__name">
            <Said text={standingOf(deadline).fields.title} />
          </span>
          <span className="small quiet agenda__standing">
            {roomName(room, words, mediates)} · {standingName(w, deadline)} ·{' '}
            {sayClock(w, clockOf(deadline, itemsAround(rooms, room)))}
          </span>
          <Sayings
            room={room}
            thing={deadline}
            verbs={endOf(deadline) === undefined ? ['deadline-met', 'deadline-waived'] : ['deadline-runs']}
          />
          {endOf(deadline) === undefined && room.kind === 'table' && desk !== undefined && (
            <MoveCommon table={room} desk={desk} deadline={deadline} />
          )}
          {endOf(deadline) === undefined && (
            <Anew
              room={room}
              thing={deadline as RegisterItem}
              label={words.t(room.kind === 'table' ? 'agenda.change' : 'agenda.move-deadline')}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

type MoveProps = { readonly table: RoomState; readonly desk: RoomState; readonly deadline: Deadline }

/** AGEN-9: all are asked, and where all have said yes it is moved. */
function MoveCommon({ table, desk, deadline }: MoveProps) {
  const { t } = useWords()
  const { base } = useTalks()
  const w = useWriting(table)
  const [moving, setMoving] = useState(false)
  const due = dueMove({ table, desk }, deadline)
  return (
    <div className="actions no-print">
      {due === undefined ? (
        <LinkButton to={`${base}/ask?kind=move&deadline=${deadline.item}`}>{t('agenda.ask-move')}</LinkButton>
      ) : (
        <Button onPress={() => setMoving(true)}>{t('agenda.do-move', { day: sayTerm(w, due) })}</Button>
      )}
      {due !== undefined && moving && (
        <MoveDialog table={table} deadline={deadline} due={due} onClose={() => setMoving(false)} />
      )}
    </div>
  )
}

type DialogProps = Pick<MoveProps, 'table' | 'deadline'> & {
  readonly due: Term
  readonly onClose: () => void
}

/** With what the leak check names in it, to be passed: the day stands in what each was asked. */
function MoveDialog({ table, deadline, due, onClose }: DialogProps) {
  const { t } = useWords()
  const w = useWriting(table)
  const act = moveAct(deadline, due)
  const reach = useReach(table, act)
  return (
    <ActDialog
      title={t('agenda.do-move', { day: sayTerm(w, due) })}
      label={t('agenda.move-deadline')}
      act={() => reach.say(act)}
      incomplete={reach.open}
      onClose={onClose}
    >
      <p dir="auto">
        <Said text={standingOf(deadline).fields.title} />
      </p>
      {reach.shown}
    </ActDialog>
  )
}

type AnewProps = { readonly room: RoomState; readonly thing: RegisterItem; readonly label: string }

/** For whoever may put it anew. */
function Anew({ room, thing, label }: AnewProps) {
  const { session, base } = useTalks()
  const { item, register, revisions } = thing
  const { fields } = standingOf(thing)
  const may = puttingFor(session, room, {
    kind: 'item.put',
    item,
    register,
    rev: revisions.length + 1,
    fields,
  })
  if (may === undefined || may.recorded) return null
  return (
    <div className="actions no-print">
      <LinkButton weight="text" to={`${base}/rooms/${room.id}/${register}/${item}`}>
        {label}
      </LinkButton>
    </div>
  )
}
