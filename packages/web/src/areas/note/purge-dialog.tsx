import { purgeNotes } from '@goodoffices/client'
import type { RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { Destruction } from '../retention/destruction.tsx'

type Props = { readonly rooms: readonly RoomState[]; readonly onClose: () => void }

/** Destroys all that one has noted on these talks, at once, by a rule that is named. */
export function PurgeDialog({ rooms, onClose }: Props) {
  const { t } = useWords()
  const { session, process } = useTalks()
  const [basis, setBasis] = useState('')
  const [certain, setCertain] = useState(false)
  return (
    <ActDialog
      title={t('purge.title')}
      label={t('destroy.do')}
      act={() => purgeNotes(session, process.process, basis.trim())}
      incomplete={!certain || basis.trim() === ''}
      onClose={onClose}
    >
      <Field
        label={t('field.basis')}
        hint={t('keeping.basis-hint')}
        required
        value={basis}
        onChange={setBasis}
      />
      <Destruction
        goes={t('purge.goes')}
        stays={t('purge.stays')}
        rooms={rooms.map(({ id }) => id)}
        name={t('room.private')}
        certainty={t('purge.sure')}
        certain={certain}
        onCertain={setCertain}
      />
    </ActDialog>
  )
}
