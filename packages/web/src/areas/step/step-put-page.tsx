import {
  type ItemId,
  isMediator,
  type PartyCard,
  type RegisterItem,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { preferences } from '../../settings/preferences.ts'
import { roomName } from '../../talks/room-name.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import type { Key } from '../../words/vocabulary.ts'
import { useWords } from '../../words/words.tsx'
import { puttingFor } from '../item/may.ts'
import { DayText, ThingForm, usePutting } from '../item/thing-form.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'
import { type StepKind, stepPath, stepsPath } from './paths.ts'
import {
  byBody,
  type FieldForm,
  fieldsOf,
  isWhole,
  namesOf,
  stepForms,
  type Texts,
  textsOf,
} from './step-forms.ts'
import { TermFields } from './term-fields.tsx'
import { Ticks } from './ticks.tsx'
import './step.css'

const leads = {
  step: 'step.put-lead',
  incident: 'step.incident-lead',
  finding: 'step.finding-lead',
  calendar: 'step.calendar-lead',
} as const satisfies Readonly<Record<StepKind, Key>>

type Props = {
  readonly room: RoomState
  readonly kind: StepKind
  /** One that is worded anew. */
  readonly thing?: RegisterItem
  /** The step that an incident touches, or that a finding is about. */
  readonly about?: ItemId
}

/** A step, an incident, a finding, a calendar: entered for the first time, or said anew. */
export function StepPutPage({ room, kind, thing, about }: Props) {
  const words = useWords()
  const { t } = words
  const { session, base, mediates } = useTalks()
  const w = useWriting(room)
  const before = thing === undefined ? undefined : standingOf(thing).fields
  const me = meIn(room, session)
  const isOwn = me !== undefined && !isMediator(me)
  const initial = textsOf(kind, before)
  const { texts, set, forget } = useFormDraft(session, `${kind} ${room.id} ${thing?.item ?? ''}`, {
    ...initial,
    ...(before === undefined ? beginning(kind, { room, isOwn, party: me?.party, about }) : {}),
  })
  const putting = usePutting(kind, thing)
  const plain = putting.act(fieldsOf(kind, texts, { before, zone: preferences.zone() }))
  const isRecorded = puttingFor(session, room, plain)?.recorded === true
  const act = isRecorded ? putting.recorded(plain) : plain
  const back =
    thing === undefined ? `${base}/${stepsPath}` : `${base}/rooms/${room.id}/${stepPath(thing.item)}`
  return (
    <Page
      width="narrow"
      title={t(`register.${kind}`)}
      lead={t(leads[kind], { room: roomName(room, words, mediates) })}
    >
      <ThingForm
        room={room}
        putting={putting}
        act={act}
        label={t('fact.do-put')}
        incomplete={!isWhole(kind, texts)}
        forget={forget}
        done={`${base}/rooms/${room.id}/${stepPath(putting.item)}`}
        back={back}
      >
        {stepForms[kind].filter(isShown(texts)).map(form => (
          <OneField
            key={form.name}
            form={form}
            label={w.vocabulary.fields[form.name] ?? form.name}
            texts={texts}
            room={room}
            item={putting.item}
            onChange={set}
          />
        ))}
      </ThingForm>
    </Page>
  )
}

type Beginning = {
  readonly room: RoomState
  readonly isOwn: boolean
  readonly party: string | undefined
  readonly about: ItemId | undefined
}

/** What a new one most likely says: the next number; of what one puts oneself one's own side. */
function beginning(kind: StepKind, { room, isOwn, party, about }: Beginning): Texts {
  const own = Object.values(room.parties).find(each => each.party === party)
  if (kind === 'step')
    return {
      stepNumber: String(Object.values(room.items).filter(({ register }) => register === 'step').length + 1),
    }
  if (kind === 'finding')
    return {
      ...(about === undefined ? {} : { aboutStep: about }),
      ...(isOwn && own !== undefined ? { finder: own.party, finderName: own.name } : {}),
    }
  return kind === 'incident' && about !== undefined ? { touches: about } : {}
}

/** What says more of something that is not chosen is not asked for. */
const isShown =
  (texts: Texts) =>
  ({ name }: FieldForm): boolean => {
    if (name === 'certifierName') return texts['certifier'] !== ''
    if (name === 'judgeName') return texts['judge'] !== ''
    if (name === 'readyTo') return (texts['withGroup'] ?? '').trim() !== ''
    if (name === 'cureUnit') return (texts['cureCount'] ?? '') !== ''
    if (name === 'cureCalendars') return texts['cureUnit'] === 'working-days'
    if (name === 'everyUnit') return (texts['everyCount'] ?? '') !== ''
    return name === 'daysAtLevel' ? (texts['levels'] ?? '').trim() !== '' : true
  }

type OneProps = {
  readonly form: FieldForm
  readonly label: string
  readonly texts: Texts
  readonly room: RoomState
  readonly item: ItemId
  readonly onChange: (change: Texts) => void
}

const titleOf = (thing: RegisterItem): string | undefined => {
  const { title } = standingOf(thing).fields
  return typeof title === 'string' ? title : undefined
}

const partiesOf = (room: RoomState): readonly PartyCard[] =>
  room.party === undefined ? Object.values(room.parties) : [...Object.values(room.parties), room.party]

function OneField({ form: { name, as, isNeeded }, label, texts, room, item, onChange }: OneProps) {
  const { t } = useWords()
  const { table } = useTalks()
  const value = texts[name] ?? ''
  const needed = isNeeded === true ? { required: true } : { optional: true }
  const change = (next: string) => onChange({ [name]: next })
  const around = { ...table?.items, ...room.items }
  const named = (register: string) =>
    Object.values(around)
      .filter(thing => thing.register === register && thing.item !== item)
      .map(thing => ({
        id: thing.item,
        label: titleOf(thing) ?? thing.item,
      }))
  const parties = partiesOf(room)
  if (as === 'day') return <DayText label={label} value={value} onChange={change} />
  if (as === 'term')
    return (
      <TermFields
        label={label}
        texts={texts}
        steps={named('step')}
        calendars={named('calendar')}
        onChange={onChange}
      />
    )
  if (as === 'parties')
    return (
      <Ticks
        label={label}
        value={value}
        options={namesOf(parties.filter(({ party }) => party !== texts['stepOwner']))}
        onChange={change}
      />
    )
  if (as === 'steps' || as === 'calendars')
    return (
      <Ticks
        label={label}
        value={value}
        options={named(as === 'steps' ? 'step' : 'calendar')}
        onChange={change}
      />
    )
  if (as === 'weekdays')
    return <Ticks label={label} value={value} options={weekdaysIn(t)} onChange={change} />
  if (as === 'owner' || as === 'judge') {
    const options = [
      as === 'judge'
        ? { id: '', label: t(name === 'judge' ? 'ruledBy.mediators' : 'step.nobody') }
        : { id: '', label: t('stepOf.body') },
      ...namesOf(parties.filter(({ party }) => as === 'owner' || party !== texts['stepOwner'])),
      ...(as === 'judge' ? [{ id: byBody, label: t('certifiedBy.body') }] : []),
    ]
    return (
      <Selection
        label={label}
        value={value}
        options={options}
        onChange={next => {
          const party = parties.find(each => each.party === next)
          const inWords = { stepOwner: 'doneBy', finder: 'finderName' }[name]
          onChange({
            [name]: next,
            ...(inWords === undefined || party === undefined ? {} : { [inWords]: party.name }),
          })
        }}
      />
    )
  }
  if (as === 'step')
    return (
      <Selection
        label={label}
        value={value}
        options={[...(isNeeded === true ? [] : [{ id: '', label: t('fact.unsaid') }]), ...named('step')]}
        onChange={change}
      />
    )
  if (typeof as !== 'string')
    return (
      <Selection
        label={label}
        value={value}
        onChange={change}
        options={[
          ...(isNeeded === true ? [] : [{ id: '', label: t('fact.unsaid') }]),
          ...as.map(id => ({
            id,
            label: name === 'degree' ? t(`term.degree.${id as '0'}`) : t(`${name}.${id}` as 'gravity.grave'),
          })),
        ]}
      />
    )
  const isLong = as === 'words' || as === 'lines' || as === 'days'
  const hint = { lines: 'fact.sources-hint', days: 'step.days-hint', clock: 'step.clock-hint' }[
    as as 'lines'
  ] as Key | undefined
  return (
    <Field
      label={label}
      {...needed}
      value={value}
      onChange={change}
      {...(isLong ? { lines: 3 } : { charsMax: 200 })}
      {...(hint === undefined ? {} : { hint: t(hint) })}
    />
  )
}

const weekdaysIn = (t: (key: Key) => string) =>
  (['saturday', 'sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).map(id => ({
    id,
    label: t(`weeklyRest.${id}`),
  }))
