import { answerOffices, choiceOf, isLateAnswer, sayChanged, standingName } from '@goodoffices/client'
import {
  answerToOffices,
  type Circumstance,
  type GoodOffices,
  type OfficesAnswer,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { useState } from 'react'
import type { Session } from '../../session/session.ts'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { recordsIn } from '../item/may.ts'
import { CircumstanceFields } from '../message/circumstance.tsx'
import './offices.css'

const answers = ['accepted', 'accepted-with-limits', 'change-asked', 'answer-later', 'declined'] as const
const isWorded = (verb: OfficesAnswer): boolean => verb === 'accepted-with-limits' || verb === 'change-asked'
const isYes = (verb: OfficesAnswer): boolean => verb === 'accepted' || verb === 'accepted-with-limits'

type Props = { readonly room: RoomState; readonly offer: GoodOffices }

/** What the party has said, in its own words; what has changed since it accepted. */
export function AnswerStanding({ room, offer }: Props) {
  const { t } = useWords()
  const w = useWriting(room)
  const said = answerToOffices(offer)
  const changed = sayChanged(w, offer)
  return (
    <div className="offices__standing">
      {said === undefined ? (
        <p>{changed ?? choiceOf(w, 'standing.offices-offered')}</p>
      ) : (
        <p>
          {standingName(w, offer)}
          {isLateAnswer(room, offer) && <>, {t('term.offices-late')}</>}
        </p>
      )}
      {said?.note !== undefined && (
        <p className="quote" dir="auto">
          <q>
            <Said text={said.note} />
          </q>
        </p>
      )}
    </div>
  )
}

/** Five answers of one size, none of them chosen before; each says once more what it says before it goes. */
export function Answers({ session, room, offer }: Props & { readonly session: Session }) {
  const w = useWriting(room)
  const [answer, setAnswer] = useState<OfficesAnswer>()
  const { offeredBy } = standingOf(offer).fields
  return (
    <div className="offices__answers no-print">
      {answers.map(verb => {
        const label = `${choiceOf(w, `say.${verb}`)}${isWorded(verb) ? '…' : ''}`
        return (
          <Button
            key={verb}
            aria-label={`${w.withColon(label)} ${offeredBy}`}
            onPress={() => setAnswer(verb)}
          >
            {label}
          </Button>
        )
      })}
      {answer !== undefined && (
        <AnswerDialog
          session={session}
          room={room}
          offer={offer}
          verb={answer}
          onClose={() => setAnswer(undefined)}
        />
      )}
    </div>
  )
}

type DialogProps = Props & {
  readonly session: Session
  readonly verb: OfficesAnswer
  readonly onClose: () => void
}

function AnswerDialog({ session, room, offer, verb, onClose }: DialogProps) {
  const { t } = useWords()
  const w = useWriting(room)
  const [note, setNote] = useState('')
  const [circumstance, setCircumstance] = useState<Circumstance>(() => ({ at: Date.now(), way: 'orally' }))
  const isRecorded = recordsIn(room, session)
  const needsWords = isWorded(verb)
  const label = verb === 'accepted-with-limits' ? 'consent.limits' : 'offices.which-change'
  // GOOD-1: an answer is to the offer that was read.
  const [rev] = useState(() => offer.revisions.length)
  const answering = {
    verb,
    rev,
    ...(note.trim() === '' ? {} : { note }),
    ...(isRecorded ? { recorded: circumstance } : {}),
  }
  return (
    <ActDialog
      title={choiceOf(w, `say.${verb}`)}
      act={() => answerOffices(session, room, { ...answering, offer })}
      incomplete={needsWords && note.trim() === ''}
      onClose={onClose}
    >
      <p>{t('offices.reads', { body: standingOf(offer).fields.offeredBy })}</p>
      {isYes(verb) && <p>{t('term.offices-consent')}</p>}
      {isRecorded && <CircumstanceFields value={circumstance} onChange={setCircumstance} />}
      <Field
        label={t(needsWords ? label : 'field.note')}
        lines={3}
        value={note}
        onChange={setNote}
        required={needsWords}
        optional={!needsWords}
      />
    </ActDialog>
  )
}
