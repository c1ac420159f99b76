import { abandonJoining, asksForToken, typeCode } from '@goodoffices/client'
import { useState } from 'react'
import type { Joining, Session } from '../../session/session.ts'
import { AttemptNotice, useAttempt } from '../../ui/attempt.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { ViolationText } from '../../words/violation-text.tsx'
import { useWords } from '../../words/words.tsx'
import { CodeField, isWhole } from './code-field.tsx'

/** The talks, where there are no others to choose from. */
function talksOf(session: Session): string {
  const [only, ...others] = session.processes()
  return only === undefined || others.length > 0 ? '/' : `/talks/${only.process}`
}

type Props = {
  readonly session: Session
  readonly joining: Joining
  /** `named`: the inviter knows the name already. */
  readonly onStopped: (named: boolean) => void
}

/** An invitation that was answered here, and the one step that it waits for. */
export function OneJoining({ session, joining, onStopped }: Props) {
  const { t } = useWords()
  const name = joining.claims?.by ?? t('role.mediator')
  // Whoever is not let in has sent nothing yet.
  const isUnsent =
    ['waiting', 'compare', 'failed'].includes(joining.standing) &&
    session.status().troubles.some(asksForToken)
  const { standing } = joining
  const title =
    isUnsent || standing === 'compare'
      ? isUnsent
        ? t('join.yours')
        : t('join.type', { name })
      : t(`join.${standing}-title`)
  const stop = () => {
    if (standing !== 'failed' && !isUnsent) onStopped(standing === 'introduced')
    void abandonJoining(session, joining.id)
  }
  return (
    <section className="form" aria-live="polite" aria-label={t('join.yours')}>
      <div>
        <h2 className="invited__who">{title}</h2>
        {joining.claims !== undefined && (
          <p className="section__hint">
            <bdi>{joining.claims.title}</bdi>
          </p>
        )}
      </div>
      {standing === 'waiting' && !isUnsent && <p>{t('join.waiting')}</p>}
      {standing === 'introduced' && <p>{t('join.introduced', { name })}</p>}
      {standing === 'failed' && !isUnsent && (
        <p>
          <ViolationText violation={{ code: joining.reason ?? 'unexpected' }} />
        </p>
      )}
      {standing === 'compare' && !isUnsent && <Typing session={session} joining={joining} />}
      <div className="actions">
        {standing === 'joined' ? (
          <LinkButton weight="main" to={talksOf(session)}>
            {t('join.enter')}
          </LinkButton>
        ) : (
          <>
            {(standing === 'compare' || standing === 'waiting' || standing === 'introduced') && (
              <LinkButton to="/">{t('join.later')}</LinkButton>
            )}
            <Button weight="text" onPress={stop}>
              {t(standing === 'compare' && !isUnsent ? 'join.stop' : 'join.abandon')}
            </Button>
          </>
        )}
      </div>
    </section>
  )
}

/** INV-30: one's own digits are not shown, or they would be copied; the sixth is tried by itself. */
function Typing({ session, joining }: Omit<Props, 'onStopped'>) {
  const { t } = useWords()
  const attempt = useAttempt()
  const [typed, setTyped] = useState('')
  const type = (text: string) => {
    const isTried = isWhole(text) && !attempt.busy
    setTyped(isTried ? '' : text)
    if (isTried) void attempt.run(() => typeCode(session, joining.id, text))
  }
  return (
    <>
      <p>{t('join.type-hint')}</p>
      <CodeField label={t('join.digits')} value={typed} onChange={type} />
      <p className="section__hint">{t('join.right')}</p>
      <AttemptNotice attempt={attempt} />
    </>
  )
}
