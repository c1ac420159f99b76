import { useState } from 'react'
import { useAccess } from '../session/use-session.tsx'
import { AttemptNotice, useAttempt, whenDone } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/words.tsx'
import { PhraseSheet } from './phrase-sheet.tsx'

/** A passphrase shorter than this is hardly one; none at all is a choice, stated as such. */
const passphraseCharsMin = 10

/** A person's beginning on this device: name, passphrase, and the recovery phrase, shown once. */
export function CreateForm({ onDone }: { readonly onDone?: () => void }) {
  const { t } = useWords()
  const access = useAccess()
  const attempt = useAttempt()
  const [name, setName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [phrase, setPhrase] = useState<readonly string[]>()
  const short = passphrase !== '' && passphrase.length < passphraseCharsMin
  const differs = again !== '' && again !== passphrase
  if (phrase !== undefined) return <PhraseSheet phrase={phrase} onDone={() => onDone?.()} />
  const create = () =>
    attempt.run(() => access.create({ name: name.trim(), ...(passphrase === '' ? {} : { passphrase }) }))
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
      <div className="pair">
        <Field
          label={t('create.passphrase')}
          hint={t('create.passphrase-hint')}
          type="password"
          autoComplete="new-password"
          value={passphrase}
          onChange={setPassphrase}
          error={short ? t('create.short', { count: passphraseCharsMin }) : undefined}
        />
        <Field
          label={t('create.again')}
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
          error={differs ? t('create.differs') : undefined}
        />
      </div>
      <AttemptNotice attempt={attempt} />
      <div className="actions">
        <Button
          weight="main"
          type="submit"
          isDisabled={attempt.busy || name.trim() === '' || short || again !== passphrase}
        >
          {t(attempt.busy ? 'create.busy' : 'create.do')}
        </Button>
      </div>
    </form>
  )
}
