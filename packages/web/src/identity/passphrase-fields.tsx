import { checkPassphrase, passphraseCharactersMin } from '@goodoffices/client/inspect'
import { useState } from 'react'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/words.tsx'

export type NewPassphrase = {
  readonly first: string
  readonly again: string
}

/** None at all is a choice, stated as such; one that is chosen is long enough (KEY-12) and was typed twice alike. */
export const isSettled = ({ first, again }: NewPassphrase): boolean =>
  first === again && (first === '' || checkPassphrase(first).ok)

/** As it is handed on: absent where none was chosen. */
export const chosenOf = ({ first }: NewPassphrase): { readonly passphrase?: string } =>
  first === '' ? {} : { passphrase: first }

export const useNewPassphrase = () => useState<NewPassphrase>({ first: '', again: '' })

type Props = {
  readonly value: NewPassphrase
  readonly onChange: (value: NewPassphrase) => void
  /** None at all is no choice here. */
  readonly required?: boolean
}

/** The passphrase that is to protect this device, twice. */
export function PassphraseFields({ value, onChange, required = false }: Props) {
  const { t } = useWords()
  const { first, again } = value
  const short = first !== '' && !checkPassphrase(first).ok
  return (
    <div className="pair">
      <Field
        label={t(required ? 'passphrase.new' : 'create.passphrase')}
        hint={required ? undefined : t('create.passphrase-hint')}
        optional={!required}
        type="password"
        autoComplete="new-password"
        value={first}
        onChange={next => onChange({ first: next, again })}
        error={
          short
            ? t(required ? 'passphrase.short' : 'create.short', { count: passphraseCharactersMin })
            : undefined
        }
      />
      {first !== '' && (
        <Field
          label={t('create.again')}
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={next => onChange({ first, again: next })}
          error={again !== '' && again !== first ? t('create.differs') : undefined}
        />
      )}
    </div>
  )
}
