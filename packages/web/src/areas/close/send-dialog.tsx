import {
  type ConveyancePlan,
  plansOfInstrument,
  plansOfSignings,
  previewConveyance,
  sendTogether,
  waitingToBePlaced,
} from '@goodoffices/client'
import { type Done, type Finding, type Instrument, type Result, type RoomState } from '@goodoffices/core'
import { useState } from 'react'
import { useTalks } from '../../talks/talks.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/words.tsx'
import { findingKey } from '../desk/findings.tsx'
import { usePassing } from '../desk/use-reach.tsx'

type Props = { readonly room: RoomState; readonly instrument: Instrument }
type Accepted = readonly (readonly Finding[])[]

/** From the desk before each side and on the table; at the table, what all have given in their caucuses. Each in one step. */
export function SendDialog({ room, instrument }: Props) {
  const { t } = useWords()
  const { session, process } = useTalks()
  const [sending, setSending] = useState<Done | 'lay'>()
  const id = process.process
  const given = room.kind === 'table' ? waitingToBePlaced(session, id, instrument) : []
  const ready = given.filter(({ missing }) => missing.length === 0)
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
      {ready.length < given.length && <p className="quiet">{t('close.not-all')}</p>}
      <div className="actions no-print">
        {room.kind === 'desk' && <Button onPress={() => setSending('lay')}>{t('close.lay')}</Button>}
        {ready.map(({ done }) => (
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
  const made = plans()
  const previews = (made.ok ? made.value : []).map(plan => ({
    plan,
    preview: previewConveyance(session, process.process, plan),
  }))
  const findings: Accepted = previews.map(({ preview }) => (preview.ok ? preview.value.findings : []))
  // The same words go to several: what is named in them is passed once.
  const named = new Map(findings.flat().map(finding => [findingKey(finding), finding]))
  const unread = new Map(
    previews
      .flatMap(({ preview }) => (preview.ok ? preview.value.unread : []))
      .map(each => [each.room, each]),
  )
  const to = previews[0]?.plan.to
  const passing = usePassing(to === undefined ? undefined : session.room(to), {
    findings: [...named.values()],
    unread: [...unread.values()],
  })
  return (
    <ActDialog
      title={title}
      act={async () => {
        const going = plans(findings)
        return going.ok ? sendTogether(session, process.process, going.value) : going
      }}
      incomplete={!made.ok || passing.open}
      onClose={onClose}
    >
      <p>{t('close.together')}</p>
      {passing.shown}
    </ActDialog>
  )
}
