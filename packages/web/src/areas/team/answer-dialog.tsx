import { checkThing } from '@goodoffices/client'
import { type Circumstance, institutionIn, type RegisterItem, type RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { type Saying, useMarkOf } from '../item/may.ts'
import { CircumstanceFields } from '../message/circumstance.tsx'

type Props = {
  readonly room: RoomState
  readonly thing: RegisterItem
  readonly saying: Saying
  readonly onClose: () => void
}

type Spoken = 'accepted-from-here' | 'accepted-with-record' | 'not-accepted' | 'asked-out'

/** What a party says of an institution, in a form that names what follows from it. */
export function AnswerDialog({ room, thing, saying, onClose }: Props) {
  const { t } = useWords()
  const { session, rooms } = useTalks()
  const { choices } = useWriting(room).vocabulary
  const [note, setNote] = useState('')
  const [circumstance, setCircumstance] = useState<Circumstance>(() => ({ at: Date.now(), way: 'orally' }))
  const verb = saying.verb as Spoken
  const mark = useMarkOf(thing)
  const act = mark(thing, verb, {
    ...(note.trim() === '' ? {} : { note }),
    ...(saying.recorded ? { recorded: circumstance } : {}),
  })
  const say = async () => {
    const checked = checkThing(rooms, room, act)
    return checked.ok ? session.act(room.id, act) : checked
  }
  const institution = institutionIn(thing)
  return (
    <ActDialog title={choices[`say.${verb}`]} act={say} onClose={onClose}>
      <p>{t(`institution.sure-${verb}`, { institution })}</p>
      {saying.recorded && <CircumstanceFields value={circumstance} onChange={setCircumstance} />}
      <Field label={t('field.note')} lines={3} value={note} onChange={setNote} optional />
    </ActDialog>
  )
}
