import {
  type DelegationList,
  type ItemFields,
  type Minutes,
  type RegisterItem,
  type RoomState,
  type Statement,
  standingOf,
} from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { Selection, Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { languageNames, languages } from '../../words/languages.ts'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { puttingFor } from '../fact/may.ts'
import { DayText, givenOf, ThingForm, usePutting } from '../fact/thing-form.tsx'
import { useFormDraft } from '../fact/use-form-draft.ts'
import type { Beside } from './beside-kinds.ts'
import {
  actionsToText,
  arePoints,
  keptOf,
  peopleToText,
  pointsToText,
  textToActions,
  textToPeople,
  textToPoints,
} from './lines.ts'

type Fields = Readonly<Record<string, unknown>>

/** What stands beside a meeting as its form has it: texts, from what stood there, and back. */
type Form = {
  readonly initial: (before: Fields | undefined) => Readonly<Record<string, string>>
  readonly shown: readonly string[]
  readonly fields: (texts: Readonly<Record<string, string>>, before: Fields | undefined) => Fields
  readonly isWhole: (texts: Readonly<Record<string, string>>) => boolean
}

const isThere = (text: string | undefined): boolean => (text ?? '').trim() !== ''

type List = DelegationList['revisions'][number]['fields']
type Said = Minutes['revisions'][number]['fields']
type Public = Statement['revisions'][number]['fields']

const forms: Readonly<Record<Beside, Form>> = {
  'delegation-list': {
    initial: before => {
      const list = before as List | undefined
      return {
        title: list?.title ?? '',
        delegation: peopleToText(list?.delegation),
        advisers: peopleToText(list?.advisers),
        press: list?.press ?? '',
      }
    },
    shown: ['title', 'delegation', 'advisers', 'press'],
    fields: ({ title = '', delegation = '', advisers = '', press = '' }, before) => {
      const list = before as List | undefined
      const advising = textToPeople(advisers, list?.advisers)
      return {
        title: title.trim(),
        delegation: textToPeople(delegation, list?.delegation),
        ...(advising.length === 0 ? {} : { advisers: advising }),
        ...givenOf({ press }, ['press']),
      }
    },
    isWhole: ({ title, delegation = '' }) => isThere(title) && textToPeople(delegation).length > 0,
  },
  minutes: {
    initial: before => {
      const minutes = before as Said | undefined
      return {
        title: minutes?.title ?? '',
        points: pointsToText(minutes?.points),
        actions: actionsToText(minutes?.actions),
      }
    },
    shown: ['title', 'points', 'actions'],
    fields: ({ title = '', points = '', actions = '' }) => ({
      title: title.trim(),
      points: textToPoints(points),
      ...(isThere(actions) ? { actions: textToActions(actions) } : {}),
    }),
    isWhole: ({ title, points = '' }) => isThere(title) && arePoints(points),
  },
  statement: {
    initial: before => {
      const statement = before as Public | undefined
      const [first] = statement?.wordings ?? []
      return {
        kind: statement?.kind ?? 'press-report',
        speaker: statement?.speaker ?? '',
        party: statement?.party ?? '',
        language: first?.language ?? '',
        body: first?.body ?? '',
        on: statement?.on ?? '',
        channel: statement?.channel ?? '',
        link: statement?.link ?? '',
        spokespeople: statement?.spokespeople ?? '',
        isFallback: statement?.isFallback === true ? 'yes' : '',
      }
    },
    shown: ['kind', 'speaker', 'party', 'wordings', 'on', 'channel', 'link', 'spokespeople', 'isFallback'],
    fields: (texts, before) => {
      const { kind = '', speaker = '', party = '', language = '', body = '', isFallback } = texts
      const [, ...others] = (before as Public | undefined)?.wordings ?? []
      return {
        kind,
        speaker: speaker.trim(),
        ...(isWordOfParty(kind) && party !== '' ? { party } : {}),
        wordings: [{ language, body: body.trim() }, ...others],
        ...givenOf(texts, ['on', 'channel', 'link', 'spokespeople']),
        ...(kind === 'readout' && isFallback === 'yes' ? { isFallback: true } : {}),
      }
    },
    isWhole: ({ kind = '', speaker, party, body }) =>
      isThere(speaker) && isThere(body) && (!isWordOfParty(kind) || isThere(party)),
  },
}

/** MEET-3: whose word it is, where a party confirms or denies. */
const isWordOfParty = (kind: string): boolean => kind === 'confirmation' || kind === 'denial'

const statementKinds = ['press-report', 'confirmation', 'denial', 'spoken', 'readout', 'notice'] as const

type Props = {
  readonly room: RoomState
  readonly register: Beside
  /** One that is worded anew. */
  readonly thing?: RegisterItem
  /** The meeting of this room that it belongs to. */
  readonly meeting?: string
}

/** A list of a delegation, minutes, or what is said in public, as somebody enters it. */
export function BesidePutPage({ room, register, thing, meeting }: Props) {
  const { t, language } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(room)
  const form = forms[register]
  const before: Fields | undefined = thing === undefined ? undefined : standingOf(thing).fields
  const key = `${register} ${room.id} ${thing?.item ?? meeting ?? ''}`
  const { texts, set, forget } = useFormDraft(session, key, form.initial(before))
  const putting = usePutting(register, thing)
  const kept = before === undefined ? {} : keptOf(before, form.shown)
  const act = putting.act({
    ...kept,
    ...(meeting === undefined ? {} : { meeting }),
    ...(form.fields({ ...texts, language: texts['language'] || language }, before) as ItemFields),
  })
  const isRecorded = puttingFor(session, room, act)?.recorded === true
  const label = (name: string): string => w.vocabulary.fields[name] ?? name
  const text = (
    name: string,
    more: { readonly lines?: number; readonly hint?: string; readonly needed?: true } = {},
  ) => (
    <Field
      label={label(name)}
      {...(more.needed === true ? { required: true } : { optional: true })}
      {...(more.lines === undefined ? {} : { lines: more.lines })}
      {...(more.hint === undefined ? {} : { hint: more.hint })}
      value={texts[name] ?? ''}
      onChange={value => set({ [name]: value })}
    />
  )
  const page = `${base}/rooms/${room.id}`
  const back =
    thing !== undefined
      ? `${page}/beside-meeting/${thing.item}`
      : meeting === undefined
        ? page
        : `${page}/meeting/${meeting}`
  const title = t(`register.${register}`)
  return (
    <Page width="narrow" title={title} lead={t(`meeting.${register}-lead`)}>
      <ThingForm
        room={room}
        putting={putting}
        act={isRecorded ? putting.recorded(act) : act}
        label={t(thing === undefined ? 'meeting.enter' : 'meeting.enter-anew')}
        incomplete={!form.isWhole(texts)}
        forget={forget}
        done={`${page}/beside-meeting/${putting.item}`}
        back={back}
      >
        {fieldsOf()}
      </ThingForm>
    </Page>
  )

  function fieldsOf() {
    switch (register) {
      case 'delegation-list':
        return (
          <>
            {text('title', { needed: true })}
            {text('delegation', { lines: 6, hint: t('meeting.people-hint'), needed: true })}
            {text('advisers', { lines: 3, hint: t('meeting.people-hint') })}
            {text('press')}
          </>
        )
      case 'minutes':
        return (
          <>
            {text('title', { needed: true })}
            {text('points', { lines: 10, hint: t('meeting.points-hint'), needed: true })}
            {text('actions', { lines: 4, hint: t('meeting.actions-hint') })}
          </>
        )
      case 'statement':
        return statementFields()
      default:
        return register satisfies never
    }
  }

  function statementFields() {
    const kind = texts['kind'] ?? ''
    const parties = Object.values(room.parties).filter(party => party.kind === 'party')
    return (
      <>
        <Selection
          label={label('kind')}
          value={kind}
          onChange={next => set({ kind: next })}
          options={statementKinds.map(id => ({ id, label: t(`kind.${id}`) }))}
        />
        {text('speaker', { needed: true })}
        {isWordOfParty(kind) && (
          <Selection
            label={label('party')}
            value={texts['party']}
            onChange={party => set({ party })}
            options={parties.map(({ party, name }) => ({ id: party as string, label: name }))}
          />
        )}
        <Selection
          label={label('language')}
          value={texts['language'] || language}
          onChange={next => set({ language: next })}
          options={languages.map(id => ({ id: id as string, label: languageNames[id] }))}
        />
        {text('body', { lines: 5, needed: true })}
        {kind === 'readout' && (
          <>
            <Tick
              label={label('isFallback')}
              checked={texts['isFallback'] === 'yes'}
              onChange={on => set({ isFallback: on ? 'yes' : '' })}
            />
            {text('spokespeople', { lines: 2 })}
          </>
        )}
        <DayText label={label('on')} value={texts['on'] ?? ''} onChange={on => set({ on })} />
        {text('channel')}
        {text('link')}
      </>
    )
  }
}
