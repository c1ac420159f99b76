import { openGroup } from '@goodoffices/client'
import type { Member, MemberId } from '@goodoffices/core'
import { useState } from 'react'
import { useNavigate } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { MemberTicks } from './member-ticks.tsx'

type Props = { readonly people: readonly Member[]; readonly onClose: () => void }

/** A working group of named members. */
export function GroupDialog({ people, onClose }: Props) {
  const { t } = useWords()
  const { session, process, base } = useTalks()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const [chosen, setChosen] = useState<readonly MemberId[]>([])
  return (
    <ActDialog
      title={t('group.open')}
      label={t('group.do')}
      act={() => openGroup(session, process.process, { title: title.trim(), members: chosen })}
      incomplete={title.trim() === '' || chosen.length === 0}
      onClose={onClose}
      onDone={room => navigate({ to: `${base}/rooms/${room}` })}
    >
      <Field label={t('group.title')} required charsMax={200} value={title} onChange={setTitle} />
      <MemberTicks label={t('group.members')} people={people} chosen={chosen} onChange={setChosen} />
    </ActDialog>
  )
}
