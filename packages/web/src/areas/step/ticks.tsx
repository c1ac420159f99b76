import { Tick } from '../../ui/choice.tsx'
import { isTicked, toggled } from './step-forms.ts'

type Props = {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

/** Any of several; nothing where there is none to choose. */
export function Ticks({ label, value, options, onChange }: Props) {
  if (options.length === 0) return null
  return (
    <fieldset className="ticks">
      <legend className="field__label">{label}</legend>
      {options.map(({ id, label: name }) => (
        <Tick
          key={id}
          label={name}
          checked={isTicked(value, id)}
          onChange={isIn => onChange(toggled(value, id, isIn))}
        />
      ))}
    </fieldset>
  )
}
