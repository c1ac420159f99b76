import { isZone, type Meeting, type RoomState, standingOf } from '@goodoffices/core'
import { lazy, Suspense } from 'react'
import { preferences } from '../../settings/preferences.ts'
import { useTalks } from '../../talks/talks.tsx'
import { Choice, Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { DayText, givenOf, ThingForm, usePutting } from '../item/thing-form.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'
import { keptOf } from './lines.ts'

const ClockField = lazy(() => import('../../ui/clock-field.tsx'))

const kinds = ['proximity', 'heads', 'joint', 'technical'] as const
const publicities = ['nothing', 'may-be-confirmed', 'readout'] as const
/** All that the form shows; what else stood there stays. */
const shown = [
  'kind',
  'title',
  'when',
  'begins',
  'ends',
  'timeZone',
  'venue',
  'building',
  'level',
  'subject',
  'publicity',
  'minutesKept',
]
const minutesKept = ['no-minutes', 'own-minutes', 'agreed-minutes'] as const

type Props = {
  readonly room: RoomState
  /** One that is changed. */
  readonly meeting?: Meeting
}

/** A meeting as the mediators plan it: nobody learns of it before they are asked. */
export function PutPage({ room, meeting }: Props) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(room)
  const label = (name: string): string => w.vocabulary.fields[name] ?? name
  const before = meeting === undefined ? undefined : standingOf(meeting).fields
  const { texts, set, forget } = useFormDraft(session, `meeting ${room.id} ${meeting?.item ?? ''}`, {
    kind: before?.kind ?? 'proximity',
    title: before?.title ?? '',
    day: before?.when.kind === 'on' ? before.when.day : '',
    begins: before?.begins ?? '10:00',
    ends: before?.ends ?? '18:00',
    timeZone: before?.timeZone ?? preferences.zone(),
    venue: before?.venue ?? '',
    building: before?.building ?? '',
    level: before?.level ?? '',
    subject: before?.subject ?? '',
    publicity: before?.publicity ?? 'nothing',
    minutesKept: before?.minutesKept ?? 'no-minutes',
  })
  const putting = usePutting('meeting', meeting)
  // A day that follows from others was given elsewhere, and stays as it is.
  const isPlainDay = before === undefined || before.when.kind === 'on'
  const act = putting.act({
    ...keptOf(before, shown),
    kind: texts.kind,
    title: texts.title,
    when: isPlainDay ? { kind: 'on', day: texts.day } : before.when,
    begins: texts.begins,
    ends: texts.ends,
    timeZone: texts.timeZone,
    venue: texts.venue,
    ...givenOf(texts, ['building', 'level', 'subject']),
    publicity: texts.publicity,
    minutesKept: texts.minutesKept,
  })
  const text = (name: 'title' | 'venue' | 'building' | 'level', isNeeded = false) => (
    <Field
      label={label(name)}
      {...(isNeeded ? { required: true } : { optional: true })}
      value={texts[name]}
      onChange={value => set({ [name]: value })}
    />
  )
  const hour = (name: 'begins' | 'ends') => (
    <ClockField label={label(name)} value={texts[name] as never} onChange={value => set({ [name]: value })} />
  )
  const hasZone = isZone(texts.timeZone)
  const back = meeting === undefined ? `${base}/desk` : `${base}/rooms/${room.id}/meeting/${meeting.item}`
  return (
    <Page
      width="narrow"
      title={t(meeting === undefined ? 'meeting.put' : 'meeting.change')}
      lead={t(meeting === undefined ? 'meeting.put-lead' : 'meeting.change-lead')}
    >
      <ThingForm
        room={room}
        putting={putting}
        act={act}
        label={t(meeting === undefined ? 'meeting.do-put' : 'meeting.change')}
        incomplete={
          texts.title.trim() === '' ||
          texts.venue.trim() === '' ||
          !hasZone ||
          (isPlainDay && texts.day === '')
        }
        forget={forget}
        done={`${base}/rooms/${room.id}/meeting/${putting.item}`}
        back={back}
      >
        <Selection
          label={label('kind')}
          value={texts.kind}
          onChange={kind => set({ kind })}
          options={kinds.map(id => ({ id, label: t(`kind.${id}`) }))}
        />
        {text('title', true)}
        {isPlainDay && <DayText label={label('when')} value={texts.day} onChange={day => set({ day })} />}
        <div className="pair">
          <Suspense>
            {hour('begins')}
            {hour('ends')}
          </Suspense>
        </div>
        <Field
          label={label('timeZone')}
          required
          error={hasZone ? undefined : t('meeting.no-zone')}
          value={texts.timeZone}
          onChange={timeZone => set({ timeZone })}
        />
        {text('venue', true)}
        <div className="pair">
          {text('building')}
          {text('level')}
        </div>
        <Field
          label={label('subject')}
          optional
          lines={3}
          value={texts.subject}
          onChange={subject => set({ subject })}
        />
        <Choice
          label={label('publicity')}
          value={texts.publicity}
          onChange={publicity => set({ publicity })}
          options={publicities.map(id => ({ id, label: t(`publicity.${id}`) }))}
        />
        <Choice
          label={label('minutesKept')}
          value={texts.minutesKept}
          onChange={value => set({ minutesKept: value })}
          options={minutesKept.map(id => ({ id, label: t(`minutesKept.${id}`) }))}
        />
      </ThingForm>
    </Page>
  )
}
