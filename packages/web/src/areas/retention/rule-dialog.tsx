import { type Act, isPresent, limits, type RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { readWhole } from '../../ui/whole-number.ts'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'

type Props = { readonly room: RoomState; readonly onClose: () => void }

/** How long the record is kept, and by what rule; the one that stands is where one begins. */
export function RuleDialog({ room, onClose }: Props) {
  const { t, number } = useWords()
  const { retention } = room
  const [kind, setKind] = useState<'days' | 'decided'>(retention?.days === null ? 'decided' : 'days')
  const [typed, setTyped] = useState(() => number(retention?.days ?? 30))
  const [basis, setBasis] = useState(retention?.basis ?? '')
  // RET-1: where others are in the room, they have that long to place a hold.
  const isShared = Object.values(room.members).filter(isPresent).length > 1
  const min = isShared ? limits.retentionDaysMin : 0
  const max = limits.retentionDaysMax
  const days = readWhole(typed)
  const bad = days === undefined || days < min || days > max
  const act: Act = {
    kind: 'retention.set',
    days: kind === 'decided' ? null : (days ?? min),
    basis: basis.trim(),
  }
  const reach = useReach(room, act)
  return (
    <ActDialog
      title={t('keeping.title')}
      label={t('keeping.do')}
      act={() => reach.say(act)}
      incomplete={(kind === 'days' && bad) || basis.trim() === '' || reach.open}
      onClose={onClose}
    >
      <Choice
        label={t('keeping.choice')}
        value={kind}
        onChange={setKind}
        options={[
          { id: 'days', label: t('keeping.choice-days') },
          { id: 'decided', label: t('term.undecided') },
        ]}
      />
      {kind === 'days' && (
        <Field
          label={t('keeping.count')}
          hint={isShared ? t('keeping.count-hint', { count: min }) : undefined}
          short
          value={typed}
          onChange={setTyped}
          error={typed !== '' && bad ? t('keeping.count-bad', { min, max }) : undefined}
        />
      )}
      <Field
        label={t('field.basis')}
        hint={t('keeping.basis-hint')}
        required
        value={basis}
        onChange={setBasis}
      />
      {reach.shown}
    </ActDialog>
  )
}
