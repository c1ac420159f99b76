import { deliver, dueConveyances } from '@goodoffices/client'
import type { Carried, RoomState } from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { nameIn, useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'

type Props = { readonly carried: Carried; readonly desk: RoomState; readonly unfinished?: boolean }

/** Something prepared: for whom, until when it is held, who carries it; to be opened, taken over, delivered. */
export function CarriedLine({ carried, desk, unfinished = false }: Props) {
  const { t, moment } = useWords()
  const { session, process, base, caucuses } = useTalks()
  const attempt = useAttempt()
  const { plan } = carried
  const party = caucuses.find(room => room.id === plan.to)?.party?.name ?? ''
  const isMine = carried.carrier === session.me.member
  const due = dueConveyances(session, process.process).includes(plan.conveyance)
  return (
    <div className="desk__carried">
      <Link to={`${base}/carry?conveyance=${plan.conveyance}`} className="desk__line">
        <span className="desk__what">
          {t(unfinished ? 'waiting.unfinished' : 'waiting.prepared', { party })}
        </span>
        <span className="desk__words" dir="auto">
          <Said text={plan.title ?? plan.wording} />
        </span>
      </Link>
      <p className="small quiet">
        {plan.timing.kind === 'at' && (
          <>
            {t(due ? 'carried.due' : 'carried.at', { at: moment(plan.timing.time) })}
            {' · '}
          </>
        )}
        {plan.timing.kind === 'when' && (
          <>
            {t('carried.when', { condition: plan.timing.condition })}
            {' · '}
          </>
        )}
        {isMine ? t('carried.by-you') : t('carried.by', { name: nameIn(desk, carried.carrier) })}
      </p>
      <div className="actions">
        {isMine || unfinished ? (
          <Button
            weight="text"
            isDisabled={attempt.busy}
            onPress={() => void attempt.run(() => deliver(session, process.process, plan.conveyance))}
          >
            {t(
              unfinished ? 'carried.finish' : plan.timing.kind === 'when' ? 'carried.met' : 'carried.deliver',
            )}
          </Button>
        ) : (
          <Button
            weight="text"
            isDisabled={attempt.busy}
            onPress={() =>
              void attempt.run(() =>
                session.act(desk.id, {
                  kind: 'carry.assign',
                  conveyance: plan.conveyance,
                  to: session.me.member,
                }),
              )
            }
          >
            {t('carried.take-over')}
          </Button>
        )}
        {!unfinished && isMine && (
          <Button
            weight="text"
            isDisabled={attempt.busy}
            onPress={() =>
              void attempt.run(() =>
                session.act(desk.id, { kind: 'carry.cancel', conveyance: plan.conveyance }),
              )
            }
          >
            {t('carried.cancel')}
          </Button>
        )}
      </div>
      <AttemptNotice attempt={attempt} />
    </div>
  )
}
