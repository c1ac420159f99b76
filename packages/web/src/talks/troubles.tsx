import { asksForToken, dismissRefused, isOfExposure } from '@goodoffices/client'
import { ShutOut } from '../identity/token.tsx'
import type { Session } from '../session/session.ts'
import { AttemptNotice, useAttempt } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { ViolationText } from '../words/violation-text.tsx'
import { useWords } from '../words/words.tsx'

/** What the session refuses to trust, and what was refused of one's own: a forked log, words that came too late. */
export function Troubles({ session }: { readonly session: Session }) {
  const { t } = useWords()
  const attempt = useAttempt()
  const troubles = session.status().troubles.filter(each => !asksForToken(each))
  return (
    <div role="alert" className="troubles">
      {troubles.map(trouble => (
        <div key={`${trouble.code} ${trouble.room ?? ''}`} className="notice notice--caution">
          <ViolationText violation={trouble} />
          {isOfExposure(trouble) && (
            <div className="actions">
              <LinkButton to="/settings">{t('settings.title')}</LinkButton>
            </div>
          )}
        </div>
      ))}
      {troubles.length > 0 && (
        <div className="actions">
          <Button
            weight="text"
            isDisabled={attempt.busy}
            onPress={() =>
              void attempt.run(async () => {
                await dismissRefused(session)
                return { ok: true, value: null }
              })
            }
          >
            {t('troubles.noted')}
          </Button>
        </div>
      )}
      <AttemptNotice attempt={attempt} />
      <ShutOut session={session} />
    </div>
  )
}
