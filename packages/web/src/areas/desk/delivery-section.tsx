import { deliver, prepareTogether } from '@goodoffices/client'
import { type ConveyanceId, demandAt, ok, originsOf, type RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { useNavigate } from '../../route/route.tsx'
import { preferences } from '../../settings/preferences.ts'
import { useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useWords } from '../../words/words.tsx'
import { sourceOf } from './origin.ts'
import { PassingField, ReaderField } from './passing-fields.tsx'
import { readersOfAll } from './recipients.tsx'
import { TimingFields } from './timing-fields.tsx'
import type { Carrying } from './use-carry.ts'
import type { Checked } from './use-checked.ts'

type Props = {
  readonly carrying: Carrying
  readonly legs: readonly Checked[]
  readonly desk: RoomState
}

/** When it goes and what its sources are told; nothing of it goes before somebody says so here. */
export function DeliverySection({ carrying, legs, desk }: Props) {
  const words = useWords()
  const { t } = words
  const talks = useTalks()
  const { session, process, base } = talks
  const navigate = useNavigate()
  const attempt = useAttempt()
  const [hasGone, setGone] = useState(false)
  // What stands at the desk already, opened again or from an attempt that went no further.
  const [prepared, setPrepared] = useState<readonly ConveyanceId[]>(() =>
    legs.flatMap(({ plan: { conveyance } }) =>
      conveyance !== undefined && desk.conveyances[conveyance] !== undefined ? [conveyance] : [],
    ),
  )
  const { common } = carrying.carry
  const open = legs.reduce((sum, leg) => sum + leg.open.length, 0)
  const isWritten = legs.length > 0 && common.wording.trim() !== ''
  // DESK-12
  const isGrounded =
    legs.every(({ accepted }) => accepted.length === 0) || (common.passedBecause ?? '').trim() !== ''
  const isReady =
    isWritten &&
    common.translation?.body.trim() !== '' &&
    open === 0 &&
    isGrounded &&
    legs.every(({ preview }) => preview.allowed.ok) &&
    (common.timing.kind !== 'when' || common.timing.condition.trim() !== '')
  const sources = originsOf(common).flatMap(origin => sourceOf(talks, origin)?.party?.name ?? [])

  const prepare = async () => {
    const now = await prepareTogether(
      session,
      process.process,
      legs.map(({ plan: { passedBecause: why, ...plan }, accepted }) => ({
        ...plan,
        accepted,
        ...(why === undefined || accepted.length === 0 ? {} : { passedBecause: why.trim() }),
      })),
    )
    if (!now.ok) return now
    // Those who are no longer among its recipients get nothing.
    const left = prepared.filter(id => !now.value.includes(id))
    const cancelled =
      left.length === 0
        ? ok(null)
        : await session.actAll(
            left.map(conveyance => ({ room: desk.id, act: { kind: 'carry.cancel', conveyance } })),
          )
    setPrepared(cancelled.ok ? now.value : [...left, ...now.value])
    return cancelled.ok ? now : cancelled
  }
  const finish = (isDelivered: boolean) =>
    whenDone(
      attempt.run(async () => {
        const now = await prepare()
        if (!now.ok) return now
        const [first] = now.value
        return isDelivered && first !== undefined
          ? deliver(session, process.process, first, preferences.undoMs())
          : ok(null)
      }),
      () => {
        setGone(true)
        carrying.forget()
        navigate({ to: `${base}/desk` })
      },
    )
  // EYES-4: put anew, it would have to be read anew.
  const isReadFirst = demandAt(desk, 'deliver') === 'required'
  const isNow = common.timing.kind === 'now' && !isReadFirst
  const party = readersOfAll(
    legs.map(({ room }) => room),
    words,
  )
  return (
    <section className="carry__bar" aria-labelledby="carry-when">
      <h2 id="carry-when" className="unseen">
        {t('carry.delivery')}
      </h2>
      <div className="carry__terms">
        <PassingField carrying={carrying} />
        <TimingFields plan={common} sources={[...new Set(sources)]} onChange={carrying.change} />
        <ReaderField carrying={carrying} desk={desk} />
      </div>
      <div className="carry__act">
        <AttemptNotice attempt={attempt} />
        <p className="small quiet" aria-live="polite">
          {/* What goes, or has gone, is no longer ready: that is not said of it while the screen is left. */}
          {!isReady &&
            !attempt.busy &&
            !hasGone &&
            isWritten &&
            (open > 0
              ? t('carry.not-ready-findings', { count: open })
              : t(isGrounded ? 'carry.not-ready' : 'carry.not-ready-because'))}
        </p>
        {isReadFirst && <p className="small quiet">{t('carry.read-required')}</p>}
        <div className="actions">
          {isNow && (
            <Button weight="main" isDisabled={!isReady || attempt.busy} onPress={() => finish(true)}>
              {t('carry.deliver', { party })}
            </Button>
          )}
          <Button
            weight={isNow ? 'plain' : 'main'}
            isDisabled={!isReady || attempt.busy}
            onPress={() => finish(false)}
          >
            {t(common.timing.kind === 'now' ? 'carry.keep' : 'carry.hold')}
          </Button>
          <LinkButton weight="text" to={`${base}/desk`}>
            {t('do.cancel')}
          </LinkButton>
        </div>
      </div>
    </section>
  )
}
