import { type Finding, tidyText } from '@goodoffices/core'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { useWords } from '../../words/words.tsx'
import { findingKey } from './findings.tsx'

type Props = {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly findings: readonly Finding[]
  readonly numbers: ReadonlyMap<string, number>
  readonly fixed: boolean
  readonly onChange: (wording: string) => void
}

/** The wording, with what the leak check found underlined in place: a copy of the text lies under the field. */
export function WordingField({ label, hint, value, findings, numbers, fixed, onChange }: Props) {
  const { number } = useWords()
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
            <span
              key={piece.from}
              {...(piece.found === undefined
                ? {}
                : {
                    className: 'wording__found',
                    'data-number': number(numbers.get(findingKey(piece.found)) ?? 0),
                  })}
            >
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

type Piece = { readonly from: number; readonly to: number; readonly found?: Finding }

/** The text cut where findings begin and end; overlapping findings become one stretch. */
function pieces(text: string, findings: readonly Finding[]): readonly Piece[] {
  const cuts: Piece[] = []
  let at = 0
  for (const found of findings.toSorted((a, b) => a.from - b.from)) {
    const { from, to } = found
    if (to <= at) continue
    if (from > at) cuts.push({ from: at, to: from })
    cuts.push({ from: Math.max(at, from), to, found })
    at = to
  }
  if (at < text.length) cuts.push({ from: at, to: text.length })
  return cuts
}
