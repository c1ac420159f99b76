import { type Lane, nameOfStep } from '@goodoffices/client'
import type { Day, ItemId, RoomState, Step, Supposed } from '@goodoffices/core'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Selection } from '../../ui/choice.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { DayText } from '../item/thing-form.tsx'

type Props = {
  readonly lanes: readonly Lane[]
  readonly supposed: readonly Supposed[]
  readonly onChange: (supposed: readonly Supposed[]) => void
}

/** While a year is typed it is 2, 20, 202 first: a plan that begins then is none that anybody supposes. */
const isYearWhole = (day: string): boolean => day >= '1000'

const verbs = ['step-performed', 'certified'] as const

/** STEP-12: a day moves, and what would follow is drawn; it is in this page alone and gone with it. */
export function WhatIf({ lanes, supposed, onChange }: Props) {
  const { t } = useWords()
  const steps = lanes.flatMap(lane => lane.steps)
  const [first] = steps
  return (
    <details className="what-if no-print" open={supposed.length > 0}>
      <summary>{t('term.what-if')}</summary>
      {first !== undefined && (
        <Supposing
          room={first.room}
          steps={steps.map(({ step }) => step)}
          supposed={supposed}
          onChange={onChange}
        />
      )}
    </details>
  )
}

type SupposingProps = Omit<Props, 'lanes'> & { readonly room: RoomState; readonly steps: readonly Step[] }

function Supposing({ room, steps, supposed, onChange }: SupposingProps) {
  const { t } = useWords()
  const w = useWriting(room)
  const [item, setItem] = useState<ItemId>()
  const [verb, setVerb] = useState<(typeof verbs)[number]>('step-performed')
  const [day, setDay] = useState('')
  const named = (id: ItemId): string => {
    const step = steps.find(each => each.item === id)
    return step === undefined ? '' : nameOfStep(w, step)
  }
  return (
    <>
      <p className="quiet small">{t('term.supposed')}</p>
      <div className="what-if__fields">
        <Selection
          label={t('register.step')}
          value={item}
          onChange={setItem}
          options={steps.map(step => ({ id: step.item, label: nameOfStep(w, step) }))}
        />
        <Selection
          label={t('field.verb')}
          value={verb}
          onChange={setVerb}
          options={verbs.map(id => ({ id, label: t(`verb.${id}`) }))}
        />
        <DayText label={t('field.at')} required value={day} onChange={setDay} />
        <Button
          weight="plain"
          isDisabled={item === undefined || !isYearWhole(day)}
          onPress={() => {
            if (item !== undefined) onChange([...supposed, { item, verb, day: day as Day }])
          }}
        >
          {t('step.suppose')}
        </Button>
      </div>
      {supposed.length > 0 && (
        <output className="what-if__supposed">
          <ul>
            {supposed.map(each => (
              <li key={`${each.item} ${each.verb} ${each.day}`}>
                {[named(each.item), t(`verb.${each.verb as 'certified'}`), w.day(each.day)].join(' · ')}
              </li>
            ))}
          </ul>
          <Button weight="text" onPress={() => onChange([])}>
            {t('step.suppose-nothing')}
          </Button>
        </output>
      )}
    </>
  )
}
