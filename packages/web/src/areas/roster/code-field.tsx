import { textToDigits } from '@goodoffices/client'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { TextField } from 'react-aria-components/TextField'
import './join.css'

const codeDigits = 6

/** Whether all digits of a code stand there, in whichever numerals. */
export const isWhole = (typed: string): boolean => textToDigits(typed)?.length === codeDigits

type Props = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }

/** Digits of a code, from left to right in every language, in the numerals in which they are typed. */
export function CodeField({ label, value, onChange }: Props) {
  return (
    <TextField className="field" value={value} onChange={onChange} autoComplete="off" inputMode="numeric">
      <Label className="field__label">{label}</Label>
      {/* Blanks between groups, and what a keyboard puts in of its own, leave room. */}
      <Input className="field__input code-field" dir="ltr" maxLength={codeDigits * 2} />
    </TextField>
  )
}
