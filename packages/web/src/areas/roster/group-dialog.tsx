import { openGroup, previewGroup } from '@goodoffices/client'
import type { Member, MemberId, RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { useNavigate } from '../../route/route.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { usePassing } from '../desk/use-reach.tsx'
import { MemberTicks } from './member-ticks.tsx'

type Props = {
  readonly desk: RoomState
  readonly people: readonly Member[]
  readonly onClose: () => void
}

/** A working group of named members. */
export function GroupDialog({ desk, people, onClose }: Props) {
  const { t } = useWords()
  const { session, process, base } = useTalks()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const [chosen, setChosen] = useState<readonly MemberId[]>([])
  const request = { title: title.trim(), members: chosen }
  const isIncomplete = request.title === '' || chosen.length === 0
  const preview = isIncomplete ? undefined : previewGroup(session, process.process, request)
  const passing = usePassing(
    preview?.ok === true ? preview.value.group : desk,
    preview?.ok === true ? preview.value : undefined,
  )
  return (
    <ActDialog
      title={t('group.open')}
      label={t('group.do')}
      act={() => openGroup(session, process.process, request, passing.accepted)}
      incomplete={isIncomplete || passing.open}
      onClose={onClose}
      onDone={room => navigate({ to: `${base}/rooms/${room}` })}
    >
      <Field label={t('group.title')} required charsMax={200} value={title} onChange={setTitle} />
      <MemberTicks label={t('group.members')} people={people} chosen={chosen} onChange={setChosen} />
      {passing.shown}
    </ActDialog>
  )
}
