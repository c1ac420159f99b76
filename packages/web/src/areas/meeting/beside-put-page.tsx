import { fieldLines } from '@goodoffices/client'
import {
  fieldsSchemaOf,
  findRegister,
  type ItemFields,
  type RegisterItem,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { Selection, Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { Said } from '../../ui/said.tsx'
import { languageNames, languages } from '../../words/languages.ts'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { puttingFor } from '../item/may.ts'
import { DayText, ThingForm, usePutting } from '../item/thing-form.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'
import { type Fields, forms, isWordOfParty } from './beside-forms.ts'
import type { Beside } from './beside-kinds.ts'
import { keptOf } from './lines.ts'

const statementKinds = ['press-report', 'confirmation', 'denial', 'spoken', 'readout', 'notice'] as const

type Props = {
  readonly room: RoomState
  readonly register: Beside
  /** One that is worded anew. */
  readonly thing?: RegisterItem
  /** The meeting of this room that it belongs to. */
  readonly meeting?: string
  /** What it is made of that stands elsewhere. */
  readonly drawn?: Fields
}

/** A list of a delegation, minutes, or what is said in public, as somebody enters it. */
export function BesidePutPage({ room, register, thing, meeting, drawn }: Props) {
  const { t, language } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(room)
  const form = forms[register]
  const before: Fields | undefined = thing === undefined ? drawn : standingOf(thing).fields
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
      case 'house-plan':
        return (
          <>
            {text('title', { needed: true })}
            {text('places', { lines: 6, hint: t('meeting.places-hint') })}
            {text('ways', { lines: 4, hint: t('meeting.ways-hint') })}
            {text('othersThere', { lines: 3 })}
            <Stays />
          </>
        )
      default:
        return register satisfies never
    }
  }

  /** As the host reads it; its hours are those of the arrangements, and changed there. */
  function Stays() {
    const declared = findRegister(register)
    const stays = before?.['stays']
    if (declared === undefined || stays === undefined) return null
    return fieldLines(w, fieldsSchemaOf(declared), { stays }, { parent: register }).map(
      ({ name, label, text }) => (
        <dl key={name} className="thing-lines">
          <div>
            <dt>{label}</dt>
            <dd dir="auto">
              <Said text={text} />
            </dd>
          </div>
        </dl>
      ),
    )
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
        {text('translatedBy')}
        {room.kind === 'delegation' && (
          <Selection
            label={label('pressure')}
            value={texts['pressure'] ?? ''}
            onChange={pressure => set({ pressure })}
            options={[
              { id: '', label: t('fact.unsaid') },
              ...(['threat', 'pressure'] as const).map(id => ({
                id: id as string,
                label: t(`pressure.${id}`),
              })),
            ]}
          />
        )}
      </>
    )
  }
}
