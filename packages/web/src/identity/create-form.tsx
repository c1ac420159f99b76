import { useState } from 'react'
import { useAccess } from '../session/use-session.tsx'
import { ActForm } from '../ui/act-form.tsx'
import { Field } from '../ui/field.tsx'
import { ViolationText } from '../words/violation-text.tsx'
import { useWords } from '../words/words.tsx'
import { chosenOf, isSettled, PassphraseFields, useNewPassphrase } from './passphrase-fields.tsx'
import { TokenField, useCreation } from './token.tsx'

/** A person's beginning on this device: name and passphrase. The recovery words come after, as a task that stays until it is done. */
export function CreateForm({
  onDone,
  isInvited = false,
  label,
  name: asked,
}: {
  readonly onDone?: () => void
  readonly isInvited?: boolean
  readonly label?: string
  /** How the name is asked for, and what stands there first. */
  readonly name?: { readonly label: string; readonly hint: string; readonly first: string }
}) {
  const { t } = useWords()
  const access = useAccess()
  const [name, setName] = useState(asked?.first ?? '')
  const [passphrase, setPassphrase] = useNewPassphrase()
  const creation = useCreation()
  const [token, setToken] = useState('')
  const asksForToken = creation === 'token' || (creation === 'invitation' && !isInvited)
  const creationToken = asksForToken && { creationToken: token.trim() }
  return (
    <ActForm
      label={label ?? t('create.do')}
      busyLabel={t('create.busy')}
      act={() => access.create({ name: name.trim(), ...chosenOf(passphrase), ...creationToken })}
      incomplete={name.trim() === '' || !isSettled(passphrase) || (asksForToken && token.trim() === '')}
      onDone={() => onDone?.()}
    >
      <Field
        label={asked?.label ?? t('create.name')}
        hint={asked?.hint ?? t('create.name-hint')}
        required
        short
        autoComplete="name"
        charsMax={120}
        value={name}
        onChange={setName}
      />
      {asksForToken && (
        <>
          <div className="notice">
            {creation === 'token' ? (
              <ViolationText violation={{ code: 'relay/creation-token' }} />
            ) : (
              t('token.closed')
            )}
          </div>
          <TokenField value={token} onChange={setToken} />
        </>
      )}
      <PassphraseFields value={passphrase} onChange={setPassphrase} />
    </ActForm>
  )
}
