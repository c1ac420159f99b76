import {
  choiceOf,
  itemsAround,
  type Lane,
  type LaneStep,
  nameOfThing,
  sayConsequence,
  sayTerm,
  sayWhenDue,
  standingName,
} from '@goodoffices/client'
import { standingOf } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { stepPath } from './paths.ts'

/** All that the lanes show, and what each is counted from; on paper and to a reader of the screen it is the plan. */
export function LanesTable({ lanes }: { readonly lanes: readonly Lane[] }) {
  const { t } = useWords()
  return (
    <table className="facts__table steps">
      <caption className="unseen">{t('term.steps')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('field.stepNumber')}</th>
          <th scope="col">{t('register.step')}</th>
          <th scope="col">{t('field.doneBy')}</th>
          <th scope="col">{t('field.dueBy')}</th>
          <th scope="col">{t('step.that-is')}</th>
          <th scope="col">{t('field.standing')}</th>
        </tr>
      </thead>
      <tbody>
        {lanes
          .flatMap(({ steps }) => steps)
          .toSorted((a, b) => standingOf(a.step).fields.stepNumber - standingOf(b.step).fields.stepNumber)
          .map(planned => (
            <Row key={planned.step.item} planned={planned} />
          ))}
      </tbody>
    </table>
  )
}

function Row({ planned }: { readonly planned: LaneStep }) {
  const { t, number } = useWords()
  const { base, rooms } = useTalks()
  const { room, step, together, isLate } = planned
  const w = useWriting(room)
  const { stepNumber, title, doneBy, dueBy } = standingOf(step).fields
  const consequence = sayConsequence(w, step, itemsAround(rooms, room))
  return (
    <tr>
      <td data-label={t('field.stepNumber')}>{number(stepNumber)}</td>
      <th scope="row">
        <Link to={`${base}/rooms/${room.id}/${stepPath(step.item)}`} className="figures__name">
          <span dir="auto">
            <Said text={title} />
          </span>
        </Link>
        {together.length > 0 && (
          <span className="quiet small facts__where">
            {t('step.together', { steps: w.all(together.map(item => nameOfThing(w, item))) })}
          </span>
        )}
      </th>
      <td data-label={t('field.doneBy')}>
        <bdi>
          <Said text={doneBy} />
        </bdi>
      </td>
      <td data-label={t('field.dueBy')}>{dueBy === undefined ? t('term.duty.open') : sayTerm(w, dueBy)}</td>
      <td data-label={t('step.that-is')}>
        {sayWhenDue(w, planned)}
        {consequence.map(line => (
          <span key={line} className="quiet small facts__where">
            {line}
          </span>
        ))}
      </td>
      <td data-label={t('field.standing')}>
        {standingName(w, step) ?? choiceOf(w, 'standing.step-planned')}
        {isLate && <strong className="facts__where">{t('term.waiting.step-late')}</strong>}
      </td>
    </tr>
  )
}
