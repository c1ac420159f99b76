import { demandFields, doors, type Eyes, fieldOfDoor } from '@goodoffices/core'
import { Selection } from '../../ui/choice.tsx'
import { useWords } from '../../words/words.tsx'

export const noDemand: Eyes = {
  eyesDeliver: 'off',
  eyesIssue: 'off',
  eyesOpen: 'off',
  eyesBring: 'off',
  eyesDestroy: 'off',
}

export const isNoDemand = (eyes: Eyes): boolean => doors.every(door => eyes[fieldOfDoor[door]] === 'off')

const demands = demandFields.eyesDeliver.options

type Props = { readonly eyes: Eyes; readonly onChange: (eyes: Eyes) => void }

/** EYES-1: how much a second mediator is wanted at each door. */
export function DemandFields({ eyes, onChange }: Props) {
  const { t } = useWords()
  return (
    <div className="pair">
      {doors.map(door => {
        const field = fieldOfDoor[door]
        return (
          <Selection
            key={field}
            label={t(`field.${field}`)}
            value={eyes[field]}
            onChange={next => onChange({ ...eyes, [field]: next })}
            options={demands.map(id => ({ id, label: t(`${field}.${id}`) }))}
          />
        )
      })}
    </div>
  )
}
