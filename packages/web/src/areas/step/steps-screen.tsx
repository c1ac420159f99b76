import { type Lane, lanesOf, nameOfThing, sayLevel, standingName } from '@goodoffices/client'
import {
  type Day,
  dayMs,
  type Incident,
  levelOf,
  numberToDay,
  type RegisterItem,
  type RoomState,
  type Supposed,
  standingOf,
} from '@goodoffices/core'
import { useState } from 'react'
import { Link } from '../../route/route.tsx'
import { AgreementFrame } from '../../talks/agreement-frame.tsx'
import { roomName } from '../../talks/room-name.tsx'
import { useTalks } from '../../talks/talks.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Said } from '../../ui/said.tsx'
import { useWriting } from '../../words/use-writing.ts'
import { useWords } from '../../words/words.tsx'
import { CalendarDialog } from './calendar-dialog.tsx'
import { LanesPlot } from './lanes-plot.tsx'
import { LanesTable } from './lanes-table.tsx'
import { stepInPath, stepPath } from './paths.ts'
import './step.css'
import { ToCertify } from './to-certify.tsx'
import { WhatIf } from './what-if.tsx'

const today = (): Day => numberToDay(Math.floor(Date.now() / dayMs))

/** Who does what by when: lanes with arrows, and the table that says all of it. At the desk, what would follow if a day moved. */
export function StepsScreen() {
  const { t } = useWords()
  const { rooms, mediates } = useTalks()
  const [supposed, setSupposed] = useState<readonly Supposed[]>([])
  const [saving, setSaving] = useState(false)
  const lanes: readonly Lane[] = lanesOf(rooms, { on: today(), supposed })
  const isEmpty = lanes.length === 0
  return (
    <AgreementFrame lead={t('step.lead')}>
      {isEmpty ? (
        <p className="quiet">{t('step.none')}</p>
      ) : (
        <>
          {mediates && <WhatIf lanes={lanes} supposed={supposed} onChange={setSupposed} />}
          <LanesPlot lanes={lanes} />
          <LanesTable lanes={lanes} />
        </>
      )}
      <div className="actions no-print">
        <Entering kind="step" />
        {!isEmpty && (
          <>
            <Button weight="text" onPress={() => setSaving(true)}>
              {t('step.calendar-file')}
            </Button>
            <Button weight="text" onPress={() => window.print()}>
              {t('fact.print')}
            </Button>
          </>
        )}
      </div>
      {saving && <CalendarDialog onClose={() => setSaving(false)} />}
      <Calendars />
    </AgreementFrame>
  )
}

type Held = { readonly room: RoomState; readonly thing: RegisterItem }

const heldIn = (rooms: readonly RoomState[], register: string): readonly Held[] =>
  rooms.flatMap(room =>
    Object.values(room.items)
      .filter(thing => thing.register === register)
      .map(thing => ({ room, thing })),
  )

/** Which days are worked on: what days are counted by. */
function Calendars() {
  const { t } = useWords()
  const { rooms, mediates } = useTalks()
  const held = heldIn(rooms, 'calendar')
  if (held.length === 0 && !mediates) return null
  return (
    <section className="figures" aria-labelledby="calendars">
      <h2 id="calendars" className="figures__title">
        {t('term.calendars')}
      </h2>
      <ul>
        {held.map(({ room, thing }) => (
          <Listed key={`${room.id} ${thing.item}`} room={room} thing={thing} />
        ))}
      </ul>
      <div className="actions no-print">
        <Entering kind="calendar" />
      </div>
    </section>
  )
}

function Listed({ room, thing, beside }: Held & { readonly beside?: readonly string[] }) {
  const words = useWords()
  const { base, mediates } = useTalks()
  const w = useWriting(room)
  return (
    <li className="figures__line">
      <Link to={`${base}/rooms/${room.id}/${stepPath(thing.item)}`} className="figures__name">
        <span dir="auto">
          <Said text={nameOfThing(w, thing.item)} />
        </span>
      </Link>
      <span>{standingName(w, thing)}</span>
      <span className="quiet small figures__where">
        {[...(beside ?? []), roomName(room, words, mediates)].join(' · ')}
      </span>
    </li>
  )
}

/** Where the reader enters such a thing first. */
function Entering({ kind }: { readonly kind: 'step' | 'incident' | 'calendar' | 'finding' }) {
  const { t } = useWords()
  const { desk, caucuses, table, base, mediates } = useTalks()
  const home = {
    step: desk,
    incident: mediates ? table : caucuses[0],
    finding: table,
    calendar: mediates ? table : undefined,
  }[kind]
  if (home === undefined) return null
  return (
    <LinkButton weight={kind === 'calendar' ? 'text' : 'plain'} to={`${base}/${stepInPath(home.id, kind)}`}>
      {t(`step.enter-${kind}`)}
    </LinkButton>
  )
}

/** STEP-15: by level, the highest first, each with until when it is there; and what whoever looked has found. */
export function IncidentsScreen() {
  const { t } = useWords()
  const { rooms } = useTalks()
  const incidents = heldIn(rooms, 'incident').toSorted((a, b) => levelIn(b) - levelIn(a))
  const findings = heldIn(rooms, 'finding')
  return (
    <AgreementFrame lead={t('step.incidents-lead')}>
      <section className="figures" aria-labelledby="incidents">
        <h2 id="incidents" className="figures__title">
          {t('term.incidents')}
        </h2>
        {incidents.length === 0 && <p className="quiet">{t('step.none-incident')}</p>}
        <ul>
          {incidents.map(held => (
            <OneIncident key={`${held.room.id} ${held.thing.item}`} {...held} />
          ))}
        </ul>
        <div className="actions no-print">
          <Entering kind="incident" />
        </div>
      </section>
      <section className="figures" aria-labelledby="findings">
        <h2 id="findings" className="figures__title">
          {t('register.finding')}
        </h2>
        {findings.length === 0 && <p className="quiet">{t('step.none-finding')}</p>}
        <ul>
          {findings.map(held => (
            <Listed key={`${held.room.id} ${held.thing.item}`} {...held} />
          ))}
        </ul>
        <div className="actions no-print">
          <Entering kind="finding" />
        </div>
      </section>
    </AgreementFrame>
  )
}

const levelIn = ({ thing }: Held): number => levelOf(thing)?.level ?? 0

function OneIncident(held: Held) {
  const w = useWriting(held.room)
  return <Listed {...held} beside={sayLevel(w, held.thing as unknown as Incident)} />
}

/** What waits for whoever judges it: for one who comes with nothing but a phone. */
export function CertifyScreen() {
  const { t } = useWords()
  const { rooms, session, mediates } = useTalks()
  const steps = lanesOf(rooms).flatMap(lane => lane.steps)
  const mine = steps.filter(({ room, step }) => {
    const { certifiedBy, certifier } = standingOf(step).fields
    const seat = room.members[session.me.member]
    const isAmongSides = room.kind === 'table' || room.kind === 'group'
    return (
      isAmongSides &&
      (certifiedBy === 'body' ? mediates : certifier !== undefined && seat?.party === certifier)
    )
  })
  return (
    <AgreementFrame lead={t('step.certify-lead')}>
      {mine.length === 0 ? (
        <p className="quiet">{t('step.none-certify')}</p>
      ) : (
        <ul className="certify">
          {mine.map(planned => (
            <ToCertify key={planned.step.item} planned={planned} />
          ))}
        </ul>
      )}
    </AgreementFrame>
  )
}
