import { type Placed, standingName, stepsIn } from '@goodoffices/client'
import { standingOf, type UnilateralStep } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { AgreementFrame } from '../../talks/agreement-frame.tsx'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import './undertaking.css'

/** One-sided steps, each with what it invites to: own ones in one's own rooms, at the table those of all, at the desk every one. */
export function StepsScreen() {
  const { t } = useWords()
  const { rooms, caucuses, base, mediates } = useTalks()
  const steps = stepsIn(rooms)
  const [own] = caucuses
  return (
    <AgreementFrame lead={t('undertaking.steps-lead')}>
      {steps.length === 0 ? (
        <p className="quiet">{t('undertaking.no-steps')}</p>
      ) : (
        <ul className="rows">
          {steps.map(placed => (
            <StepLine key={`${placed.room.id} ${placed.thing.item}`} placed={placed} />
          ))}
        </ul>
      )}
      {!mediates && own !== undefined && (
        <div className="actions no-print">
          <LinkButton to={`${base}/rooms/${own.id}/undertaking?step=1`}>
            {t('undertaking.put-step')}
          </LinkButton>
        </div>
      )}
    </AgreementFrame>
  )
}

function StepLine({ placed: { room, thing } }: { readonly placed: Placed<UnilateralStep> }) {
  const words = useWords()
  const { t } = words
  const { base, mediates } = useTalks()
  const w = useWriting(room)
  const { title, undertakenBy, exactWords, invites } = standingOf(thing).fields
  const [first] = exactWords
  return (
    <li>
      <h2 className="undertaking__title">
        <Link to={`${base}/rooms/${room.id}/undertaking/${thing.item}`}>
          <span dir="auto">
            <Said text={title} />
          </span>
        </Link>{' '}
        <span className="quiet small">
          <bdi>
            <Said text={undertakenBy} />
          </bdi>{' '}
          · {standingName(w, thing)} · {roomName(room, words, mediates)}
        </span>
      </h2>
      {first !== undefined && (
        <p className="undertaking__words" lang={first.language} dir="auto">
          <Said text={first.body} />
        </p>
      )}
      {invites !== undefined && (
        <p>
          {w.withColon(t('field.invites'))}{' '}
          <bdi>
            <Said text={invites} />
          </bdi>
        </p>
      )}
      <p className="quiet small">{w.vocabulary.terms['nothing-owed']}</p>
    </li>
  )
}
