import { deliver, dueConveyances, eyesOnCarried } from '@goodoffices/client'
import {
  type Act,
  type Carried,
  type ConveyanceId,
  isMediator,
  isPresent,
  type RoomState,
  readerOf,
} from '@goodoffices/core'
import { Link } from '../../route/route.tsx'
import { preferences } from '../../settings/preferences.ts'
import { nameIn, useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { ActionMenu } from '../../ui/menu.tsx'
import { Said } from '../../ui/said.tsx'
import { withColon } from '../../words/languages.ts'
import { useWords } from '../../words/words.tsx'
import { EyesLine } from '../eyes/eyes-line.tsx'
import { readersOfAll } from './recipients.tsx'

/** DESK-11: whether a colleague was asked to read it, and has. */
function Reading({ carried, desk }: { readonly carried: Carried; readonly desk: RoomState }) {
  const { t } = useWords()
  const { reader } = carried.plan
  if (reader === undefined || carried.standing !== 'prepared') return null
  const waits = readerOf(carried) !== undefined
  return <> · {t(waits ? 'carried.to-read' : 'carry.read-by', { name: nameIn(desk, reader) })}</>
}

type Props = {
  /** With what goes together with it; where that was cut short, what of it is missing. */
  readonly all: readonly Carried[]
  readonly desk: RoomState
  readonly unfinished?: boolean
}

/** Something prepared: for whom, until when it is held, who carries it; to be opened, taken over, delivered. */
export function CarriedLine({ all, desk, unfinished = false }: Props) {
  const words = useWords()
  const { t, moment } = words
  const { session, process, base, rooms } = useTalks()
  const attempt = useAttempt()
  const [carried] = all
  if (carried === undefined) return null
  const { plan } = carried
  const party = readersOfAll(
    all.map(each => rooms.find(({ id }) => id === each.plan.to)),
    words,
  )
  const isMine = all.every(({ carrier }) => carrier === session.me.member)
  const actOnAll = (actOn: (conveyance: ConveyanceId) => Act) =>
    attempt.run(() => session.actAll(all.map(each => ({ room: desk.id, act: actOn(each.plan.conveyance) }))))
  const colleagues = Object.values(desk.members).filter(
    member => isPresent(member) && isMediator(member) && member.member !== session.me.member,
  )
  const eyes = eyesOnCarried(session, desk, plan.conveyance)
  const due = dueConveyances(session, process.process).includes(plan.conveyance)
  const line = (
    <>
      <span className="desk__what">
        {t(unfinished ? 'term.waiting.unfinished' : 'term.waiting.prepared', { party })}
      </span>
      <span className="desk__words" dir="auto">
        <Said text={plan.title ?? plan.wording} />
      </span>
    </>
  )
  return (
    <div className="desk__carried">
      {unfinished ? (
        // It has been said to go: what goes is not worded anew.
        <div className="desk__line">{line}</div>
      ) : (
        <Link to={`${base}/carry?conveyance=${plan.conveyance}`} className="desk__line">
          {line}
        </Link>
      )}
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
        <Reading carried={carried} desk={desk} />
      </p>
      {!unfinished && <EyesLine desk={desk} eyes={eyes} />}
      {plan.passedBecause !== undefined && (
        <p className="small quiet">
          {withColon(words.language, t('field.passedBecause'))} <Said text={plan.passedBecause} />
        </p>
      )}
      <div className="actions">
        {isMine || unfinished ? (
          <Button
            weight="text"
            isDisabled={attempt.busy || (!unfinished && !eyes.allowed.ok)}
            onPress={() =>
              void attempt.run(() =>
                // What was cut short has been said to go already.
                deliver(session, process.process, plan.conveyance, unfinished ? 0 : preferences.undoMs()),
              )
            }
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
              void actOnAll(conveyance => ({ kind: 'carry.assign', conveyance, to: session.me.member }))
            }
          >
            {t('carried.take-over')}
          </Button>
        )}
        {!unfinished && isMine && colleagues.length > 0 && (
          <ActionMenu
            label={t('carried.give')}
            choices={colleagues.map(({ member, name }) => ({
              id: member,
              label: name,
              onAction: () => void actOnAll(conveyance => ({ kind: 'carry.assign', conveyance, to: member })),
            }))}
          />
        )}
        {!unfinished && isMine && (
          <Button
            weight="text"
            isDisabled={attempt.busy}
            onPress={() => void actOnAll(conveyance => ({ kind: 'carry.cancel', conveyance }))}
          >
            {t('carried.cancel')}
          </Button>
        )}
      </div>
      <AttemptNotice attempt={attempt} />
    </div>
  )
}
