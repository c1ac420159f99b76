import { type Finding, tidyText } from '@goodoffices/core'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'

type Props = {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly findings: readonly Finding[]
  readonly fixed: boolean
  readonly onChange: (wording: string) => void
}

/** The wording, with what the leak check found underlined in place: a copy of the text lies under the field. */
export function WordingField({ label, hint, value, findings, fixed, onChange }: Props) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={wording => onChange(tidyText(wording))}
      isReadOnly={fixed}
      isRequired
      validationBehavior="aria"
    >
      <Label className="field__label">{label}</Label>
      <Text slot="description" className="field__hint">
        {hint}
      </Text>
      <div className="wording">
        <div className="wording__under field__input" aria-hidden="true" dir="auto">
          {pieces(value, findings).map(piece => (
            <span key={piece.from} className={piece.found ? 'wording__found' : undefined}>
              {value.slice(piece.from, piece.to)}
            </span>
          ))}
          {'\n'}
        </div>
        <TextArea className="wording__field field__input" dir="auto" />
      </div>
      <FieldError className="field__error" />
    </TextField>
  )
}

/** The text cut where findings begin and end; overlapping findings become one stretch. */
function pieces(
  text: string,
  findings: readonly Finding[],
): readonly { readonly from: number; readonly to: number; readonly found: boolean }[] {
  const cuts: { from: number; to: number; found: boolean }[] = []
  let at = 0
  for (const { from, to } of findings.toSorted((a, b) => a.from - b.from)) {
    if (to <= at) continue
    if (from > at) cuts.push({ from: at, to: from, found: false })
    cuts.push({ from: Math.max(at, from), to, found: true })
    at = to
  }
  if (at < text.length) cuts.push({ from: at, to: text.length, found: false })
  return cuts
}
