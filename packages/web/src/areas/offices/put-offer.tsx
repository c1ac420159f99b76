import { choiceOf, sayFalling } from '@goodoffices/client'
import { type GoodOffices, type ItemFields, type RoomState, standingOf } from '@goodoffices/core'
import { useTalks } from '../../talks/talks.tsx'
import { Selection, Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { DayText, givenOf, ThingForm, usePutting } from '../item/thing-form.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'

const doings = ['good-offices', 'facilitate', 'carry', 'host', 'propose', 'chair'] as const
const formats = ['shuttle', 'proximity', 'joint', 'online', 'written'] as const
const publicities = ['nothing', 'may-be-confirmed', 'readout'] as const
const others = ['not-said', 'other-side', 'named'] as const
const short = ['place', 'interpreting'] as const
const long = ['timetable', 'confidentiality', 'thirdParties', 'costs', 'interests'] as const

type Props = { readonly room: RoomState; readonly offer: GoodOffices | undefined }

/** What one party is offered: in its own caucus, and in no other. Where it has accepted, it is told what falls away before it is stated. */
export function PutOfferPage({ room, offer }: Props) {
  const { t } = useWords()
  const { session, base } = useTalks()
  const w = useWriting(room)
  const label = (name: string): string => w.vocabulary.fields[name] ?? name
  const before = offer === undefined ? undefined : standingOf(offer).fields
  const { texts, set, forget } = useFormDraft(session, `good offices ${room.id} ${offer?.item ?? ''}`, {
    offeredBy: before?.offeredBy ?? '',
    wouldDo: (before?.wouldDo ?? ['carry']).join(' '),
    format: before?.format ?? 'shuttle',
    place: before?.place ?? '',
    timetable: before?.timetable ?? '',
    languages: before?.languages?.join(' ') ?? '',
    interpreting: before?.interpreting ?? '',
    confidentiality: before?.confidentiality ?? '',
    publicity: before?.publicity ?? 'nothing',
    costs: before?.costs ?? '',
    alsoAsked: before?.alsoAsked ?? 'not-said',
    alsoNamed: before?.alsoNamed ?? '',
    thirdParties: before?.thirdParties ?? '',
    interests: before?.interests ?? '',
    answerBy: before?.answerBy?.kind === 'on' ? before.answerBy.day : '',
  })
  const putting = usePutting('good-offices', offer)
  const doing = texts.wouldDo.split(' ').filter(each => each !== '')
  const languages = texts.languages.split(/[\s,]+/).filter(each => each !== '')
  // A day that follows from others was given elsewhere, and stays as it is.
  const isPlainDay = before?.answerBy === undefined || before.answerBy.kind === 'on'
  const answerBy = isPlainDay
    ? texts.answerBy === ''
      ? undefined
      : { kind: 'on', day: texts.answerBy }
    : before.answerBy
  const fields: ItemFields = {
    offeredBy: texts.offeredBy.trim(),
    wouldDo: doings.filter(each => doing.includes(each)),
    format: texts.format,
    ...givenOf(texts, [...short, ...long]),
    ...(languages.length === 0 ? {} : { languages }),
    publicity: texts.publicity,
    alsoAsked: texts.alsoAsked,
    ...(texts.alsoAsked === 'named' ? givenOf(texts, ['alsoNamed']) : {}),
    ...(answerBy === undefined ? {} : { answerBy }),
  }
  const falls = offer === undefined ? undefined : sayFalling(w, offer, fields)
  const party = room.party?.name ?? ''
  const field = (name: (typeof short)[number] | (typeof long)[number] | 'languages', lines?: number) => (
    <Field
      key={name}
      label={label(name)}
      optional
      {...(lines === undefined ? {} : { lines })}
      value={texts[name]}
      onChange={value => set({ [name]: value })}
    />
  )
  const back =
    offer === undefined ? `${base}/rooms/${room.id}` : `${base}/rooms/${room.id}/offices/${offer.item}`
  return (
    <Page
      width="narrow"
      title={t(offer === undefined ? 'offices.put' : 'offices.change')}
      lead={t(offer === undefined ? 'offices.put-lead' : 'offices.change-lead', { party })}
    >
      <ThingForm
        room={room}
        putting={putting}
        act={putting.act(fields)}
        label={t(offer === undefined ? 'offices.do-put' : 'offices.do-change')}
        incomplete={texts.offeredBy.trim() === '' || doing.length === 0}
        forget={forget}
        done={`${base}/rooms/${room.id}/offices/${putting.item}`}
        back={back}
      >
        <Field
          label={label('offeredBy')}
          required
          charsMax={120}
          value={texts.offeredBy}
          onChange={offeredBy => set({ offeredBy })}
        />
        <fieldset className="choices">
          <legend className="field__label">{label('wouldDo')}</legend>
          {doings.map(each => (
            <Tick
              key={each}
              label={choiceOf(w, `wouldDo.${each}`)}
              checked={doing.includes(each)}
              onChange={on =>
                set({ wouldDo: doings.filter(one => (one === each ? on : doing.includes(one))).join(' ') })
              }
            />
          ))}
        </fieldset>
        <Selection
          label={label('format')}
          value={texts.format}
          onChange={format => set({ format })}
          options={formats.map(id => ({ id, label: choiceOf(w, `format.${id}`) }))}
        />
        {field('place')}
        <Selection
          label={label('publicity')}
          value={texts.publicity}
          onChange={publicity => set({ publicity })}
          options={publicities.map(id => ({ id, label: choiceOf(w, `publicity.${id}`) }))}
        />
        <Selection
          label={label('alsoAsked')}
          value={texts.alsoAsked}
          onChange={alsoAsked => set({ alsoAsked })}
          options={others.map(id => ({ id, label: choiceOf(w, `alsoAsked.${id}`) }))}
        />
        {texts.alsoAsked === 'named' && (
          <Field
            label={label('alsoNamed')}
            required
            value={texts.alsoNamed}
            onChange={alsoNamed => set({ alsoNamed })}
          />
        )}
        {long.map(each => field(each, 3))}
        {field('languages')}
        {field('interpreting')}
        {isPlainDay && (
          <DayText
            label={label('answerBy')}
            value={texts.answerBy}
            onChange={day => set({ answerBy: day })}
          />
        )}
        {falls !== undefined && <p role="alert">{falls}</p>}
      </ThingForm>
    </Page>
  )
}
