import { newId } from '@goodoffices/client'
import {
  type Act,
  type Circumstance,
  type DeliveryId,
  type Form,
  type ItemId,
  isMediator,
  isPublic,
  isRecordedFor,
  type Marking,
  type MessageId,
  type RoomState,
  type Translation,
} from '@goodoffices/core'
import { useState } from 'react'
import { useNavigate } from '../../route/route.tsx'
import { roomName } from '../../talks/room-name.tsx'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { Choice, Selection, Tick } from '../../ui/choice.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Field } from '../../ui/field.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { TranslationField } from '../desk/translation-field.tsx'
import { useReach } from '../desk/use-reach.tsx'
import { useFormDraft } from '../item/use-form-draft.ts'
import { CircumstanceFields } from './circumstance.tsx'
import { DeliverySheet } from './delivery-sheet.tsx'
import { MarkedField } from './marked-field.tsx'
import { readParts } from './marked-parts.ts'
import { markings } from './selection-bar.tsx'
import './sheet.css'
import { How } from '../../talks/how.tsx'

export const forms = [
  'oral-message',
  'non-paper',
  'note-verbale',
  'aide-memoire',
  'paper',
] as const satisfies readonly Form[]

/** Who reads it: what a side says in its own room is said to the mediators. */
function leadOf({ kind }: RoomState, mediates: boolean) {
  if (kind === 'table') return 'say.lead-table'
  return kind === 'caucus' && !mediates ? 'say.lead-caucus' : 'say.lead'
}

const isReadBySides = (room: RoomState): boolean => room.kind === 'caucus' || isPublic(room)

type Props = {
  readonly room: RoomState
  readonly answers?: DeliveryId
  /** The issue that it is about, and what it is called to begin with. */
  readonly issue?: ItemId
  readonly titled?: string
}

/** Saying something in a form of the field, or recording what a party without an account said. */
export function SayPage({ room, answers, issue, titled = '' }: Props) {
  const words = useWords()
  const { t } = words
  const { session, base, mediates } = useTalks()
  const navigate = useNavigate()
  const draft = `say ${room.id} ${answers ?? issue ?? ''}`
  const me = meIn(room, session)
  const records = me !== undefined && isMediator(me) && isRecordedFor(room)
  const marksIt = room.kind === 'caucus' && (records || (me !== undefined && !isMediator(me)))
  const [body, setBody] = useDraft(session, draft)
  const [keptParts, keepParts] = useDraft(session, `${draft} parts`)
  const parts = marksIt ? readParts(keptParts, body) : []
  // With the words: a draft that came back without its marking would let more pass than was meant.
  const { texts, set, forget } = useFormDraft(session, `${draft} rest`, {
    title: titled,
    form: 'oral-message',
    binding: '',
    marking: 'rule',
    language: '',
    translation: '',
  })
  const { title } = texts
  const form: Form = forms.find(id => id === texts.form) ?? 'oral-message'
  const binding = texts.binding !== ''
  const marking: Marking | 'rule' = markings.find(id => id === texts.marking) ?? 'rule'
  const translation: Translation | undefined =
    texts.language === '' ? undefined : { language: texts.language, body: texts.translation }
  const [circumstance, setCircumstance] = useState<Circumstance>(() => ({ at: Date.now(), way: 'orally' }))
  // What mediators say where a side reads it, in another language too.
  const translates = me !== undefined && isMediator(me) && !records && isReadBySides(room)
  const answered = answers === undefined ? undefined : room.deliveries[answers]
  const isOfDesk = mediates && room.kind === 'caucus'
  const back = isOfDesk ? `${base}/desk` : `${base}/rooms/${room.id}`
  const [message] = useState(() => newId<MessageId>())
  const act: Act = {
    kind: 'message.say',
    message,
    form,
    binding,
    ...(title.trim() === '' ? {} : { title }),
    body,
    ...(marksIt && marking !== 'rule' ? { marking } : {}),
    ...(parts.length === 0 ? {} : { parts }),
    ...(translation === undefined || marksIt ? {} : { translation }),
    ...(answers === undefined ? {} : { answers }),
    ...(issue === undefined ? {} : { issue }),
    ...(records ? { recorded: circumstance } : {}),
  }
  const reach = useReach(room, act, { previewed: true })
  return (
    <Page
      width="narrow"
      title={t(records ? 'say.record-title' : answered === undefined ? 'say.title' : 'say.reply-title', {
        party: room.party?.name ?? '',
      })}
      lead={t(leadOf(room, mediates), { room: roomName(room, words, mediates) })}
    >
      {answered !== undefined && (
        <div className="margin">
          <p className="margin__line">{t('say.answers')}</p>
          <DeliverySheet delivered={answered} room={room} />
        </div>
      )}
      <ActForm
        label={t(records ? 'say.do-record' : 'say.do')}
        act={() => reach.send(act)}
        incomplete={body.trim() === '' || translation?.body.trim() === '' || reach.open}
        onDone={() => {
          setBody('')
          keepParts('')
          forget()
          // On a small screen it stands far below the head of the room.
          navigate({ to: isOfDesk ? back : `${back}#m-${message}` })
        }}
        beside={
          <LinkButton weight="text" to={back}>
            {t('do.cancel')}
          </LinkButton>
        }
      >
        {records && <CircumstanceFields value={circumstance} onChange={setCircumstance} />}
        <Selection
          label={t('field.form')}
          value={form}
          onChange={next => set({ form: next })}
          options={forms.map(id => ({ id, label: t(`form.${id}`) }))}
        />
        <Field
          label={t('field.title')}
          optional
          value={title}
          onChange={next => set({ title: next })}
          charsMax={200}
        />
        {marksIt ? (
          <MarkedField
            label={t(records ? 'say.words-recorded' : 'field.body')}
            hint={t('say.draft-kept')}
            value={body}
            parts={parts}
            onChange={(next, nextParts) => {
              setBody(next)
              keepParts(nextParts.length === 0 ? '' : JSON.stringify(nextParts))
            }}
          />
        ) : (
          <Field
            label={t('field.body')}
            hint={t('say.draft-kept')}
            required
            lines={9}
            value={body}
            onChange={setBody}
          />
        )}
        {translates && (
          <TranslationField
            value={translation}
            onChange={next => set({ language: next?.language ?? '', translation: next?.body ?? '' })}
          />
        )}
        <Tick
          label={t('field.binding')}
          hint={t('say.binding-hint')}
          checked={binding}
          onChange={on => set({ binding: on ? 'yes' : '' })}
        />
        {marksIt && (
          <Choice
            label={t(parts.length > 0 ? 'say.marking-rest' : 'say.marking')}
            value={marking}
            onChange={next => set({ marking: next })}
            options={[
              {
                id: 'rule' as const,
                label: t('say.marking-rule'),
                hint: t(`disclosure.${room.terms.disclosure}-hint`),
              },
              ...markings.map(id => ({ id, label: t(`marking.${id}`), hint: t(`marking.${id}-hint`) })),
            ]}
          />
        )}
        {reach.shown}
      </ActForm>
      <How of="say" />
    </Page>
  )
}
