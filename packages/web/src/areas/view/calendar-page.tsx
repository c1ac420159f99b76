import {
  besideMonth,
  type DatedOnce,
  daysBetween,
  daysOf,
  type MonthCalendar,
  monthCalendars,
  monthOf,
  namesIn,
  nearestDay,
  placeInWeek,
  weekBegins,
} from '@goodoffices/client'
import { type Day, dayNumberAt, isZone, numberToDay } from '@goodoffices/core'
import { useState } from 'react'
import { preferences } from '../../settings/preferences.ts'
import { Button } from '../../ui/button.tsx'
import { Selection } from '../../ui/choice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { useWords } from '../../words/words.tsx'
import { CalendarDialog } from './calendar-dialog.tsx'
import { DatedLine } from './dated-line.tsx'
import { MonthGrid } from './month-grid.tsx'
import { NextSteps } from './next-steps.tsx'
import { useDated } from './use-dated.ts'
import './view.css'

/** VIEW-4, VIEW-12: a month of the talks in the calendar of one's choice, what waits for a day, and what others wait for. */
export function CalendarPage() {
  const { t, locale, language } = useWords()
  const dated = useDated()
  const zone = preferences.zone()
  const [today] = useState(() => numberToDay(dayNumberAt(Date.now(), isZone(zone) ? zone : 'UTC')))
  const [calendar, setCalendar] = useState<MonthCalendar>(() => preferences.get().calendar)
  const [at, setAt] = useState<Day>(today)
  const [isFile, setIsFile] = useState(false)
  const names = namesIn(locale, calendar)
  const days = monthOf(at, calendar)
  const [from = at, to = at] = [days[0], days.at(-1)]
  const busy = daysBetween(dated, { from, to, zone })
  const near = nearestDay(dated, to, zone)
  const open = dated.filter(each => daysOf(each, zone).length === 0)
  return (
    <Page title={t('term.calendar')} lead={t('view.calendar-lead')} width="wide">
      <div className="month__head">
        <h2 className="month__name" aria-live="polite">
          {names.month(from)}
        </h2>
        <div className="actions no-print">
          <Button onPress={() => setAt(besideMonth(at, calendar, -1))}>{t('view.month-before')}</Button>
          <Button onPress={() => setAt(today)}>{t('view.this-month')}</Button>
          <Button onPress={() => setAt(besideMonth(at, calendar, 1))}>{t('view.month-after')}</Button>
        </div>
        <div className="no-print">
          <Selection
            label={t('view.in-calendar')}
            value={calendar}
            onChange={setCalendar}
            options={monthCalendars.map(id => ({ id, label: t(`calendar.${id}`) }))}
          />
        </div>
      </div>
      {calendar === 'islamic-umalqura' && <p className="quiet">{t('view.lunar-note')}</p>}
      <MonthGrid
        days={days}
        before={placeInWeek(from, weekBegins(language))}
        busy={busy}
        names={names}
        today={today}
      />
      <div className="calendar-below">
        <Section title={t('view.of-month')}>
          <ByDay busy={busy} whole={names.whole} />
          {busy.length === 0 && near !== undefined && (
            <p className="no-print">
              <Button onPress={() => setAt(near)}>{t('view.go-to', { day: names.whole(near) })}</Button>
            </p>
          )}
          <div className="actions no-print">
            <Button weight="text" onPress={() => print()}>
              {t('view.print')}
            </Button>
            <Button weight="text" onPress={() => setIsFile(true)}>
              {t('view.file')}
            </Button>
          </div>
        </Section>
        <div>
          {open.length > 0 && (
            <Section title={t('term.days.open')}>
              <ul className="rows">
                {open.map(each => (
                  <li key={`${each.room.id} ${each.about} ${each.field}`}>
                    <DatedLine dated={each} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <NextSteps dated={dated} />
        </div>
      </div>
      {isFile && <CalendarDialog dated={dated} onClose={() => setIsFile(false)} />}
    </Page>
  )
}

type ByDayProps = {
  readonly busy: readonly { readonly day: Day; readonly dated: readonly DatedOnce[] }[]
  readonly whole: (day: Day) => string
}

/** The same as the grid has, and all that is known of each. */
export function ByDay({ busy, whole }: ByDayProps) {
  const { t } = useWords()
  if (busy.length === 0) return <p>{t('term.days.none')}</p>
  return (
    <dl className="by-day">
      {busy.map(({ day, dated }) => (
        <div key={day} id={`day-${day}`}>
          <dt>{whole(day)}</dt>
          {dated.map(each => (
            <dd key={`${each.room.id} ${each.about} ${each.field}`}>
              <DatedLine dated={each} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
