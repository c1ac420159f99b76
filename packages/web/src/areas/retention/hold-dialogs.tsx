import { newId } from '@goodoffices/client'
import type { Act, Circumstance, Hold, HoldId, RoomState } from '@goodoffices/core'
import { useState } from 'react'
import type { Session } from '../../session/session.ts'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'
import { CircumstanceFields } from '../message/circumstance.tsx'

type Whose = 'own' | 'party'
type Acts = (recorded: { readonly recorded?: Circumstance }) => Act

/** In whose name this member may do it: their own side's, that of a party without an account, either, or neither's. */
function namesFor(session: Session, room: RoomState, act: Acts): readonly Whose[] {
  const recorded: Circumstance = { at: 0, way: 'orally' }
  return (['own', 'party'] as const).filter(
    whose => session.checkAct(room.id, act(whose === 'own' ? {} : { recorded })).ok,
  )
}

export const placingNames = (session: Session, room: RoomState): readonly Whose[] =>
  namesFor(session, room, recorded => ({ kind: 'hold.place', hold: newId(), reason: '?', ...recorded }))

export const liftingNames = (session: Session, room: RoomState, { hold }: Hold): readonly Whose[] =>
  namesFor(session, room, recorded => ({ kind: 'hold.lift', hold, ...recorded }))

type PlaceProps = {
  readonly room: RoomState
  readonly names: readonly Whose[]
  readonly onClose: () => void
}

/** Holds the record back from destruction, with the reason. */
export function PlaceDialog({ room, names, onClose }: PlaceProps) {
  const { t } = useWords()
  const [hold] = useState(() => newId<HoldId>())
  const [whose, setWhose] = useState<Whose | undefined>(names[0])
  const [reason, setReason] = useState('')
  const [circumstance, setCircumstance] = useState<Circumstance>(() => ({ at: Date.now(), way: 'orally' }))
  const act: Act = {
    kind: 'hold.place',
    hold,
    reason: reason.trim(),
    ...(whose === 'party' ? { recorded: circumstance } : {}),
  }
  const reach = useReach(room, act)
  return (
    <ActDialog
      title={t('hold.open')}
      act={() => reach.say(act)}
      incomplete={reason.trim() === '' || reach.open}
      onClose={onClose}
    >
      <p className="quiet">{t('hold.hint')}</p>
      {names.length > 1 && (
        <Choice
          label={t('hold.whose')}
          value={whose}
          onChange={setWhose}
          options={[
            { id: 'own', label: t('hold.mediators') },
            { id: 'party', label: t('hold.of-party', { party: room.party?.name ?? '' }) },
          ]}
        />
      )}
      <Field label={t('field.reason')} required lines={3} value={reason} onChange={setReason} />
      {whose === 'party' && <CircumstanceFields value={circumstance} onChange={setCircumstance} />}
      {reach.shown}
    </ActDialog>
  )
}

type LiftProps = PlaceProps & { readonly hold: Hold }

/** Ends a hold of one's side. */
export function LiftDialog({ room, hold, names, onClose }: LiftProps) {
  const { t } = useWords()
  const [note, setNote] = useState('')
  const [circumstance, setCircumstance] = useState<Circumstance>(() => ({ at: Date.now(), way: 'orally' }))
  const records = !names.includes('own')
  const act: Act = {
    kind: 'hold.lift',
    hold: hold.hold,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(records ? { recorded: circumstance } : {}),
  }
  const reach = useReach(room, act)
  return (
    <ActDialog
      title={t('hold.lift-title')}
      act={() => reach.say(act)}
      incomplete={reach.open}
      onClose={onClose}
    >
      <p className="reason">
        <bdi>{hold.reason}</bdi>
      </p>
      <Field label={t('field.note')} optional value={note} onChange={setNote} />
      {records && <CircumstanceFields value={circumstance} onChange={setCircumstance} />}
      {reach.shown}
    </ActDialog>
  )
}
