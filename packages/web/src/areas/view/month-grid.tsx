import { type DatedOnce, type namesIn, sayName } from '@goodoffices/client'
import type { Day } from '@goodoffices/core'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'

type Props = {
  readonly days: readonly Day[]
  /** How many days of its week stand before the first. */
  readonly before: number
  readonly busy: readonly { readonly day: Day; readonly dated: readonly DatedOnce[] }[]
  readonly names: ReturnType<typeof namesIn>
  readonly today: Day
}

/** More of a day stand in the list under it. */
const shownMax = 3

/** A month as weeks; each day that has something leads to the list under it. */
export function MonthGrid({ days, before, busy, names, today }: Props) {
  const cells: readonly (Day | undefined)[] = [...Array.from({ length: before }, () => undefined), ...days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, at) =>
    Array.from({ length: 7 }, (__, day) => cells[at * 7 + day]),
  )
  const whole = weeks.find(week => week.every(day => day !== undefined)) ?? []
  const [first] = days
  return (
    <table className="month">
      <caption className="unseen">{first === undefined ? '' : names.month(first)}</caption>
      <thead>
        <tr>
          {whole.map(day => (
            <th key={day} scope="col">
              {day !== undefined && (
                <>
                  <span className="month__weekday">{names.weekday(day)}</span>
                  <span className="month__initial" aria-hidden="true">
                    {names.initial(day)}
                  </span>
                </>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, at) => (
          <tr key={week.find(day => day !== undefined) ?? at}>
            {week.map((day, place) => (
              <td key={day ?? place} className={day === today ? 'month__today' : ''}>
                {day !== undefined && (
                  <Cell day={day} names={names} dated={busy.find(each => each.day === day)?.dated ?? []} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type CellProps = Pick<Props, 'names'> & { readonly day: Day; readonly dated: readonly DatedOnce[] }

function Cell({ day, names, dated }: CellProps) {
  const { t } = useWords()
  if (dated.length === 0) return <time dateTime={day}>{names.number(day)}</time>
  return (
    <>
      <a href={`#day-${day}`} className="month__day">
        <time dateTime={day} aria-hidden="true">
          {names.number(day)}
        </time>
        <span className="unseen">{names.whole(day)}</span>
        <span className="month__count">{t('view.things', { count: dated.length })}</span>
      </a>
      <ul className="month__things">
        {dated.slice(0, shownMax).map(each => (
          <li key={`${each.room.id} ${each.about} ${each.field}`}>
            <Name dated={each} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Name({ dated }: { readonly dated: DatedOnce }) {
  const w = useWriting(dated.room)
  return (
    <bdi>
      <Said text={sayName(w, dated)} />
    </bdi>
  )
}
