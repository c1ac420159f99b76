import { fromAbsolute, GregorianCalendar, toCalendar } from '@internationalized/date'
import { useSyncExternalStore } from 'react'
import { DateField, DateInput, DateSegment } from 'react-aria-components/DateField'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { preferences } from '../settings/preferences.ts'

type Props = {
  readonly label: string
  readonly hint?: string
  /** ms since 1970 UTC. */
  readonly value: number
  readonly onChange: (time: number) => void
}

/** A day and a time, in the reader's calendar and numerals and time zone, which stands beside it. */
export default function MomentField({ label, hint, value, onChange }: Props) {
  const zone = useSyncExternalStore(preferences.subscribe, preferences.zone)
  const zoned = toCalendar(fromAbsolute(value, zone), new GregorianCalendar())
  return (
    <DateField
      className="field"
      value={zoned}
      granularity="minute"
      onChange={next => {
        if (next !== null) onChange(next.toDate().getTime())
      }}
    >
      <Label className="field__label">{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
      )}
      <DateInput className="field__input field__segments">
        {segment => <DateSegment segment={segment} className="field__segment" />}
      </DateInput>
    </DateField>
  )
}
