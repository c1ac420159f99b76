import { useNavigate, useParams } from '../route/route.tsx'
import { useWords } from '../words/words.tsx'
import { useTalks } from './talks.tsx'

/** In a sample, and only there: whose eyes one looks through. */
export function ChairSwitch() {
  const { t } = useWords()
  const { chairs, notice } = useTalks()
  const navigate = useNavigate()
  const { sample, chair } = useParams()
  return (
    <section className="chairs no-print" aria-labelledby="chairs">
      <p className="chairs__label" id="chairs">
        {t('sample.chair')}
      </p>
      <fieldset className="chairs__list" aria-labelledby="chairs">
        {chairs.map(item => (
          <button
            key={item.id}
            type="button"
            className="chairs__chair"
            aria-pressed={item.id === chair}
            onClick={() => navigate({ to: `/samples/${sample ?? ''}/${item.id}` })}
          >
            <bdi>{item.label}</bdi>
          </button>
        ))}
      </fieldset>
      <details className="chairs__about">
        <summary>{t('sample.about')}</summary>
        <p>{t('sample.note')}</p>
        <p dir="auto">{notice}</p>
      </details>
    </section>
  )
}
