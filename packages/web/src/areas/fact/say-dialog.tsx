import { checkThing, nameOfThing } from '@goodoffices/client'
import type { Circumstance, ItemId, RegisterItem, RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Selection } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'
import { type Saying, useMarkOf } from '../item/may.ts'
import { CircumstanceFields } from '../message/circumstance.tsx'

type Props = {
  readonly room: RoomState
  readonly thing: RegisterItem
  readonly saying: Saying
  /** Of what it may be said to be the same. */
  readonly others?: readonly RegisterItem[]
  readonly onClose: () => void
}

type Spoken =
  | 'accepted'
  | 'contested'
  | 'noted'
  | 'parked'
  | 'resumed'
  | 'superseded'
  | 'merged-into'
  | 'used-in-text'
  | 'not-used'

/** Says something of a figure or of a version, in a form that names what follows. */
export function SayDialog({ room, thing, saying, others = [], onClose }: Props) {
  const { t } = useWords()
  const { session, rooms } = useTalks()
  const w = useWriting(room)
  const [note, setNote] = useState('')
  const [other, setOther] = useState<ItemId | undefined>(others[0]?.item)
  const [circumstance, setCircumstance] = useState<Circumstance>(() => ({ at: Date.now(), way: 'orally' }))
  const verb = saying.verb as Spoken
  const needsNote = verb === 'contested'
  const needsOther = verb === 'merged-into'
  const mark = useMarkOf(thing)
  const act = mark(thing, verb, {
    ...(note.trim() === '' ? {} : { note }),
    ...(needsOther && other !== undefined ? { evidence: [other] } : {}),
    ...(saying.recorded ? { recorded: circumstance } : {}),
  })
  const reach = useReach(room, act)
  const say = async () => {
    const checked = checkThing(rooms, room, act)
    return checked.ok ? reach.say(act) : checked
  }
  const party = meIn(room, session)?.party
  const name =
    (party === undefined ? room.party?.name : (room.parties[party]?.name ?? room.party?.name)) ?? ''
  return (
    <ActDialog
      title={w.vocabulary.choices[`say.${verb}`]}
      act={say}
      incomplete={(needsNote && note.trim() === '') || (needsOther && other === undefined) || reach.open}
      onClose={onClose}
    >
      <p>{t(`fact.sure-${verb}`, { party: name })}</p>
      {saying.recorded && <CircumstanceFields value={circumstance} onChange={setCircumstance} />}
      {needsOther && (
        <Selection
          label={t('fact.same-as')}
          value={other}
          onChange={setOther}
          options={others.map(({ item }) => ({ id: item, label: nameOfThing(w, item) }))}
        />
      )}
      <Field
        label={t(needsNote ? 'field.reason' : 'field.note')}
        lines={3}
        value={note}
        onChange={setNote}
        required={needsNote}
        optional={!needsNote}
      />
      {reach.shown}
    </ActDialog>
  )
}
