import { useState } from 'react'
import { useAccess } from '../session/use-session.tsx'
import { ActForm } from '../ui/act-form.tsx'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/words.tsx'
import { chosenOf, isSettled, PassphraseFields, useNewPassphrase } from './passphrase-fields.tsx'
import { PhraseSheet } from './phrase-sheet.tsx'

/** A person's beginning on this device: name, passphrase, and the recovery phrase, shown once. */
export function CreateForm({ onDone }: { readonly onDone?: () => void }) {
  const { t } = useWords()
  const access = useAccess()
  const [name, setName] = useState('')
  const [passphrase, setPassphrase] = useNewPassphrase()
  const [phrase, setPhrase] = useState<readonly string[]>()
  if (phrase !== undefined) return <PhraseSheet phrase={phrase} onDone={() => onDone?.()} />
  return (
    <ActForm
      label={t('create.do')}
      busyLabel={t('create.busy')}
      act={() => access.create({ name: name.trim(), ...chosenOf(passphrase) })}
      incomplete={name.trim() === '' || !isSettled(passphrase)}
      onDone={value => setPhrase(value.phrase)}
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
    </ActForm>
  )
}
