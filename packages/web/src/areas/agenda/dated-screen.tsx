import {
  type Deadline,
  type ItemId,
  type RegisterItem,
  type RoomState,
  type Round,
  standingOf,
  type Term,
} from '@goodoffices/core'
import type { ReactNode } from 'react'
import { LostPage } from '../../frame/lost-page.tsx'
import { useParams } from '../../route/route.tsx'
import { InRoom } from '../../screens/in-room.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { DayText, givenOf, ThingForm, usePutting } from '../item/thing-form.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'

type DatedProps = {
  readonly register: 'round' | 'deadline'
  readonly children: (room: RoomState, thing: RegisterItem | undefined) => ReactNode
}

/** A new one, or the one that the address names, of that register and no other. */
function Dated({ register, children }: DatedProps) {
  const id = useParams()['thing'] as ItemId | undefined
  return (
    <InRoom>
      {room => {
        const thing = id === undefined ? undefined : room.items[id]
        return thing?.register === register || id === undefined ? children(room, thing) : <LostPage />
      }}
    </InRoom>
  )
}

export function RoundScreen() {
  return (
    <Dated register="round">
      {(table, thing) => (
        <RoundPage
          key={`${table.id} ${thing?.item ?? ''}`}
          table={table}
          {...(thing === undefined ? {} : { round: thing as unknown as Round })}
        />
      )}
    </Dated>
  )
}
export function DeadlineScreen() {
  return (
    <Dated register="deadline">
      {(room, thing) => (
        <DeadlinePage
          key={`${room.id} ${thing?.item ?? ''}`}
          room={room}
          {...(thing === undefined ? {} : { deadline: thing as unknown as Deadline })}
        />
      )}
    </Dated>
  )
}

/** A day that was named; what follows from another is kept as it is. */
export const dayIn = (term: Term | undefined): string => (term?.kind === 'on' ? term.day : '')
export const termOf = (day: string, before: Term | undefined): Term | undefined => {
  if (day !== '') return { kind: 'on', day: day as never }
  return before === undefined || before.kind === 'on' ? undefined : before
}

type RoundProps = { readonly table: RoomState; readonly round?: Round }

/** A round, as all read it at the table; when it closes, and of one that is suspended when it goes on, or what must be so before. */
function RoundPage({ table, round }: RoundProps) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(table)
  const label = (name: string): string => w.vocabulary.fields[name] ?? name
  const known = Object.values(table.items).filter(({ register }) => register === 'round').length
  const before = round === undefined ? undefined : standingOf(round).fields
  const { texts, set, forget } = useFormDraft(session, `round ${table.id} ${round?.item ?? ''}`, {
    ordinal: String(before?.ordinal ?? known + 1),
    title: before?.title ?? '',
    opensOn: dayIn(before?.opensOn),
    closesOn: dayIn(before?.closesOn),
    goesOn: dayIn(before?.goesOn),
    goesOnIf: before?.goesOnIf ?? '',
    where: before?.where ?? '',
  })
  const putting = usePutting('round', round)
  const opensOn = termOf(texts.opensOn, before?.opensOn)
  const closesOn = termOf(texts.closesOn, before?.closesOn)
  const goesOn = termOf(texts.goesOn, before?.goesOn)
  const act = putting.act({
    ...(before?.issues === undefined ? {} : { issues: before.issues }),
    ...(before?.attending === undefined ? {} : { attending: before.attending }),
    ordinal: Number(texts.ordinal),
    title: texts.title,
    ...(opensOn === undefined ? {} : { opensOn }),
    ...(closesOn === undefined ? {} : { closesOn }),
    ...(goesOn === undefined ? {} : { goesOn }),
    ...givenOf(texts, ['where', 'goesOnIf']),
  })
  const day = (name: 'opensOn' | 'closesOn' | 'goesOn') => (
    <DayText label={label(name)} value={texts[name]} onChange={value => set({ [name]: value })} />
  )
  const title = t(round === undefined ? 'agenda.enter-round' : 'agenda.change-round')
  return (
    <Page width="narrow" title={title} lead={t('agenda.table-lead')}>
      <ThingForm
        room={table}
        putting={putting}
        act={act}
        label={title}
        incomplete={
          texts.title.trim() === '' || opensOn === undefined || !/^[1-9]\d{0,2}$/.test(texts.ordinal)
        }
        forget={forget}
        done={`${base}/agenda`}
        back={`${base}/agenda`}
      >
        <Field
          label={label('ordinal')}
          required
          value={texts.ordinal}
          onChange={ordinal => set({ ordinal })}
        />
        <Field
          label={label('title')}
          required
          value={texts.title}
          onChange={title => set({ title })}
          charsMax={200}
        />
        {day('opensOn')}
        {day('closesOn')}
        <Field label={label('where')} optional value={texts.where} onChange={where => set({ where })} />
        {round !== undefined && (
          <>
            {day('goesOn')}
            <Field
              label={label('goesOnIf')}
              optional
              lines={2}
              value={texts.goesOnIf}
              onChange={goesOnIf => set({ goesOnIf })}
            />
          </>
        )}
      </ThingForm>
    </Page>
  )
}

type DeadlineProps = { readonly room: RoomState; readonly deadline?: Deadline }

/** By when something is to be done: of all at the table, of one's own side elsewhere. AGEN-9: a common one is moved only as all have said yes to. */
function DeadlinePage({ room, deadline }: DeadlineProps) {
  const { t } = useWords()
  const { session, base, mediates } = useTalks()
  const w = useWriting(room)
  const label = (name: string): string => w.vocabulary.fields[name] ?? name
  const before = deadline === undefined ? undefined : standingOf(deadline).fields
  const { texts, set, forget } = useFormDraft(session, `deadline ${room.id} ${deadline?.item ?? ''}`, {
    title: before?.title ?? '',
    due: dayIn(before?.due),
    pausable: before?.pausable === true ? 'yes' : '',
    thenFollows: before?.thenFollows ?? '',
  })
  const putting = usePutting('deadline', deadline)
  const due = termOf(texts.due, before?.due)
  const act = putting.act({
    title: texts.title,
    ...(due === undefined ? {} : { due }),
    setBy: before?.setBy ?? (mediates ? 'mediators' : 'party'),
    pausable: texts.pausable === 'yes',
    ...givenOf(texts, ['thenFollows']),
  })
  const title = t(deadline === undefined ? 'agenda.enter-deadline' : 'agenda.move-deadline')
  const lead =
    room.kind !== 'table'
      ? 'agenda.lead-party'
      : deadline === undefined
        ? 'agenda.table-lead'
        : 'agenda.move-lead'
  return (
    <Page width="narrow" title={title} lead={t(lead)}>
      <ThingForm
        room={room}
        putting={putting}
        act={act}
        label={title}
        incomplete={texts.title.trim() === '' || due === undefined}
        forget={forget}
        done={`${base}/agenda`}
        back={`${base}/agenda`}
      >
        <Field
          label={label('title')}
          required
          value={texts.title}
          onChange={title => set({ title })}
          charsMax={200}
        />
        <DayText label={label('due')} value={texts.due} onChange={due => set({ due })} />
        <Tick
          label={label('pausable')}
          checked={texts.pausable === 'yes'}
          onChange={on => set({ pausable: on ? 'yes' : '' })}
        />
        <Field
          label={label('thenFollows')}
          optional
          lines={2}
          value={texts.thenFollows}
          onChange={thenFollows => set({ thenFollows })}
        />
      </ThingForm>
    </Page>
  )
}
