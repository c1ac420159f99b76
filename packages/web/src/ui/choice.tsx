import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Checkbox } from 'react-aria-components/Checkbox'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Select, SelectValue } from 'react-aria-components/Select'

export type Option<T extends string> = {
  readonly id: T
  readonly label: string
  readonly hint?: ReactNode
  readonly disabled?: boolean
}

type Props<T extends string> = {
  readonly label: string
  readonly options: readonly Option<T>[]
  readonly value: T | undefined
  readonly onChange: (value: T) => void
}

/** One of a few, each with its explanation in sight. */
export function Choice<T extends string>({ label, options, value, onChange }: Props<T>) {
  return (
    <RadioGroup className="choices" value={value ?? null} onChange={next => onChange(next as T)}>
      <Label className="field__label">{label}</Label>
      <div className="choices__list">
        {options.map(option => (
          <Radio key={option.id} value={option.id} className="choice" isDisabled={option.disabled ?? false}>
            <span className="choice__mark" />
            <span>{option.label}</span>
            {option.hint !== undefined && <span className="choice__hint">{option.hint}</span>}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

/** One of many. */
export function Selection<T extends string>({
  label,
  options,
  value,
  onChange,
  placeholder,
}: Props<T> & {
  /** What stands there while nothing is chosen. */
  readonly placeholder?: string
}) {
  return (
    <Select
      className="field"
      selectedKey={value ?? null}
      onSelectionChange={key => onChange(key as T)}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <Label className="field__label">{label}</Label>
      <Button className="select__button">
        <SelectValue />
      </Button>
      {/* What is named by the label outside has no name: all outside of the list is inert while it is open. */}
      <Popover className="popover" aria-label={label}>
        <ListBox aria-label={label}>
          {options.map(option => (
            <ListBoxItem key={option.id} id={option.id} textValue={option.label} className="option">
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}

type TickProps = {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
}

/** Yes or no, said deliberately. */
export function Tick({ label, hint, checked, onChange, disabled = false }: TickProps) {
  return (
    <Checkbox className="choice" isSelected={checked} onChange={onChange} isDisabled={disabled}>
      <span className="choice__mark choice__mark--box" />
      <span>{label}</span>
      {hint !== undefined && <span className="choice__hint">{hint}</span>}
    </Checkbox>
  )
}
