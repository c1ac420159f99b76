import {
  type Ask,
  type Circumstance,
  isMediator,
  isOfMessage,
  isRecordedFor,
  type Message,
  type Passage,
  type Passing,
  type RoomState,
  speaksForParty,
  textOf,
} from '@goodoffices/core'
import { useState } from 'react'
import { actSoon } from '../../talks/act-soon.ts'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice, Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'
import { passings } from './ask-dialog.tsx'
import { CircumstanceFields } from './circumstance.tsx'
import { MarkingName } from './marking.tsx'

type Props = {
  readonly room: RoomState
  readonly message?: Message
  readonly ask: Ask
  /** Which part of a thing is asked for, in words. */
  readonly about?: string
}

/** A request for release and its answer, under the words it is about. */
export function AskNote({ room, message, ask, about }: Props) {
  const { t, day } = useWords()
  const { session } = useTalks()
  const [open, setOpen] = useState<'give' | 'refuse'>()
  const me = meIn(room, session)
  const answers =
    me !== undefined &&
    ask.answer === undefined &&
    (isMediator(me) ? isRecordedFor(room) : speaksForParty(me) && me.party === room.party?.party)
  const { answer } = ask
  return (
    <div className="margin">
      <p className="margin__line">
        <strong>{t('ask.line')}</strong> <MarkingName marking={ask.marking} /> · {day(ask.time)}
      </p>
      {about !== undefined && <p className="small">{about}</p>}
      {isOfMessage(ask.passage) && message !== undefined && isPartOf(ask.passage) && (
        <p className="quote small" dir="auto">
          <q>{textOf(message, ask.passage)}</q>
        </p>
      )}
      {ask.wording !== undefined && (
        <>
          <p className="margin__line">{t('ask.in-words')}</p>
          <div className="prose" dir="auto">
            <Said text={ask.wording} />
          </div>
        </>
      )}
      {ask.note !== undefined && (
        <p className="small" dir="auto">
          <Said text={ask.note} />
        </p>
      )}
      {answer === undefined && !answers && <p className="margin__line">{t('ask.open-still')}</p>}
      {answer !== undefined && (
        <>
          <p className="margin__line">
            <strong>{t(answer.given ? 'ask.given' : 'act.release.refuse')}</strong>
            {answer.marking !== undefined && (
              <>
                {' '}
                <MarkingName marking={answer.marking} />
              </>
            )}
            {' · '}
            {day(answer.time)}
          </p>
          {answer.wording !== undefined && (
            <>
              <p className="margin__line">{t('ask.only-words')}</p>
              <div className="prose" dir="auto">
                <Said text={answer.wording} />
              </div>
            </>
          )}
          {answer.note !== undefined && (
            <p className="small" dir="auto">
              {answer.note}
            </p>
          )}
        </>
      )}
      {answers && (
        <div className="actions">
          <Button onPress={() => setOpen('give')}>{t('ask.give')}</Button>
          <Button onPress={() => setOpen('refuse')}>{t('ask.refuse')}</Button>
        </div>
      )}
      {open !== undefined && (
        <AnswerDialog
          room={room}
          ask={ask}
          {...(message === undefined ? {} : { message })}
          give={open === 'give'}
          asks={me !== undefined && isMediator(me)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  )
}

const isPartOf = ({ part, stretch }: Passage): boolean => part !== undefined || stretch !== undefined

type AnswerProps = {
  readonly room: RoomState
  readonly ask: Ask
  readonly message?: Message
  readonly give: boolean
  /** The mediator writes down the answer of a party without an account. */
  readonly asks: boolean
  readonly onClose: () => void
}

function AnswerDialog({ room, ask, message, give, asks: records, onClose }: AnswerProps) {
  const { t } = useWords()
  const { session } = useTalks()
  const [marking, setMarking] = useState<Passing>(ask.marking)
  const [only, setOnly] = useState(ask.wording !== undefined)
  const [wording, setWording] = useState(ask.wording ?? '')
  const [note, setNote] = useState('')
  const [circumstance, setCircumstance] = useState<Circumstance>(() => ({ at: Date.now(), way: 'orally' }))
  const send = () => {
    const common = {
      ask: ask.ask,
      ...(note.trim() === '' ? {} : { note }),
      ...(records ? { recorded: circumstance } : {}),
    }
    return actSoon(
      session,
      room.id,
      give
        ? {
            kind: 'release.give',
            marking,
            ...(only && wording.trim() !== '' ? { wording } : {}),
            ...common,
          }
        : { kind: 'release.refuse', ...common },
    )
  }
  return (
    <ActDialog
      title={t(give ? 'ask.give-title' : 'ask.refuse-title')}
      label={t(give ? 'ask.give' : 'ask.refuse')}
      act={send}
      incomplete={give && only && wording.trim() === ''}
      onClose={onClose}
    >
      {isOfMessage(ask.passage) && message !== undefined && (
        <div className="prose quote" dir="auto">
          <Said text={textOf(message, ask.passage)} />
        </div>
      )}
      {give ? (
        <>
          <Choice
            label={t('ask.give-as')}
            value={marking}
            onChange={setMarking}
            options={passings.map(id => ({ id, label: t(`marking.${id}`), hint: t(`marking.${id}-hint`) }))}
          />
          {isOfMessage(ask.passage) && (
            <Tick
              label={t('ask.only')}
              hint={t('ask.only-hint')}
              checked={only}
              disabled={ask.wording !== undefined}
              onChange={setOnly}
            />
          )}
          {only && <Field label={t('ask.words')} lines={4} value={wording} onChange={setWording} />}
        </>
      ) : (
        <p className="quiet">{t('ask.refuse-hint')}</p>
      )}
      <Field label={t('ask.answer-note')} optional value={note} onChange={setNote} />
      {records && <CircumstanceFields value={circumstance} onChange={setCircumstance} />}
    </ActDialog>
  )
}
