import { lazy, Suspense } from 'react'
import type { Plan } from '../../session/session.ts'
import { Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'

const MomentField = lazy(() => import('../../ui/moment-field.tsx'))
const hourMs = 3_600_000

type Props = {
  readonly plan: Pick<Plan, 'timing' | 'tell'>
  /** The parties that it comes from, who may be told of it. */
  readonly sources: readonly string[]
  readonly onChange: (change: Partial<Plan>) => void
}

/** When it is delivered, and what the sources are told of it. */
export function TimingFields({ plan, sources, onChange }: Props) {
  const { t, list } = useWords()
  const { timing } = plan
  return (
    <>
      <Selection
        label={t('field.at')}
        value={timing.kind}
        onChange={kind => {
          if (kind === 'now') onChange({ timing: { kind } })
          else if (kind === 'at') onChange({ timing: { kind, time: Date.now() + hourMs } })
          else onChange({ timing: { kind, condition: '' } })
        }}
        options={[
          { id: 'now', label: t('kind.now') },
          { id: 'at', label: t('kind.at') },
          { id: 'when', label: t('timing.when') },
        ]}
      />
      {timing.kind === 'at' && (
        <Suspense>
          <MomentField
            label={t('field.time')}
            value={timing.time}
            onChange={time => onChange({ timing: { kind: 'at', time } })}
          />
          <p className="small quiet">{t('timing.at-hint')}</p>
        </Suspense>
      )}
      {timing.kind === 'when' && (
        <Field
          label={t('timing.condition')}
          hint={t('timing.when-hint')}
          required
          value={timing.condition}
          onChange={condition => onChange({ timing: { kind: 'when', condition } })}
        />
      )}
      {sources.length > 0 && (
        <Selection
          label={t('tell.title', { party: sources.length === 1 ? (sources[0] ?? '') : list(sources) })}
          value={plan.tell}
          onChange={tell => onChange({ tell })}
          options={[
            { id: 'nothing', label: t('tell.nothing') },
            { id: 'that', label: t('tell.that') },
            { id: 'words', label: t('tell.words') },
          ]}
        />
      )}
    </>
  )
}
