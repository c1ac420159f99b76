import { finishQuestion, putToAll, tellOutcome, timeIn, withdrawQuestion } from '@goodoffices/client'
import {
  countingAnswer,
  isMatch,
  planPhaseOf,
  type QuestionPlan,
  type RoomState,
  standingsOf,
  unfinishedOf,
} from '@goodoffices/core'
import { useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/words.tsx'
import { kindOf } from './kind-of.ts'
import { Outcome } from './outcome.tsx'
import { QuestionWords } from './question-words.tsx'

type Props = { readonly desk: RoomState; readonly plan: QuestionPlan }

/** A question as the mediators have it: who has answered and what, and what comes next. */
export function PlanCard({ desk, plan }: Props) {
  const { t, moment } = useWords()
  const { session, process } = useTalks()
  const attempt = useAttempt()
  const [withdrawing, setWithdrawing] = useState(false)
  const { question, content } = plan
  const held = (id: RoomState['id']) => session.room(id)
  const standings = standingsOf(plan, held)
  const phase = planPhaseOf(plan, timeIn(session, desk.id))
  const [first] = standings
  const isEarly = phase === 'open' && content.times.early && isMatch(standings)
  const isUnfinished = unfinishedOf(desk, plan, held) !== undefined
  const isOpen = phase === 'open' || phase === 'closed'
  const run = (verb: typeof putToAll) => () =>
    void attempt.run(() => verb(session, process.process, question))
  return (
    <article id={`q-${question}`} tabIndex={-1} aria-label={kindOf(t, content)}>
      <p className="quiet small">
        {kindOf(t, content)} · {t(`effect.${content.effect}`)} ·{' '}
        {t('question.open-until', { time: moment(content.times.closes) })}
      </p>
      <QuestionWords room={desk} content={content} />
      {first?.caucus !== undefined && first.question !== undefined && phase === 'match' ? (
        <Outcome room={first.caucus} question={first.question} phase={phase} />
      ) : (
        <p>{t(`term.phase.${phase}`)}</p>
      )}
      <ul>
        {standings.map(({ party, question: put }, at) => {
          const answer = put === undefined ? undefined : countingAnswer(put)
          return (
            <li key={party}>
              <bdi>{content.parties[at]?.name}</bdi>:{' '}
              {answer === undefined
                ? t('term.unanswered')
                : t(answer.yes ? 'term.answer-yes' : 'term.answer-no')}
              {answer?.recorded !== undefined && <> · {t('term.proof.recorded')}</>}
            </li>
          )
        })}
      </ul>
      <AttemptNotice attempt={attempt} />
      <div className="actions">
        {isUnfinished && (
          <Button isDisabled={attempt.busy} onPress={run(finishQuestion)}>
            {t('question.finish')}
          </Button>
        )}
        {phase === 'planned' && (
          <Button isDisabled={attempt.busy} onPress={run(putToAll)}>
            {t('question.ask')}
          </Button>
        )}
        {(phase === 'closed' || isEarly) && (
          <Button isDisabled={attempt.busy} onPress={run(tellOutcome)}>
            {t('question.tell')}
          </Button>
        )}
        {isOpen && (
          <Button weight="text" onPress={() => setWithdrawing(true)}>
            {t('question.withdraw')}
          </Button>
        )}
      </div>
      {withdrawing && (
        <ActDialog
          title={t('question.withdraw')}
          act={() => withdrawQuestion(session, process.process, question)}
          onClose={() => setWithdrawing(false)}
        >
          <p>{t('question.withdraw-sure')}</p>
        </ActDialog>
      )}
    </article>
  )
}
