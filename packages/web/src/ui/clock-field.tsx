import type { Clock } from '@goodoffices/core'
import { parseTime } from '@internationalized/date'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { Label } from 'react-aria-components/Label'
import { TimeField } from 'react-aria-components/TimeField'

type Props = {
  readonly label: string
  readonly value: Clock
  readonly onChange: (clock: Clock) => void
}

/** An hour of the clock, in the reader's numerals. */
export default function ClockField({ label, value, onChange }: Props) {
  return (
    <TimeField
      className="field"
      value={parseTime(value)}
      granularity="minute"
      hourCycle={24}
      onChange={next => {
        if (next !== null) onChange(next.toString().slice(0, 5) as Clock)
      }}
    >
      <Label className="field__label">{label}</Label>
      <DateInput className="field__input field__segments">
        {segment => <DateSegment segment={segment} className="field__segment" />}
      </DateInput>
    </TimeField>
  )
}
