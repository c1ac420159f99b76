import {
  isMediator,
  isPresent,
  isRecordedFor,
  mayWrite,
  type RoomState,
  speaksForParty,
  waitingInCaucus,
} from '@goodoffices/core'
import { NotesOf } from '../notes/notes.tsx'
import { MarkingLegend } from '../sheet/marking-legend.tsx'
import { roomName } from '../talks/room-name.tsx'
import { meIn, useTalks } from '../talks/talks.tsx'
import { Button } from '../ui/button.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { Consent } from './consent.tsx'
import { Entries } from './entries.tsx'
import { usePrintWhole } from './print-whole.ts'
import { TableMode } from './table-mode.tsx'
import { WaitingHere } from './waiting-here.tsx'
import './room.css'

/** With more entries than this a link leads to the last. */
const newestWorthwhile = 5

function toNewest(): void {
  const entry = document.querySelector<HTMLElement>('.entries > :last-child')
  entry?.scrollIntoView({ block: 'start' })
  entry?.focus({ preventScroll: true })
}

/** A room as its members read it: what waits for them, the record, and what they may do next. */
export function RoomPage({ room }: { readonly room: RoomState }) {
  const words = useWords()
  const { t } = words
  const { session, base, mediates } = useTalks()
  const whole = usePrintWhole()
  const me = meIn(room, session)
  const isCaucus = room.kind === 'caucus'
  const ofParty = me !== undefined && !isMediator(me)
  const records = me !== undefined && isMediator(me) && isRecordedFor(room)
  const writes = me !== undefined && mayWrite(room, me)
  const offers = isCaucus && me !== undefined && (records || (ofParty && speaksForParty(me)))
  const present = Object.values(room.members).filter(isPresent)
  const count = Object.keys(room.messages).length + Object.keys(room.deliveries).length
  const waiting = isCaucus && ofParty ? waitingInCaucus(room) : []
  return (
    <Page
      title={roomName(room, words, mediates)}
      lead={t('room.present', { names: words.list(present.map(member => member.name)) })}
      width="narrow"
      beside={
        count > newestWorthwhile && (
          <Button weight="text" onPress={toNewest}>
            {t('room.newest')}
          </Button>
        )
      }
    >
      {room.kind === 'table' && <TableMode room={room} />}
      {isCaucus && (ofParty || records) && <Consent room={room} />}
      {waiting.length > 0 && <WaitingHere room={room} waiting={waiting} />}
      {room.kind === 'private' || room.kind === 'desk' ? (
        <NotesOf room={room} />
      ) : (
        <>
          <section aria-label={t('room.record')}>
            <Entries room={room} whole={whole} />
          </section>
          {room.kind === 'delegation' && <NotesOf room={room} />}
          {writes && (
            <div className="room__next actions">
              <LinkButton weight="main" to={`${base}/rooms/${room.id}/say`}>
                {records ? t('say.record-open', { party: room.party?.name ?? '' }) : t('say.open')}
              </LinkButton>
              {offers && <LinkButton to={`${base}/rooms/${room.id}/offer`}>{t('offer.open')}</LinkButton>}
            </div>
          )}
          {isCaucus && <MarkingLegend />}
        </>
      )}
    </Page>
  )
}
