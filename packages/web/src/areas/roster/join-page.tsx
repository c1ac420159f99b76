import {
  abandonJoining,
  acceptJoining,
  answerInvitation,
  asksForToken,
  joiningsOf,
} from '@goodoffices/client'
import { useEffect, useRef, useState } from 'react'
import { CreateForm } from '../../identity/create-form.tsx'
import { ShutOut } from '../../identity/token.tsx'
import { UnlockForm } from '../../identity/unlock-form.tsx'
import { Leading } from '../../session/leading.tsx'
import type { Joining, Session } from '../../session/session.ts'
import { useAccess, useVersion } from '../../session/use-session.tsx'
import { ActForm } from '../../ui/act-form.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Page } from '../../ui/page.tsx'
import { ViolationText } from '../../words/violation-text.tsx'
import { useWords } from '../../words/words.tsx'
import { ComparisonCode } from './comparison-code.tsx'

/** From an invitation, by link or by words, to a seat in the talks. */
export function JoinPage() {
  return (
    <Leading>
      <Join />
    </Leading>
  )
}

function Join() {
  const { t } = useWords()
  const access = useAccess()
  const session = access.session()
  // Whoever comes by a link and has said who they are has said that they come.
  const [isNew] = useState(session === undefined && access.standing() === 'none')
  const [creating, setCreating] = useState(isNew)
  return (
    <main id="main" tabIndex={-1}>
      <Page title={t('join.title')} lead={t('join.lead')} width="narrow">
        {creating ? (
          <>
            <p className="section__hint">{t('join.you')}</p>
            <CreateForm isInvited onDone={() => setCreating(false)} />
          </>
        ) : session === undefined ? (
          <>
            <p className="section__hint">{t('unlock.title')}</p>
            <UnlockForm />
          </>
        ) : (
          <JoinForm session={session} answersAtOnce={isNew} />
        )}
      </Page>
    </main>
  )
}

function JoinForm({
  session,
  answersAtOnce,
}: {
  readonly session: Session
  readonly answersAtOnce: boolean
}) {
  const { t } = useWords()
  useVersion(session)
  const attempt = useAttempt()
  const begun = useRef(false)
  const [hasDiffered, setDiffered] = useState(false)
  const joinings = joiningsOf(session)
  // An invitation's link carries its secret after the hash, which no server sees.
  const [given, setGiven] = useState(() => (location.hash.length > 1 ? location.href : ''))
  useEffect(() => {
    if (location.hash.length > 1) history.replaceState(history.state, '', location.pathname)
  }, [])
  const { run } = attempt
  useEffect(() => {
    if (!answersAtOnce || begun.current || given === '') return
    begun.current = true
    whenDone(
      run(() => answerInvitation(session, given, location.origin)),
      () => setGiven(''),
    )
  }, [answersAtOnce, given, run, session])
  // Where one is on the way, or in, there is nothing more to ask for.
  const isOnTheWay = joinings.some(({ standing }) => standing !== 'failed')
  return (
    <>
      <ShutOut session={session} isInvited />
      {joinings.map(joining => (
        <OneJoining
          key={joining.id}
          session={session}
          joining={joining}
          onDiffers={() => setDiffered(true)}
        />
      ))}
      {hasDiffered && !isOnTheWay && <p className="notice notice--caution">{t('join.stopped')}</p>}
      <AttemptNotice attempt={attempt} />
      {!isOnTheWay && !attempt.busy && (
        <ActForm
          label={t('join.do')}
          busyLabel={t('join.busy')}
          act={() => answerInvitation(session, given.trim(), location.origin)}
          incomplete={given.trim() === ''}
          onDone={() => setGiven('')}
        >
          <Field
            label={t('join.link')}
            hint={t('join.link-hint')}
            lines={3}
            value={given}
            onChange={setGiven}
          />
        </ActForm>
      )}
    </>
  )
}

/** The talks, where there are no others to choose from. */
function talksOf(session: Session): string {
  const [only, ...others] = session.processes()
  return only === undefined || others.length > 0 ? '/' : `/talks/${only.process}`
}

type OneProps = {
  readonly session: Session
  readonly joining: Joining
  readonly onDiffers: () => void
}

function OneJoining({ session, joining, onDiffers }: OneProps) {
  const { t } = useWords()
  const attempt = useAttempt()
  const mediator = t('role.mediator')
  // Whoever is not let in has sent nothing yet.
  const isUnsent =
    (joining.standing === 'waiting' || joining.standing === 'compare') &&
    session.status().troubles.some(asksForToken)
  return (
    <section className="form" aria-live="polite" aria-label={t('join.yours')}>
      <h2>{t(isUnsent ? 'join.yours' : `join.${joining.standing}-title`)}</h2>
      {joining.standing === 'waiting' && !isUnsent && <p>{t('join.waiting')}</p>}
      {joining.standing === 'introduced' && <p>{t('join.introduced')}</p>}
      {joining.standing === 'failed' && (
        <p>
          <ViolationText violation={{ code: joining.reason ?? 'unexpected' }} />
        </p>
      )}
      {joining.standing === 'compare' && !isUnsent && joining.code !== undefined && (
        <ComparisonCode code={joining.code} who={mediator} />
      )}
      <AttemptNotice attempt={attempt} />
      <div className="actions">
        {joining.standing === 'compare' && !isUnsent && (
          <Button
            weight="main"
            isDisabled={attempt.busy}
            onPress={() => void attempt.run(() => acceptJoining(session, joining.id))}
          >
            {t('code.same')}
          </Button>
        )}
        {joining.standing === 'joined' ? (
          <LinkButton weight="main" to={talksOf(session)}>
            {t('join.enter')}
          </LinkButton>
        ) : (
          <Button
            weight="text"
            onPress={() => {
              if (joining.standing === 'compare' && !isUnsent) onDiffers()
              void abandonJoining(session, joining.id)
            }}
          >
            {t(joining.standing === 'compare' && !isUnsent ? 'code.differs' : 'join.abandon')}
          </Button>
        )}
      </div>
    </section>
  )
}
