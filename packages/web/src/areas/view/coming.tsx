import { daysBetween, namesIn } from '@goodoffices/client'
import { dayNumberAt, isZone, numberToDay } from '@goodoffices/core'
import { useState } from 'react'
import { Link } from '../../route/route.tsx'
import { preferences } from '../../settings/preferences.ts'
import { useTalks } from '../../talks/talks.tsx'
import { useWords } from '../../words/words.tsx'
import { DatedLine } from './dated-line.tsx'
import { useDated } from './use-dated.ts'
import './view.css'

const daysShown = 14

/** The next fourteen days, by day; today is the first. */
export function Coming() {
  const { t, locale } = useWords()
  const { base } = useTalks()
  const dated = useDated()
  const zone = preferences.zone()
  const [first] = useState(() => dayNumberAt(Date.now(), isZone(zone) ? zone : 'UTC'))
  const { whole } = namesIn(locale, preferences.get().calendar)
  const days = daysBetween(dated, {
    from: numberToDay(first),
    to: numberToDay(first + daysShown - 1),
    zone,
  })
  return (
    <section className="today__part" aria-labelledby="today-coming">
      <h2 id="today-coming" className="today__title">
        {t('view.coming')}
      </h2>
      {days.length === 0 ? (
        <p className="quiet">{t('view.nothing-coming')}</p>
      ) : (
        <dl className="by-day">
          {days.map(({ day, dated: some }) => (
            <div key={day}>
              <dt>{whole(day)}</dt>
              {some.map(each => (
                <dd key={`${each.room.id} ${each.about} ${each.field}`}>
                  <DatedLine dated={each} />
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
      <p>
        <Link to={`${base}/calendar`}>{t('view.whole-calendar')}</Link>
      </p>
    </section>
  )
}
