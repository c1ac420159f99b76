import { checkThing, newId, type ThingAct } from '@goodoffices/client'
import {
  type Circumstance,
  type Day,
  type ItemFields,
  type ItemId,
  limits,
  type Matter,
  type RegisterItem,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from '../../route/route.tsx'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'
import { CircumstanceFields } from '../message/circumstance.tsx'
import { puttingFor } from './may.ts'
import { useFormDraft } from './use-form-draft.ts'

const DayField = lazy(() => import('../../ui/day-field.tsx'))

type Props = {
  readonly room: RoomState
  /** One that is worded anew. */
  readonly matter?: RegisterItem
}

/** What is disputed, in neutral words: put for the first time, or worded anew. */
export function PutPage({ room, matter }: Props) {
  const words = useWords()
  const { t } = words
  const { session, base, rooms, mediates } = useTalks()
  const navigate = useNavigate()
  const w = useWriting(room)
  const labels = w.vocabulary.fields
  const before = matter === undefined ? undefined : standingOf(matter as Matter).fields
  const { texts, set, forget } = useFormDraft(
    session,
    `matter ${room.id} ${matter?.item ?? ''}`,
    initialOf(before),
  )
  const [item] = useState(() => matter?.item ?? newId<ItemId>())
  const [circumstance, setCircumstance] = useState<Circumstance>(() => ({ at: Date.now(), way: 'orally' }))
  const plain: ThingAct = {
    kind: 'item.put',
    item,
    register: 'matter',
    rev: (matter?.revisions.length ?? 0) + 1,
    fields: fieldsOf(texts, before),
  }
  // Where mediators may put it themselves they do, also for a party without an account.
  const isRecorded =
    !session.checkAct(room.id, plain).ok && puttingFor(session, room, plain)?.recorded === true
  const act: ThingAct = isRecorded ? { ...plain, recorded: circumstance } : plain
  const reach = useReach(room, act)
  const back =
    matter !== undefined
      ? `${base}/rooms/${room.id}/figure/${matter.item}`
      : room.kind === 'desk'
        ? `${base}/desk`
        : `${base}/rooms/${room.id}`
  const put = async () => {
    const checked = checkThing(rooms, room, act)
    return checked.ok ? reach.say(act) : checked
  }
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
      <ActForm
        label={t(matter === undefined ? 'fact.do-put' : 'fact.reword')}
        act={put}
        incomplete={texts.title.trim() === '' || reach.open}
        onDone={() => {
          forget()
          navigate({ to: `${base}/rooms/${room.id}/figure/${item}` })
        }}
        beside={
          <LinkButton weight="text" to={back}>
            {t('do.cancel')}
          </LinkButton>
        }
      >
        {isRecorded && <CircumstanceFields value={circumstance} onChange={setCircumstance} />}
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
            <Suspense>
              <DayField
                label={labels['answersBy'] ?? ''}
                value={texts.answersBy === '' ? undefined : (texts.answersBy as Day)}
                onChange={day => set({ answersBy: day ?? '' })}
              />
            </Suspense>
          )}
        </div>
        {reach.shown}
      </ActForm>
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
  const said = (name: 'definition' | 'unit' | 'place' | 'period') =>
    texts[name].trim() === '' ? {} : { [name]: texts[name] }
  const answersBy = isPlainDay(before)
    ? texts.answersBy === ''
      ? undefined
      : { kind: 'on', day: texts.answersBy }
    : before?.answersBy
  return {
    kind: texts.kind,
    title: texts.title,
    ...said('definition'),
    ...(texts.kind === 'figure' ? said('unit') : {}),
    ...said('place'),
    ...said('period'),
    ...(answersBy === undefined ? {} : { answersBy }),
  }
}
