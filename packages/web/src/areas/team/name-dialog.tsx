import { newId, type ThingAct } from '@goodoffices/client'
import type { ItemId, RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'

/** Names an institution whose mediators are to come: the party is asked, or says by itself what it wants of them. */
export function NameDialog({ room, onClose }: { readonly room: RoomState; readonly onClose: () => void }) {
  const { t } = useWords()
  const [item] = useState(() => newId<ItemId>())
  const [institution, setInstitution] = useState('')
  const [task, setTask] = useState('')
  const act: ThingAct = {
    kind: 'item.put',
    item,
    register: 'mediators-accepted',
    rev: 1,
    fields: { institution: institution.trim(), ...(task.trim() === '' ? {} : { task: task.trim() }) },
  }
  const isNamed = institution.trim() !== ''
  const reach = useReach(room, isNamed ? act : undefined)
  return (
    <ActDialog
      title={t('institution.name')}
      act={() => reach.say(act)}
      incomplete={!isNamed || reach.open}
      onClose={onClose}
    >
      <Field
        label={t('field.institution')}
        hint={t('institution.name-hint')}
        required
        charsMax={120}
        value={institution}
        onChange={setInstitution}
      />
      <Field label={t('field.task')} optional lines={2} value={task} onChange={setTask} />
      {reach.shown}
    </ActDialog>
  )
}
