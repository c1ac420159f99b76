import { useWords } from '../../words/words.tsx'
import { MarkingSign } from './marking.tsx'
import { markings } from './selection-bar.tsx'

/** The four signs and what each lets pass. */
export function MarkingLegend() {
  const { t } = useWords()
  return (
    <dl className="legend">
      {markings.map(marking => (
        <div key={marking}>
          <dt>
            <MarkingSign marking={marking} /> {t(`marking.${marking}`)}
          </dt>
          <dd>{t(`marking.${marking}-hint`)}</dd>
        </div>
      ))}
    </dl>
  )
}
