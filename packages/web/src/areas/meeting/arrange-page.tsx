import { arrangementFor, choiceOf, meetingsOf, sidesOfMeeting } from '@goodoffices/client'
import {
  type Arrangement,
  type Meeting,
  minutesToClock,
  type PartyId,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { lazy, Suspense } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { Selection, Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { readWhole } from '../../ui/whole-number.ts'
import { languageNames, languages } from '../../words/languages.ts'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { DayText, givenOf, ThingForm, usePutting } from '../item/thing-form.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'
import { keptOf, textToTimes, timesToText } from './lines.ts'

const ClockField = lazy(() => import('../../ui/clock-field.tsx'))

const hours = ['arrivesFrom', 'arrivesTo', 'leavesFrom', 'leavesTo'] as const
const places = ['entrance', 'waitingRoom', 'ownRoom', 'route', 'escort', 'interpreter'] as const
const owners = ['own', 'mediators', 'host'] as const
const measures = ['roomSize', 'floor', 'distance'] as const
/** How a time is typed. */
const example = [615, 675].map(minutesToClock)
const longer = ['access', 'exitPlan'] as const
const interpreting = ['interprets', 'interpreterFrom', 'interpreterClearedBy'] as const
const shown = [
  'meeting',
  'party',
  'on',
  'sessions',
  'ownHours',
  ...hours,
  ...places,
  ...interpreting,
  ...measures,
  ...longer,
]

type Props = {
  readonly room: RoomState
  readonly meeting: Meeting
  /** At the desk: for whom it is planned. */
  readonly party?: PartyId
}

/** How one side comes and goes: planned at the desk, or put in its caucus, where it reads it. */
export function ArrangePage({ room, meeting, party }: Props) {
  const { t } = useWords()
  const { session, process, base, desk } = useTalks()
  const w = useWriting(room)
  const label = (name: string): string => w.vocabulary.fields[name] ?? name
  const atDesk = room.kind === 'desk'
  const side = sideOf()
  const known = atDesk
    ? side?.isSent === true
      ? undefined
      : side?.arrangement
    : arrangementFor(room, meeting.item)
  const before = known ?? side?.arrangement
  const fields = before === undefined ? undefined : standingOf(before).fields
  const { texts, set, forget } = useFormDraft(
    session,
    `arrangement ${room.id} ${meeting.item} ${party ?? ''}`,
    initialOf(fields),
  )
  const putting = usePutting('arrangement', known)
  const sessions = textToTimes(texts.sessions)
  const interprets = texts.interprets.split(' ').filter(each => each !== '')
  const sizes = measures.map(name => readWhole(texts[name]))
  const act = putting.act({
    ...keptOf(fields, shown),
    meeting: meeting.item,
    ...(atDesk && party !== undefined ? { party } : {}),
    ...(texts.on === '' ? {} : { on: texts.on }),
    ...givenOf(texts, [...hours, ...places, ...longer]),
    ...Object.fromEntries(
      measures.flatMap((name, at) => (sizes[at] === undefined ? [] : [[name, sizes[at]]])),
    ),
    ...(sessions === undefined || sessions.length === 0 ? {} : { sessions }),
    ...(interprets.length === 0 ? {} : { interprets }),
    ...givenOf(texts, ['interpreterFrom', 'interpreterClearedBy']),
    ...(texts.ownHours === 'yes' ? { ownHours: true } : {}),
  })
  const name = (atDesk ? side?.party.name : room.party?.name) ?? ''
  const back =
    atDesk || desk === undefined ? `${base}/rooms/${room.id}/meeting/${meeting.item}` : `${base}/desk`
  const clock = (field: (typeof hours)[number]) => (
    <ClockField
      label={label(field)}
      value={texts[field] as never}
      onChange={value => set({ [field]: value })}
    />
  )
  return (
    <Page
      width="narrow"
      title={t('meeting.arrange-for', { party: name })}
      lead={t(atDesk ? 'meeting.arrange-desk' : 'meeting.arrange-lead', { party: name })}
    >
      <ThingForm
        room={room}
        putting={putting}
        act={act}
        label={t(atDesk ? 'meeting.do-plan' : 'meeting.do-send')}
        incomplete={texts.entrance.trim() === '' || texts.ownRoom.trim() === '' || sessions === undefined}
        forget={forget}
        done={back}
        back={back}
      >
        <DayText label={label('on')} value={texts.on} onChange={on => set({ on })} />
        <Suspense>
          <div className="pair">
            {clock('arrivesFrom')}
            {clock('arrivesTo')}
          </div>
          <div className="pair">
            {clock('leavesFrom')}
            {clock('leavesTo')}
          </div>
        </Suspense>
        <Field
          label={label('sessions')}
          hint={t('meeting.sessions-hint', { example: example.map(hour => w.clock(hour)).join('–') })}
          optional
          lines={3}
          error={sessions === undefined ? t('meeting.sessions-wrong') : undefined}
          value={texts.sessions}
          onChange={value => set({ sessions: value })}
        />
        {places.map(field => (
          <Field
            key={field}
            label={label(field)}
            {...(field === 'entrance' || field === 'ownRoom' ? { required: true } : { optional: true })}
            value={texts[field]}
            onChange={value => set({ [field]: value })}
          />
        ))}
        <div className="pair">
          <Selection
            label={label('interpreterFrom')}
            value={texts.interpreterFrom === '' ? undefined : texts.interpreterFrom}
            onChange={interpreterFrom => set({ interpreterFrom })}
            options={owners.map(id => ({ id: id as string, label: choiceOf(w, `interpreterFrom.${id}`) }))}
          />
          <Field
            label={label('interpreterClearedBy')}
            optional
            value={texts.interpreterClearedBy}
            onChange={interpreterClearedBy => set({ interpreterClearedBy })}
          />
        </div>
        <fieldset className="choices">
          <legend className="field__label">{label('interprets')}</legend>
          {languages.map(id => (
            <Tick
              key={id}
              label={languageNames[id]}
              checked={interprets.includes(id)}
              onChange={on =>
                set({
                  interprets: (on ? [...interprets, id] : interprets.filter(each => each !== id)).join(' '),
                })
              }
            />
          ))}
        </fieldset>
        <Tick
          label={label('ownHours')}
          checked={texts.ownHours === 'yes'}
          onChange={on => set({ ownHours: on ? 'yes' : '' })}
        />
        <div className="pair">
          {measures.map(field => (
            <Field
              key={field}
              label={label(field)}
              optional
              short
              value={texts[field]}
              onChange={value => set({ [field]: value })}
            />
          ))}
        </div>
        {longer.map(field => (
          <Field
            key={field}
            label={label(field)}
            optional
            lines={3}
            value={texts[field]}
            onChange={value => set({ [field]: value })}
          />
        ))}
      </ThingForm>
    </Page>
  )

  /** At the desk the side named; in a caucus that caucus, with what the desk has planned for it. */
  function sideOf() {
    // At the desk this very meeting; in a caucus whichever of the desk it is there.
    const meetings = atDesk || desk === undefined ? [meeting] : meetingsOf(desk)
    return meetings
      .flatMap(each => sidesOfMeeting(session, process.process, each))
      .find(each =>
        atDesk
          ? each.party.party === party
          : each.caucus.id === room.id && each.meeting?.item === meeting.item,
      )
  }
}

type Fields = ReturnType<typeof standingOf<Arrangement['revisions'][number]['fields']>>['fields'] | undefined

const initialOf = (fields: Fields) => ({
  arrivesFrom: (fields?.arrivesFrom ?? '09:40') as string,
  arrivesTo: (fields?.arrivesTo ?? '09:50') as string,
  on: (fields?.on ?? '') as string,
  sessions: fields === undefined ? '10:15–11:15' : timesToText(fields.sessions),
  roomSize: fields?.roomSize === undefined ? '' : String(fields.roomSize),
  floor: fields?.floor === undefined ? '' : String(fields.floor),
  distance: fields?.distance === undefined ? '' : String(fields.distance),
  leavesFrom: (fields?.leavesFrom ?? '18:20') as string,
  leavesTo: (fields?.leavesTo ?? '18:30') as string,
  entrance: fields?.entrance ?? '',
  waitingRoom: fields?.waitingRoom ?? '',
  ownRoom: fields?.ownRoom ?? '',
  interpreter: fields?.interpreter ?? '',
  escort: fields?.escort ?? '',
  interprets: (fields?.interprets ?? []).join(' '),
  interpreterFrom: (fields?.interpreterFrom ?? '') as string,
  interpreterClearedBy: fields?.interpreterClearedBy ?? '',
  ownHours: fields?.ownHours === true ? 'yes' : '',
  route: fields?.route ?? '',
  access: fields?.access ?? '',
  exitPlan: fields?.exitPlan ?? '',
})
