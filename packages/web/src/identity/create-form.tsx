import { useState } from 'react'
import { useAccess } from '../session/use-session.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/words.tsx'
import { chosenOf, isSettled, PassphraseFields, useNewPassphrase } from './passphrase-fields.tsx'
import { PhraseSheet } from './phrase-sheet.tsx'

/** A person's beginning on this device: name, passphrase, and the recovery phrase, shown once. */
export function CreateForm({ onDone }: { readonly onDone?: () => void }) {
  const { t } = useWords()
  const access = useAccess()
  const attempt = useAttempt()
  const [name, setName] = useState('')
  const [passphrase, setPassphrase] = useNewPassphrase()
  const [phrase, setPhrase] = useState<readonly string[]>()
  if (phrase !== undefined) return <PhraseSheet phrase={phrase} onDone={() => onDone?.()} />
  const create = () => attempt.run(() => access.create({ name: name.trim(), ...chosenOf(passphrase) }))
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        whenDone(create(), value => setPhrase(value.phrase))
      }}
    >
      <Field
        label={t('create.name')}
        hint={t('create.name-hint')}
        required
        short
        autoComplete="name"
        charsMax={120}
        value={name}
        onChange={setName}
      />
      <PassphraseFields value={passphrase} onChange={setPassphrase} />
      <AttemptNotice attempt={attempt} />
      <div className="actions">
        <Button
          weight="main"
          type="submit"
          isDisabled={attempt.busy || name.trim() === '' || !isSettled(passphrase)}
        >
          {t(attempt.busy ? 'create.busy' : 'create.do')}
        </Button>
      </div>
    </form>
  )
}
