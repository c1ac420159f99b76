import {
  type ConveyancePlan,
  plansOfInstrument,
  plansOfSignings,
  previewConveyance,
  sendTogether,
  toPlace,
} from '@goodoffices/client'
import {
  type Done,
  type Finding,
  type Instrument,
  type Result,
  type RoomState,
  signingsDone,
} from '@goodoffices/core'
import { useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Tick } from '../../ui/choice.tsx'
import { useWords } from '../../words/words.tsx'

type Props = { readonly room: RoomState; readonly instrument: Instrument }
type Accepted = readonly (readonly Finding[])[]

/** From the desk before each side and on the table; at the table, what all have given in their caucuses. Each in one step. */
export function SendDialog({ room, instrument }: Props) {
  const { t } = useWords()
  const { session, process } = useTalks()
  const [sending, setSending] = useState<Done | 'lay'>()
  const id = process.process
  const ready =
    room.kind === 'table'
      ? signingsDone.filter(done => plansOfSignings(session, id, { instrument, done }).ok)
      : []
  const waiting =
    room.kind === 'table'
      ? signingsDone.filter(done => {
          const found = toPlace(session, id, instrument, done)
          return found.ready.length > 0 && !ready.includes(done)
        })
      : []
  const plans = (accepted?: Accepted): Result<readonly ConveyancePlan[]> =>
    sending === 'lay' || sending === undefined
      ? plansOfInstrument(session, id, instrument.item, accepted)
      : plansOfSignings(session, id, {
          instrument,
          done: sending,
          ...(accepted === undefined ? {} : { accepted }),
        })
  return (
    <>
      {waiting.length > 0 && <p className="quiet">{t('close.not-all')}</p>}
      <div className="actions no-print">
        {room.kind === 'desk' && <Button onPress={() => setSending('lay')}>{t('close.lay')}</Button>}
        {ready.map(done => (
          <Button key={done} onPress={() => setSending(done)}>
            {t('close.place', { what: t(`done.${done}`) })}
          </Button>
        ))}
      </div>
      {sending !== undefined && (
        <Sending
          title={sending === 'lay' ? t('close.lay') : t('close.place', { what: t(`done.${sending}`) })}
          plans={plans}
          onClose={() => setSending(undefined)}
        />
      )}
    </>
  )
}

type SendingProps = {
  readonly title: string
  readonly plans: (accepted?: Accepted) => Result<readonly ConveyancePlan[]>
  readonly onClose: () => void
}

function Sending({ title, plans, onClose }: SendingProps) {
  const { t } = useWords()
  const { session, process } = useTalks()
  const [isPassed, setPassed] = useState(false)
  const made = plans()
  const findings: Accepted = made.ok
    ? made.value.map(plan => {
        const preview = previewConveyance(session, process.process, plan)
        return preview.ok ? preview.value.findings : []
      })
    : []
  const named = findings.flat()
  return (
    <ActDialog
      title={title}
      act={async () => {
        const going = plans(findings)
        return going.ok ? sendTogether(session, process.process, going.value) : going
      }}
      incomplete={!made.ok || (named.length > 0 && !isPassed)}
      onClose={onClose}
    >
      <p>{t('close.together')}</p>
      {named.length > 0 && (
        <>
          <ul>
            {named.map(({ text }, at) => (
              <li key={`${text} ${at}`}>
                <mark>{text}</mark>
              </li>
            ))}
          </ul>
          <Tick label={t('close.pass')} checked={isPassed} onChange={setPassed} />
        </>
      )}
    </ActDialog>
  )
}
