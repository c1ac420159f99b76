import { deliver, prepareTogether } from '@goodoffices/client'
import { type ConveyanceId, ok, originsOf, type RoomState } from '@goodoffices/core'
import { useNavigate } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useWords } from '../../words/words.tsx'
import { sourceOf } from './origin.ts'
import { readersOfAll } from './recipients.tsx'
import { TimingFields } from './timing-fields.tsx'
import type { Carrying } from './use-carry.ts'
import type { Checked } from './use-checked.ts'

type Props = {
  readonly carrying: Carrying
  readonly legs: readonly Checked[]
  readonly desk: RoomState
  /** Of what was prepared before and opened again: conveyances that are left out now are called off. */
  readonly before: readonly ConveyanceId[]
}

/** When it goes and what its sources are told; nothing of it goes before somebody says so here. */
export function DeliverySection({ carrying, legs, desk, before }: Props) {
  const words = useWords()
  const { t } = words
  const talks = useTalks()
  const { session, process, base } = talks
  const navigate = useNavigate()
  const attempt = useAttempt()
  const { common } = carrying.carry
  const open = legs.reduce((sum, leg) => sum + leg.open.length, 0)
  const isWritten = legs.length > 0 && common.wording.trim() !== ''
  const isReady =
    isWritten &&
    open === 0 &&
    legs.every(({ preview }) => preview.allowed.ok) &&
    (common.timing.kind !== 'when' || common.timing.condition.trim() !== '')
  const sources = originsOf(common).flatMap(origin => sourceOf(talks, origin)?.party?.name ?? [])

  const prepare = async () => {
    const prepared = await prepareTogether(
      session,
      process.process,
      legs.map(({ plan, accepted }) => ({ ...plan, accepted })),
    )
    if (!prepared.ok) return prepared
    for (const conveyance of before.filter(id => !prepared.value.includes(id))) {
      const cancelled = await session.act(desk.id, { kind: 'carry.cancel', conveyance })
      if (!cancelled.ok) return cancelled
    }
    return prepared
  }
  const finish = (isDelivered: boolean) =>
    whenDone(
      attempt.run(async () => {
        const prepared = await prepare()
        const [first] = prepared.ok ? prepared.value : []
        if (!prepared.ok || !isDelivered || first === undefined) return prepared.ok ? ok(null) : prepared
        return deliver(session, process.process, first)
      }),
      () => {
        carrying.forget()
        navigate({ to: `${base}/desk` })
      },
    )
  const isNow = common.timing.kind === 'now'
  const party = readersOfAll(
    legs.map(({ room }) => room),
    words,
  )
  return (
    <section className="section carry__delivery" aria-labelledby="carry-when">
      <h2 id="carry-when" className="section__title">
        {t('carry.delivery')}
      </h2>
      <TimingFields plan={common} sources={[...new Set(sources)]} onChange={carrying.change} />
      <AttemptNotice attempt={attempt} />
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
          {t(isNow ? 'carry.keep' : 'carry.hold')}
        </Button>
        <LinkButton weight="text" to={`${base}/desk`}>
          {t('do.cancel')}
        </LinkButton>
      </div>
      {!isReady && isWritten && (
        <p className="small quiet" aria-live="polite">
          {open > 0 ? t('carry.not-ready-findings', { count: open }) : t('carry.not-ready')}
        </p>
      )}
    </section>
  )
}
