import { type LaneStep, sayWhenDue, standingName } from '@goodoffices/client'
import { standingOf } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { Sayings } from '../item/sayings.tsx'
import { stepPath } from './paths.ts'

/** One step that somebody judges: by which standard, on what evidence, and both answers of one size. */
export function ToCertify({ planned }: { readonly planned: LaneStep }) {
  const { t } = useWords()
  const { base } = useTalks()
  const { room, step } = planned
  const w = useWriting(room)
  const { title, standard, proofWanted, doneBy, certifierName } = standingOf(step).fields
  const said = [
    [t('field.doneBy'), doneBy],
    [t('field.standard'), standard],
    [t('field.proofWanted'), proofWanted],
    [t('field.certifierName'), certifierName],
  ] as const
  return (
    <li className="certify__one">
      <h2 className="figures__title">
        <Link to={`${base}/rooms/${room.id}/${stepPath(step.item)}`} className="figures__name">
          <span dir="auto">
            <Said text={title} />
          </span>
        </Link>
      </h2>
      <p>
        {standingName(w, step)} · {sayWhenDue(w, planned)}
      </p>
      <dl className="thing-lines">
        {said.map(([label, text]) =>
          text === undefined ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">
                <Said text={text} />
              </dd>
            </div>
          ),
        )}
      </dl>
      <Sayings room={room} thing={step} verbs={['certified', 'not-certified']} isDated />
      <div className="actions no-print">
        <LinkButton weight="text" to={`${base}/rooms/${room.id}/fact?register=evidence`}>
          {t('fact.enter-evidence')}
        </LinkButton>
      </div>
    </li>
  )
}
