import { type Act, type Circumstance, type Delivery, limits, type RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { readWhole } from '../../ui/whole-number.ts'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'
import { CircumstanceFields } from './circumstance.tsx'

type Props = { readonly room: RoomState; readonly delivery: Delivery; readonly onClose: () => void }

/** How a delivery reached a party that has no account. */
export function HandDialog({ room, delivery, onClose }: Props) {
  const { t } = useWords()
  const [circumstance, setCircumstance] = useState<Circumstance>(() => ({ at: Date.now(), way: 'on-paper' }))
  const [copies, setCopies] = useState('1')
  const count = readWhole(copies)
  const bad = copies !== '' && (count === undefined || count > limits.copiesMax)
  const act: Act = {
    kind: 'delivery.hand',
    delivery: delivery.delivery,
    circumstance,
    ...(count === undefined ? {} : { copies: count }),
  }
  const reach = useReach(room, act)
  return (
    <ActDialog
      title={t('hand.open')}
      label={t('hand.do')}
      act={() => reach.say(act)}
      incomplete={bad || reach.open}
      onClose={onClose}
    >
      <CircumstanceFields value={circumstance} onChange={setCircumstance} />
      <Field
        label={t('hand.copies')}
        short
        value={copies}
        onChange={setCopies}
        error={bad ? t('hand.copies-bad', { max: limits.copiesMax }) : undefined}
      />
      {reach.shown}
    </ActDialog>
  )
}
