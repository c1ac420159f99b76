import { newId } from '@goodoffices/client'
import type { Circumstance, Delivery, RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { actSoon } from '../../talks/act-soon.ts'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { CircumstanceFields } from './circumstance.tsx'
import { DeliverySheet } from './delivery-sheet.tsx'

type Props = {
  readonly room: RoomState
  readonly delivery: Delivery
  readonly records: boolean
  readonly onClose: () => void
}

/** "What we understood", in the recipient's own words. */
export function ReadBackDialog({ room, delivery, records, onClose }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const [body, setBody] = useDraft(session, `read-back ${delivery.delivery}`)
  const [circumstance, setCircumstance] = useState<Circumstance>(() => ({ at: Date.now(), way: 'orally' }))
  const send = () =>
    actSoon(session, room.id, {
      kind: 'readback.give',
      readback: newId(),
      delivery: delivery.delivery,
      body,
      ...(records ? { recorded: circumstance } : {}),
    })
  return (
    <ActDialog
      title={t(records ? 'read-back.record' : 'read-back.open')}
      label={t('read-back.do')}
      act={send}
      incomplete={body.trim() === ''}
      onClose={onClose}
      onDone={() => {
        setBody('')
        onClose()
      }}
    >
      <DeliverySheet delivered={delivery} room={room} />
      <Field
        label={t('read-back.body')}
        hint={t('read-back.hint')}
        lines={5}
        value={body}
        onChange={setBody}
      />
      {records && <CircumstanceFields value={circumstance} onChange={setCircumstance} />}
    </ActDialog>
  )
}
