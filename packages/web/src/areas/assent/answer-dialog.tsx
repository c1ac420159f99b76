import { answerQuestion, yesMeans } from '@goodoffices/client'
import type { Circumstance, Question, RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { preferences } from '../../settings/preferences.ts'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { useWords } from '../../words/words.tsx'
import { recordsIn } from '../item/may.ts'
import { useMandate } from '../mandate/use-mandate.tsx'
import { CircumstanceFields } from '../message/circumstance.tsx'
import { Asked } from './question-words.tsx'

type Props = {
  readonly room: RoomState
  readonly question: Question
  readonly yes: boolean
  readonly onClose: () => void
}

/** What was asked, and what is answered, said once more before it goes: alike for both answers. */
export function AnswerDialog({ room, question, yes, onClose }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const [circumstance, setCircumstance] = useState<Circumstance>(() => ({ at: Date.now(), way: 'orally' }))
  const isRecorded = recordsIn(room, session)
  const answer = { question: question.question, yes }
  const own = useMandate(room, { kind: 'assent.answer', ...answer, adherence: '' })
  return (
    <ActDialog
      title={t(yes ? 'term.answer-yes' : 'term.answer-no')}
      act={() =>
        answerQuestion(session, room.id, {
          ...answer,
          with: own.notes,
          undoMs: preferences.undoMs(),
          ...(isRecorded ? { recorded: circumstance } : {}),
        })
      }
      incomplete={own.open}
      onClose={onClose}
    >
      <Asked texts={question.content.texts} />
      <p>{t(`term.${yesMeans(question.content)}`)}</p>
      <p>{t('term.who-sees')}</p>
      {own.shown}
      {isRecorded && <CircumstanceFields value={circumstance} onChange={setCircumstance} />}
    </ActDialog>
  )
}
