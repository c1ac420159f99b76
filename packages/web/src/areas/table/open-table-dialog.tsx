import { openToRead, previewAct } from '@goodoffices/client'
import {
  type Act,
  checkDirect,
  type PartyId,
  type RoomState,
  type SideAtTable,
  sidesAtTable,
} from '@goodoffices/core'
import { useState } from 'react'
import { RoomsDialog } from '../../talks/rooms-report.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Tick } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Said } from '../../ui/said.tsx'
import { useWords } from '../../words/words.tsx'
import { usePassing } from '../desk/use-reach.tsx'
import { useFirstRead } from '../eyes/use-first-read.tsx'

type Props = { readonly room: RoomState; readonly onClose: () => void }

/** AGEN-4: before the parties speak to each other, what each has consented to, its limits in its own words. */
export function OpenTableDialog({ room, onClose }: Props) {
  const { t } = useWords()
  const { session, rooms } = useTalks()
  const [heeded, setHeeded] = useState<readonly PartyId[]>([])
  const [note, setNote] = useState('')
  const said = note.trim()
  const act: Extract<Act, { kind: 'table.open' }> = {
    kind: 'table.open',
    ...(said === '' ? {} : { note: said }),
  }
  const preview = previewAct(session, room.id, act)
  const passing = usePassing(room, preview.ok ? preview.value : undefined)
  const eyes = useFirstRead(openToRead(act, heeded))
  const heed = (party: PartyId, on: boolean): void =>
    setHeeded(before => (on ? [...before, party] : before.filter(each => each !== party)))
  return (
    <RoomsDialog
      session={session}
      title={t('table.open-title')}
      act={() => session.actAll([{ room: room.id, act, accepted: passing.accepted, heeded }])}
      incomplete={passing.open || eyes.held || !checkDirect(room, rooms, heeded).ok}
      onClose={onClose}
    >
      <p>{t('table.ask')}</p>
      {sidesAtTable(room, rooms).map(side => (
        <SideConsent
          key={side.party.party}
          side={side}
          isHeeded={heeded.includes(side.party.party)}
          onHeed={on => heed(side.party.party, on)}
        />
      ))}
      <Field label={t('table.note')} optional lines={2} charsMax={2000} value={note} onChange={setNote} />
      {passing.shown}
      {eyes.shown}
    </RoomsDialog>
  )
}

type SideProps = {
  readonly side: SideAtTable
  readonly isHeeded: boolean
  readonly onHeed: (on: boolean) => void
}

function SideConsent({ side: { party, hasCaucus, consent }, isHeeded, onHeed }: SideProps) {
  const { t, day } = useWords()
  if (!hasCaucus) return <p role="note">{t('table.without-caucus', { party: party.name })}</p>
  if (consent?.standing !== 'given') return <p role="note">{t('table.unconsented', { party: party.name })}</p>
  return (
    <div className="table-side">
      <p className="quiet">{t('consent.given', { party: party.name, at: day(consent.time) })}</p>
      {consent.words !== undefined && (
        <>
          <p>{t('table.limits', { party: party.name })}</p>
          <p className="quote" dir="auto">
            <q>
              <Said text={consent.words} />
            </q>
          </p>
          <Tick label={t('table.heed')} checked={isHeeded} onChange={onHeed} />
        </>
      )}
    </div>
  )
}
