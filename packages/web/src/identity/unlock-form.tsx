import { useState } from 'react'
import { useAccess } from '../session/use-session.tsx'
import { ActForm } from '../ui/act-form.tsx'
import { Field } from '../ui/field.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useWords } from '../words/words.tsx'

/** Opens this device's keys with the passphrase. */
export function UnlockForm() {
  const { t } = useWords()
  const access = useAccess()
  const [passphrase, setPassphrase] = useState('')
  return (
    <ActForm
      label={t('unlock.do')}
      busyLabel={t('unlock.busy')}
      act={() => access.unlock(passphrase)}
      incomplete={passphrase === ''}
      beside={
        <LinkButton weight="text" to="/recover">
          {t('unlock.lost')}
        </LinkButton>
      }
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
    </ActForm>
  )
}
