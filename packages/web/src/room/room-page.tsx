import { timeIn } from '@goodoffices/client'
import {
  isMediator,
  isPresent,
  isRecordedFor,
  mayWrite,
  type RoomState,
  speaksForParty,
  successorOf,
  waitingInCaucus,
} from '@goodoffices/core'
import { useState } from 'react'
import { MarkingLegend } from '../areas/message/marking-legend.tsx'
import { NotesOf, OwnNotes } from '../areas/note/notes.tsx'
import { Earlier } from '../areas/team/earlier.tsx'
import { inOrder, useAreas } from '../areas/use-areas.ts'
import { usePlaceKey } from '../route/route.tsx'
import { roomName } from '../talks/room-name.tsx'
import { meIn, useTalks } from '../talks/talks.tsx'
import { useReading } from '../today/unread.ts'
import { Button } from '../ui/button.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { Entries, type Wanted } from './entries.tsx'
import { GoneNotice } from './gone-notice.tsx'
import { usePrintWhole } from './print-whole.ts'
import { WaitingHere } from './waiting-here.tsx'
import './room.css'
import { How } from '../talks/how.tsx'

/** With more entries than this a link leads to the last. */
const newestWorthwhile = 5

/** What the address names. Anchors of entries are a letter, a hyphen and an id. */
function wantedHere(): Wanted | undefined {
  const anchor = /^#([a-z]-.+)$/.exec(location.hash)?.[1]
  return anchor === undefined ? undefined : { anchor }
}

/** Of a caucus those who mediate are told what the desk is for: it is not their delegation that reads there. */
const howOf = ({ kind }: RoomState, mediates: boolean) =>
  kind === 'caucus' && mediates
    ? 'desk'
    : kind === 'caucus' || kind === 'delegation' || kind === 'group'
      ? 'room'
      : kind === 'table'
        ? 'table'
        : 'notes'

/** A room as its members read it: what waits for them, the record, and what they may do next. */
export function RoomPage({ room }: { readonly room: RoomState }) {
  const words = useWords()
  const { t } = words
  const { session, process, base, mediates } = useTalks()
  const whole = usePrintWhole()
  const sections = inOrder(useAreas().flatMap(area => area.sections))
  const [wanted, setWanted] = useState(wantedHere)
  const newFrom = useReading(session, room)
  const placeKey = usePlaceKey()
  const [arrivedAt, setArrivedAt] = useState(placeKey)
  // An address that names an entry leads to it, also from another entry of the same room.
  if (arrivedAt !== placeKey) {
    setArrivedAt(placeKey)
    setWanted(wantedHere() ?? wanted)
  }
  const me = meIn(room, session)
  const isCaucus = room.kind === 'caucus'
  const ofParty = me !== undefined && !isMediator(me)
  const records = me !== undefined && isMediator(me) && isRecordedFor(room)
  const goesOn = successorOf(room) === undefined
  const writes = me !== undefined && goesOn && mayWrite(room, me)
  const offers = isCaucus && me !== undefined && (records || (ofParty && speaksForParty(me)))
  const present = Object.values(room.members).filter(isPresent)
  const count = Object.keys(room.messages).length + Object.keys(room.deliveries).length
  const waiting = isCaucus && ofParty ? waitingInCaucus(room, timeIn(session, room.id)) : []
  return (
    <Page
      title={roomName(room, words, mediates)}
      lead={t('room.present', { names: words.list(present.map(member => member.name)) })}
      width="narrow"
      beside={
        count > newestWorthwhile && (
          <Button weight="text" onPress={() => setWanted({})}>
            {t('room.newest')}
          </Button>
        )
      }
    >
      <p className="print-only">
        <bdi>{process.title}</bdi>
      </p>
      <GoneNotice room={room} />
      {sections.map(({ at, Section: Above }) => (
        <Above key={at} room={room} />
      ))}
      {waiting.length > 0 && <WaitingHere waiting={waiting} onShow={anchor => setWanted({ anchor })} />}
      {room.kind === 'private' ? (
        <OwnNotes />
      ) : room.kind === 'desk' ? (
        <NotesOf room={room} />
      ) : (
        <>
          <section aria-label={t('room.record')}>
            {isCaucus && <Earlier room={room} whole={whole} wanted={wanted} />}
            <Entries room={room} whole={whole} wanted={wanted} newFrom={newFrom} />
          </section>
          {writes && (
            <div className="room__next actions">
              <LinkButton weight="main" to={`${base}/rooms/${room.id}/say`}>
                {records ? t('say.record-open', { party: room.party?.name ?? '' }) : t('say.open')}
              </LinkButton>
              {offers && <LinkButton to={`${base}/rooms/${room.id}/offer`}>{t('offer.open')}</LinkButton>}
            </div>
          )}
          {room.kind === 'delegation' && (
            <Section title={t('notes.title')}>
              <NotesOf room={room} />
            </Section>
          )}
          {isCaucus && <MarkingLegend />}
        </>
      )}
      <How of={howOf(room, mediates)} />
    </Page>
  )
}
