import type { Day } from '@goodoffices/core'
import { type CalendarDate, GregorianCalendar, parseDate, toCalendar } from '@internationalized/date'
import { DateField, DateInput, DateSegment } from 'react-aria-components/DateField'
import { Label } from 'react-aria-components/Label'
import { useWords } from '../words/words.tsx'

type Props = {
  readonly label: string
  readonly value: Day | undefined
  /** Nothing can be done without it. */
  readonly required?: true
  readonly onChange: (day: Day | undefined) => void
}

/** A day, in the reader's calendar and numerals; none while a part of it is open. */
export default function DayField({ label, value, required, onChange }: Props) {
  const { t } = useWords()
  return (
    <DateField<CalendarDate>
      className="field"
      value={value === undefined ? null : parseDate(value)}
      granularity="day"
      isRequired={required === true}
      onChange={next =>
        onChange(next === null ? undefined : (toCalendar(next, new GregorianCalendar()).toString() as Day))
      }
    >
      <Label className="field__label">
        {label}
        {required === undefined && <span className="field__optional"> {t('field.optional')}</span>}
      </Label>
      <DateInput className="field__input field__segments">
        {segment => <DateSegment segment={segment} className="field__segment" />}
      </DateInput>
    </DateField>
  )
}
