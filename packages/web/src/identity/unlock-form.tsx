import { useState } from 'react'
import { useAccess } from '../session/use-session.tsx'
import { AttemptNotice, useAttempt } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useWords } from '../words/words.tsx'

/** Opens this device's keys with the passphrase. */
export function UnlockForm() {
  const { t } = useWords()
  const access = useAccess()
  const attempt = useAttempt()
  const [passphrase, setPassphrase] = useState('')
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void attempt.run(() => access.unlock(passphrase))
      }}
    >
      <Field
        label={t('unlock.passphrase')}
        hint={t('unlock.hint')}
        type="password"
        autoComplete="current-password"
        short
        value={passphrase}
        onChange={setPassphrase}
      />
      <AttemptNotice attempt={attempt} />
      <div className="actions">
        <Button weight="main" type="submit" isDisabled={attempt.busy || passphrase === ''}>
          {t(attempt.busy ? 'unlock.busy' : 'unlock.do')}
        </Button>
        <LinkButton weight="text" to="/recover">
          {t('unlock.lost')}
        </LinkButton>
      </div>
    </form>
  )
}
