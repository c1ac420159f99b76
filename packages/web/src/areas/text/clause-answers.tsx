import {
  answersToDraft,
  idOfSaying,
  isAskedToPass,
  newId,
  redlineOfProposal,
  saidOf,
} from '@goodoffices/client'
import {
  type Act,
  type Circumstance,
  type CommentId,
  type Draft,
  type DraftClause,
  isMediator,
  isRecordedFor,
  type Marking,
  type RoomState,
  type WordingProposalId,
} from '@goodoffices/core'
import { type ReactNode, useState } from 'react'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { Button } from '../../ui/button.tsx'
import { Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'
import { CircumstanceFields } from '../message/circumstance.tsx'
import { mayAnswer } from './may-answer.ts'
import { Redline } from './redline.tsx'
import { OneSaid } from './said-of-clause.tsx'

type Props = {
  readonly room: RoomState
  readonly draft: Draft
  readonly clause: DraftClause
  readonly language: string
}

const stances = ['accept', 'cannot', 'accept-ad-referendum', 'reserve'] as const
type Doing = (typeof stances)[number] | 'no-view' | 'propose' | 'comment'

/** What a side says of one clause: how it stands to it, other words, a comment; and what was said, with what became of it. */
export function ClauseAnswers(props: Props) {
  const { room, draft, clause } = props
  const { t } = useWords()
  const talks = useTalks()
  const [doing, setDoing] = useState<Doing>()
  const me = meIn(room, talks.session)
  const own = answersToDraft(room, draft).find(
    each =>
      each.clause === clause.clause && (room.kind === 'caucus' || room.members[each.by]?.party === me?.party),
  )
  const said = saidOf(room, clause.clause).toReversed()
  const may = mayAnswer(room, draft, talks)
  const onDone = () => setDoing(undefined)
  return (
    <>
      {may && (
        <fieldset className="stances no-print">
          <legend className="unseen">{t('field.stance')}</legend>
          {stances.map(stance => (
            <Button key={stance} aria-pressed={own?.stance === stance} onPress={() => setDoing(stance)}>
              {t(`text.say-${stance}`)}
              {stance === 'accept-ad-referendum' && (
                <span className="small">{t('stance.accept-ad-referendum')}</span>
              )}
              {stance === 'reserve' && <span className="small">{t('text.we-reserve')}</span>}
            </Button>
          ))}
          <Button onPress={() => setDoing('propose')}>{t('text.propose')}</Button>
          <Button onPress={() => setDoing('comment')}>{t('text.comment')}</Button>
        </fieldset>
      )}
      {doing === 'propose' && <Proposal {...props} onDone={onDone} />}
      {doing === 'comment' && <Comment {...props} onDone={onDone} />}
      {doing !== undefined && doing !== 'propose' && doing !== 'comment' && (
        <Stance key={doing} {...props} stance={doing} onDone={onDone} />
      )}
      {said.length > 0 && (
        <section aria-label={t('text.said-here')}>
          <h3>{t('text.said-here')}</h3>
          {said.map(each => (
            <article key={`${each.kind} ${each.position}`} className="text__saying">
              <OneSaid room={room} said={each} />
              {each.kind !== 'position' && isAskedToPass(each) && may && (
                <Release room={room} saying={each} />
              )}
            </article>
          ))}
        </section>
      )}
    </>
  )
}

type SendProps = {
  readonly room: RoomState
  readonly label: string
  readonly title: string
  /** The act, with what may pass and, of a party without an account, how it was said. */
  readonly act: (beside: Beside) => Act
  readonly incomplete?: boolean
  /** What may pass is asked. */
  readonly marks?: boolean
  readonly onDone: () => void
  readonly children?: ReactNode
}
type Beside = { readonly marking?: Marking; readonly recorded?: Circumstance }

const markings = ['nothing', 'unattributed', 'attributed', 'verbatim'] as const

/** Whatever a side says of a clause: what it is, what may pass of it, what its own mandate says to it, and the way out. */
function Send({ room, label, title, act, incomplete = false, marks = true, onDone, children }: SendProps) {
  const { t } = useWords()
  const { session } = useTalks()
  const me = meIn(room, session)
  const records = me !== undefined && isMediator(me) && isRecordedFor(room)
  const [marking, setMarking] = useState<Marking | 'rule'>('rule')
  const [recorded, setRecorded] = useState<Circumstance>(() => ({ at: Date.now(), way: 'orally' }))
  const marksIt = marks && room.kind === 'caucus'
  const said = act({
    ...(marksIt && marking !== 'rule' ? { marking } : {}),
    ...(records ? { recorded } : {}),
  })
  const reach = useReach(room, incomplete ? undefined : said)
  return (
    <ActForm
      label={label}
      incomplete={incomplete || reach.open}
      act={() => reach.send(said)}
      onDone={onDone}
      beside={
        <Button weight="text" onPress={onDone}>
          {t('do.cancel')}
        </Button>
      }
    >
      <h3>{title}</h3>
      {children}
      {marksIt && (
        <Selection<Marking | 'rule'>
          label={t('field.marking')}
          value={marking}
          onChange={setMarking}
          options={[
            { id: 'rule', label: t('text.as-agreed') },
            ...markings.map(id => ({ id, label: t(`marking.${id}`) })),
          ]}
        />
      )}
      {records && <CircumstanceFields value={recorded} onChange={setRecorded} />}
      {reach.shown}
    </ActForm>
  )
}

type DoneProps = Props & { readonly onDone: () => void }

function Stance({
  room,
  draft,
  clause,
  stance,
  onDone,
}: DoneProps & { readonly stance: (typeof stances)[number] | 'no-view' }) {
  const { t } = useWords()
  const [note, setNote] = useState('')
  return (
    <Send
      room={room}
      title={t(`stance.${stance}`)}
      label={t('text.answer-do')}
      act={beside => ({
        kind: 'draft.position',
        draft: draft.draft,
        clause: clause.clause,
        stance,
        ...(note.trim() === '' ? {} : { note }),
        ...beside,
      })}
      onDone={onDone}
    >
      <Field label={t('field.note')} optional lines={2} value={note} onChange={setNote} />
    </Send>
  )
}

function Comment({ room, draft, clause, language, onDone }: DoneProps) {
  const { t } = useWords()
  const [id] = useState(() => newId<CommentId>())
  const [body, setBody] = useState('')
  const [quote, setQuote] = useState('')
  return (
    <Send
      room={room}
      title={t('text.comment')}
      label={t('text.comment-do')}
      incomplete={body.trim() === ''}
      act={beside => ({
        kind: 'draft.comment',
        comment: id,
        draft: draft.draft,
        clause: clause.clause,
        language,
        ...(quote.trim() === '' ? {} : { quote: quote.trim() }),
        body,
        ...beside,
      })}
      onDone={onDone}
    >
      <Field label={t('field.comment')} required lines={3} value={body} onChange={setBody} />
      <Field label={t('field.quote')} optional value={quote} onChange={setQuote} />
    </Send>
  )
}

/** TXT-27: the field begins with the clause's words; what comes out is shown as a redline before it goes. */
function Proposal({ room, draft, clause, language, onDone }: DoneProps) {
  const { t, number } = useWords()
  const [id] = useState(() => newId<WordingProposalId>())
  const { body: words = '', choices = [] } = clause.renderings.find(each => each.language === language) ?? {}
  const [body, setBody] = useState(words)
  const [note, setNote] = useState('')
  const isChanged = body.trim() !== '' && body !== words
  return (
    <Send
      room={room}
      title={t('text.propose')}
      label={t('text.propose-do')}
      incomplete={!isChanged}
      act={beside => ({
        kind: 'draft.propose',
        wording: id,
        draft: draft.draft,
        clause: clause.clause,
        language,
        body,
        ...(note.trim() === '' ? {} : { note }),
        ...beside,
      })}
      onDone={onDone}
    >
      <Field label={t('text.your-words')} lines={5} value={body} onChange={setBody} />
      {isChanged && (
        <figure className="clause__redline">
          <figcaption className="field__label">
            {t('text.what-changes', { number: number(draft.number ?? 0) })}
          </figcaption>
          <div className="prose" dir="auto" lang={language}>
            <Redline pieces={redlineOfProposal({ words, choices }, body)} />
          </div>
          <p className="small quiet">{t('text.signs')}</p>
        </figure>
      )}
      <Field label={t('text.why')} optional lines={2} value={note} onChange={setNote} />
    </Send>
  )
}

/** TXT-52: what the mediators ask is answered by saying anew what may pass. */
function Release({
  room,
  saying,
}: {
  readonly room: RoomState
  readonly saying: Parameters<typeof idOfSaying>[0]
}) {
  const { t } = useWords()
  const [marking, setMarking] = useState<Marking>(saying.marking ?? 'unattributed')
  return (
    <Send
      room={room}
      title={t('outcome.may-pass')}
      label={t('text.release-do')}
      marks={false}
      act={({ recorded }) => ({
        kind: 'draft.release',
        released: idOfSaying(saying),
        marking,
        ...(recorded === undefined ? {} : { recorded }),
      })}
      onDone={() => undefined}
    >
      <Selection
        label={t('field.marking')}
        value={marking}
        onChange={setMarking}
        options={markings.map(id => ({ id, label: t(`marking.${id}`) }))}
      />
    </Send>
  )
}
