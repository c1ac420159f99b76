import { checkOnceMoved } from '@goodoffices/client'
import {
  type ItemFields,
  limits,
  type Matter,
  type RegisterItem,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { puttingFor } from '../item/may.ts'
import { DayText, givenOf, ThingForm, usePutting } from '../item/thing-form.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'

type Props = {
  readonly room: RoomState
  /** One that is worded anew. */
  readonly matter?: RegisterItem
}

/** What is disputed, in neutral words: put for the first time, or worded anew. */
export function PutPage({ room, matter }: Props) {
  const words = useWords()
  const { t } = words
  const { session, base, mediates } = useTalks()
  const w = useWriting(room)
  const labels = w.vocabulary.fields
  const before = matter === undefined ? undefined : standingOf(matter as Matter).fields
  const { texts, set, forget } = useFormDraft(
    session,
    `matter ${room.id} ${matter?.item ?? ''}`,
    initialOf(before),
  )
  const putting = usePutting('matter', matter)
  const plain = putting.act(fieldsOf(texts, before))
  // Where mediators may put it themselves they do, also for a party without an account.
  const isRecorded =
    !checkOnceMoved(session, room.id, plain).ok && puttingFor(session, room, plain)?.recorded === true
  const act = isRecorded ? putting.recorded(plain) : plain
  const back =
    matter !== undefined
      ? `${base}/rooms/${room.id}/figure/${matter.item}`
      : room.kind === 'desk'
        ? `${base}/desk`
        : `${base}/rooms/${room.id}`
  const text = (name: 'unit' | 'place' | 'period') => (
    <Field
      label={labels[name] ?? ''}
      optional
      charsMax={limits.titleCharsMax}
      value={texts[name]}
      onChange={value => set({ [name]: value })}
    />
  )
  return (
    <Page
      width="narrow"
      title={t(matter === undefined ? 'fact.put' : 'fact.reword')}
      lead={t('fact.put-lead', { room: roomName(room, words, mediates) })}
    >
      <ThingForm
        room={room}
        putting={putting}
        act={act}
        label={t(matter === undefined ? 'fact.do-put' : 'fact.reword')}
        incomplete={texts.title.trim() === ''}
        forget={forget}
        done={`${base}/rooms/${room.id}/figure/${putting.item}`}
        back={back}
      >
        <Choice
          label={t('fact.what')}
          value={texts.kind as 'figure' | 'event'}
          onChange={kind => set({ kind })}
          options={(['figure', 'event'] as const).map(kind => ({
            id: kind,
            label: w.vocabulary.choices[`kind.${kind}`],
          }))}
        />
        <Field
          label={labels['title'] ?? ''}
          hint={t('fact.title-hint')}
          required
          charsMax={limits.titleCharsMax}
          value={texts.title}
          onChange={title => set({ title })}
        />
        <Field
          label={labels['definition'] ?? ''}
          hint={t('fact.definition-hint')}
          optional
          lines={3}
          charsMax={limits.noteCharsMax}
          value={texts.definition}
          onChange={definition => set({ definition })}
        />
        <div className="pair">
          {texts.kind === 'figure' && text('unit')}
          {text('period')}
          {text('place')}
          {isPlainDay(before) && (
            <DayText
              label={labels['answersBy'] ?? ''}
              value={texts.answersBy}
              onChange={answersBy => set({ answersBy })}
            />
          )}
        </div>
      </ThingForm>
    </Page>
  )
}

type Before = ReturnType<typeof standingOf<Matter['revisions'][number]['fields']>>['fields'] | undefined

/** A day that follows from others was given elsewhere, and stays as it is. */
const isPlainDay = (before: Before): boolean =>
  before?.answersBy === undefined || before.answersBy.kind === 'on'

const initialOf = (before: Before) => ({
  kind: (before?.kind ?? 'figure') as string,
  title: before?.title ?? '',
  definition: before?.definition ?? '',
  unit: before?.unit ?? '',
  place: before?.place ?? '',
  period: before?.period ?? '',
  answersBy: (before?.answersBy?.kind === 'on' ? before.answersBy.day : '') as string,
})
type Texts = ReturnType<typeof initialOf>

function fieldsOf(texts: Texts, before: Before): ItemFields {
  const answersBy = isPlainDay(before)
    ? texts.answersBy === ''
      ? undefined
      : { kind: 'on', day: texts.answersBy }
    : before?.answersBy
  return {
    kind: texts.kind,
    title: texts.title,
    ...givenOf(texts, [
      'definition',
      ...(texts.kind === 'figure' ? (['unit'] as const) : []),
      'place',
      'period',
    ]),
    ...(answersBy === undefined ? {} : { answersBy }),
  }
}
