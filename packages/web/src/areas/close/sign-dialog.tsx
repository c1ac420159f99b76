import { choiceOf, sayMeans, signingAct } from '@goodoffices/client'
import {
  type Circumstance,
  type Done,
  type Instrument,
  isMediator,
  type RoomState,
  signingsDone,
} from '@goodoffices/core'
import { useEffect, useState } from 'react'
import { meIn, useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Selection, Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { useReach } from '../desk/use-reach.tsx'
import { CircumstanceFields } from '../message/circumstance.tsx'

type Props = { readonly room: RoomState; readonly instrument: Instrument }

/** Initialling, signing, confirming, ratifying, refusing, by a key or on paper; what each means stands above the button. */
export function SignDialog({ room, instrument }: Props) {
  const { t } = useWords()
  const { session } = useTalks()
  const [isOpen, setOpen] = useState(false)
  const me = meIn(room, session)
  const isRecorded = me !== undefined && isMediator(me)
  if (me === undefined || (isRecorded && room.party?.account !== false)) return null
  return (
    <div className="actions no-print">
      <Button onPress={() => setOpen(true)}>{t(isRecorded ? 'close.record-signature' : 'close.sign')}</Button>
      {isOpen && (
        <Signing room={room} instrument={instrument} isRecorded={isRecorded} onClose={() => setOpen(false)} />
      )}
    </div>
  )
}

type Act = Extract<Awaited<ReturnType<typeof signingAct>>, { readonly ok: true }>['value']

const optional = (name: string, value: string) => (value.trim() === '' ? {} : { [name]: value.trim() })

type SigningProps = Props & { readonly isRecorded: boolean; readonly onClose: () => void }

function Signing({ room, instrument, isRecorded, onClose }: SigningProps) {
  const { t } = useWords()
  const { session } = useTalks()
  const w = useWriting(room)
  const [done, setDone] = useState<Done>('signed')
  const [signedBy, setSignedBy] = useState(room.party?.name ?? '')
  const [paperAt, setPaperAt] = useState('')
  const [paperBefore, setPaperBefore] = useState('')
  const [subjectTo, setSubjectTo] = useState('')
  const [mayBeShown, setMayBeShown] = useState(false)
  const [recorded, setRecorded] = useState<Circumstance>(() => ({ at: Date.now(), way: 'on-paper' }))
  const [act, setAct] = useState<Act>()
  const key = JSON.stringify([done, signedBy, paperAt, paperBefore, subjectTo, mayBeShown, recorded])
  useEffect(() => {
    let isHere = true
    setAct(undefined)
    if (signedBy.trim() === '') return undefined
    const make = async () => {
      const made = await signingAct(session, room.id, {
        instrument: instrument.item,
        done,
        signedBy: signedBy.trim(),
        ...optional('paperAt', paperAt),
        ...(paperAt.trim() === '' ? {} : optional('paperBefore', paperBefore)),
        ...optional('subjectTo', subjectTo),
        ...(mayBeShown ? { mayBeShown } : {}),
        ...(isRecorded ? { recorded } : {}),
      })
      if (isHere && made.ok) setAct(made.value)
    }
    void make()
    return () => {
      isHere = false
    }
    // Made anew whenever what it says is another.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, session, room.id, instrument.item])
  const reach = useReach(room, act)
  return (
    <ActDialog
      title={t('term.signing-room')}
      label={choiceOf(w, `neededBefore.${done}`)}
      act={async () => (act === undefined ? { ok: false, error: { code: 'text-differs' } } : reach.say(act))}
      incomplete={act === undefined || reach.open}
      onClose={onClose}
    >
      <Selection
        label={t('field.done')}
        value={done}
        onChange={setDone}
        options={signingsDone.map(id => ({ id, label: t(`neededBefore.${id}`) }))}
      />
      <p>{sayMeans(w, done)}</p>
      <Field label={t('field.signedBy')} required value={signedBy} onChange={setSignedBy} />
      <Field
        label={t('field.subjectTo')}
        hint={t('close.subject-hint')}
        optional
        value={subjectTo}
        onChange={setSubjectTo}
      />
      <Field
        label={t('field.paperAt')}
        hint={t('close.paper-hint')}
        optional
        value={paperAt}
        onChange={setPaperAt}
      />
      {paperAt.trim() !== '' && (
        <Field label={t('field.paperBefore')} optional value={paperBefore} onChange={setPaperBefore} />
      )}
      <Tick label={t('field.mayBeShown')} checked={mayBeShown} onChange={setMayBeShown} />
      {isRecorded && <CircumstanceFields value={recorded} onChange={setRecorded} />}
      <p className="small quiet">{t('close.signed-hint')}</p>
      {reach.shown}
    </ActDialog>
  )
}
