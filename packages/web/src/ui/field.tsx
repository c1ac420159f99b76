import { tidyText } from '@goodoffices/core'
import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { useWords } from '../words/words.tsx'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  /** Why what stands in the field will not do; tied to it for screen readers. */
  readonly error?: string | undefined
  readonly optional?: boolean
  readonly required?: boolean
  readonly lines?: number
  readonly type?: 'text' | 'password'
  readonly autoComplete?: string
  readonly short?: boolean
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  readonly charsMax?: number
}

/** A line of text, or with `lines` a text of several. Its direction follows what is typed. */
export function Field({ lines, type = 'text', ...props }: Props) {
  const { t } = useWords()
  const input = `field__input${props.short === true ? ' field__input--short' : ''}`
  return (
    <TextField
      className="field"
      value={props.value}
      onChange={value => props.onChange(type === 'password' ? value : tidyText(value))}
      type={type}
      isInvalid={props.error !== undefined}
      isRequired={props.required ?? false}
      isDisabled={props.disabled ?? false}
      validationBehavior="aria"
      autoComplete={props.autoComplete ?? 'off'}
      {...(props.charsMax === undefined ? {} : { maxLength: props.charsMax })}
    >
      <Label className="field__label">
        {props.label}
        {props.optional === true && <span className="field__optional"> {t('field.optional')}</span>}
      </Label>
      {props.hint !== undefined && (
        <Text slot="description" className="field__hint">
          {props.hint}
        </Text>
      )}
      {lines === undefined ? (
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where the field is what the screen is for
        <Input className={input} dir="auto" autoFocus={props.autoFocus ?? false} />
      ) : (
        <TextArea className={input} dir="auto" rows={lines} />
      )}
      <FieldError className="field__error">{props.error}</FieldError>
    </TextField>
  )
}
