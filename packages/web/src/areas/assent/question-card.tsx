import { timeIn } from '@goodoffices/client'
import { countingAnswer, isFinal, phaseOf, type Question, type RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useWords } from '../../words/words.tsx'
import { recordsIn } from '../item/may.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { kindOf } from './kind-of.ts'
import { Outcome } from './outcome.tsx'
import { QuestionWords } from './question-words.tsx'
import { Sentences } from './sentences.tsx'
import './question.css'

type Props = { readonly room: RoomState; readonly question: Question }

/** A question as the party has it: its words, what the others learn, and two answers of one size. */
export function QuestionCard({ room, question }: Props) {
  const { t, moment, list } = useWords()
  const { session, base } = useTalks()
  const [saying, setSaying] = useState<boolean>()
  const { content } = question
  const phase = phaseOf(question, timeIn(session, room.id))
  const answer = countingAnswer(question)
  const isRecorded = recordsIn(room, session)
  const recorded = isRecorded ? { recorded: { at: 0, way: 'orally' } as const } : {}
  const mayAnswer = (yes: boolean): boolean =>
    phase === 'open' &&
    session.checkAct(room.id, {
      kind: 'assent.answer',
      question: question.question,
      yes,
      adherence: 'A'.repeat(86),
      ...recorded,
    }).ok
  return (
    <article id={`q-${question.question}`} className="question" tabIndex={-1} aria-label={kindOf(t, content)}>
      <p className="quiet small">
        {kindOf(t, content)} ·{' '}
        {t('question.put-to', { names: list(content.parties.map(({ name }) => name)) })}
      </p>
      <QuestionWords room={room} content={content} own={question.own} />
      {phase === 'open' ? (
        <>
          <p>{t('question.open-until', { time: moment(content.times.closes) })}</p>
          <Sentences effect={content.effect} times={content.times} />
        </>
      ) : (
        <Outcome room={room} question={question} phase={phase} />
      )}
      {answer !== undefined && (
        <>
          {phase === 'open' && (
            <p>
              {t(isFinal(question) ? 'question.answered-final' : 'question.answered-open', {
                time: moment(content.times.closes),
              })}
            </p>
          )}
          <details>
            <summary>{t('question.show')}</summary>
            <p>{t(answer.yes ? 'term.answer-yes' : 'term.answer-no')}</p>
          </details>
        </>
      )}
      {(mayAnswer(true) || mayAnswer(false)) && (
        <div className="actions actions--alike">
          <Button onPress={() => setSaying(true)}>{t('term.answer-yes')}</Button>
          <Button onPress={() => setSaying(false)}>{t('term.answer-no')}</Button>
        </div>
      )}
      {mayAnswer(true) && !isRecorded && (
        <div className="actions">
          <LinkButton weight="text" to={`${base}/rooms/${room.id}/say`}>
            {t('question.say-instead')}
          </LinkButton>
        </div>
      )}
      {saying !== undefined && (
        <AnswerDialog room={room} question={question} yes={saying} onClose={() => setSaying(undefined)} />
      )}
    </article>
  )
}
