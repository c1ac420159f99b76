import { Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { DayText } from '../item/thing-form.tsx'
import { type Texts, termKinds } from './step-forms.ts'
import { Ticks } from './ticks.tsx'

type Choices = readonly { readonly id: string; readonly label: string }[]
type Props = {
  readonly label: string
  readonly texts: Texts
  readonly steps: Choices
  readonly calendars: Choices
  readonly onChange: (change: Texts) => void
}

const units = ['days', 'working-days', 'weeks', 'months', 'years'] as const

/** By when: on a day, or so long after something was done or certified. What is more than that is entered in the shell, and kept here. */
export function TermFields({ label, texts, steps, calendars, onChange }: Props) {
  const { t } = useWords()
  const kind = texts['termKind'] ?? 'none'
  const shown = termKinds.filter(each =>
    each === 'kept' ? kind === each : each !== 'after' || steps.length > 0,
  )
  return (
    <>
      <Selection
        label={label}
        value={kind}
        onChange={termKind => onChange({ termKind })}
        options={shown.map(id => ({ id, label: t(`step.term-${id}`) }))}
      />
      {kind === 'on' && (
        <DayText
          label={t('step.term-day')}
          required
          value={texts['termDay'] ?? ''}
          onChange={termDay => onChange({ termDay })}
        />
      )}
      {kind === 'after' && (
        <div className="term-fields">
          <Field
            label={t('step.term-count')}
            required
            value={texts['termCount'] ?? ''}
            onChange={termCount => onChange({ termCount })}
          />
          <Selection
            label={t('step.term-unit')}
            value={texts['termUnit'] ?? 'days'}
            onChange={termUnit => onChange({ termUnit })}
            options={units.map(id => ({ id, label: t(`cureUnit.${id}`) }))}
          />
          <Selection
            label={t('step.term-step')}
            value={texts['termStep'] ?? ''}
            onChange={termStep => onChange({ termStep })}
            options={steps}
          />
          <Selection
            label={t('field.verb')}
            value={texts['termVerb'] ?? 'step-performed'}
            onChange={termVerb => onChange({ termVerb })}
            options={(['step-performed', 'certified', 'breach-referred'] as const).map(id => ({
              id,
              label: t(`verb.${id}`),
            }))}
          />
          <Ticks
            label={t('step.term-calendars')}
            value={texts['termCalendars'] ?? ''}
            options={calendars}
            onChange={termCalendars => onChange({ termCalendars })}
          />
        </div>
      )}
    </>
  )
}
