import { certificatesOf, checkpointOf } from '@goodoffices/client'
import { itemsOf, type RoomId, type RoomState, wordsOfAct } from '@goodoffices/core'
import { useState } from 'react'
import { certificateOf, isDestroyed } from '../areas/retention/destroyed.ts'
import { KeepingSection } from '../areas/retention/keeping-section.tsx'
import { DestroyedRecord } from '../areas/retention/remains.tsx'
import { useAreas } from '../areas/use-areas.ts'
import { anchorOf } from '../room/anchor.ts'
import { printHash } from '../room/print-whole.ts'
import { Link, useNavigate } from '../route/route.tsx'
import type { OpenedEntry } from '../session/session.ts'
import { nameOfDestroyed, roomName } from '../talks/room-name.tsx'
import { nameIn, placedHere, useTalks } from '../talks/talks.tsx'
import { AttemptNotice } from '../ui/attempt.tsx'
import { Button } from '../ui/button.tsx'
import { Selection } from '../ui/choice.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { ActionMenu } from '../ui/menu.tsx'
import { Page } from '../ui/page.tsx'
import { Said } from '../ui/said.tsx'
import { withColon } from '../words/languages.ts'
import { ViolationText } from '../words/violation-text.tsx'
import { useWords } from '../words/words.tsx'
import { useCopies } from './use-copies.ts'
import type { CopyFormat } from './write-copy.ts'
import './record.css'
import { How } from '../talks/how.tsx'

const entriesShown = 100

/** What is known of a room's record: by what rule it is kept, the head that proves it, every entry; and one's own copy. */
export function RecordPage({ first }: { readonly first?: RoomId }) {
  const words = useWords()
  const { t } = words
  const { session, process, base, held: rooms, mediates } = useTalks()
  const [chosen, setChosen] = useState(first ?? rooms[0]?.id)
  const named = rooms.find(item => item.id === chosen)
  const isGone = isDestroyed(session, chosen, named)
  const room = isGone ? undefined : (named ?? rooms[0])
  const certificate = chosen === undefined ? undefined : certificateOf(session, chosen)
  const options = [
    ...rooms.map(item => ({ id: item.id, label: roomName(item, words, mediates) })),
    // Where one has just seen it destroyed, it stays chosen.
    ...(named === undefined && certificate !== undefined
      ? [{ id: certificate.room, label: nameOfDestroyed(certificate, words) }]
      : []),
  ]
  const hasCertificates = certificatesOf(session).some(
    ({ process: { process: of } }) => of === process.process,
  )
  return (
    <Page
      title={t('term.record')}
      lead={t('record.lead')}
      width="narrow"
      beside={
        hasCertificates && (
          <LinkButton weight="text" to={`${base}/certificates`}>
            {t('certificates.title')}
          </LinkButton>
        )
      }
    >
      <div className="record__tools no-print">
        <Selection
          label={t('field.room')}
          value={isGone ? chosen : room?.id}
          onChange={setChosen}
          options={options}
        />
        {room !== undefined && <CopyMenu room={room} />}
      </div>
      {isGone && <DestroyedRecord room={chosen} />}
      {room !== undefined && <RoomRecord key={room.id} room={room} />}
      <How of="record" />
    </Page>
  )
}

/** One's own copy, of this room or of all. */
function CopyMenu({ room }: { readonly room: RoomState }) {
  const words = useWords()
  const { t } = words
  const { process, base, held: rooms, mediates } = useTalks()
  const navigate = useNavigate()
  const copies = useCopies()
  const save = (format: CopyFormat) =>
    copies.save({ rooms: [room.id], format, name: roomName(room, words, mediates) })
  const saveAll = () =>
    copies.save({ rooms: rooms.map(({ id }) => id), format: 'record', name: process.title })
  return (
    <>
      <ActionMenu
        label={t('record.export')}
        choices={[
          { id: 'html', label: t('record.html'), onAction: () => save('html') },
          { id: 'docx', label: t('record.docx'), onAction: () => save('docx') },
          {
            id: 'print',
            label: t('record.print'),
            onAction: () => navigate({ to: `${base}/rooms/${room.id}`, hash: printHash }),
          },
          { id: 'record', label: t('record.file'), onAction: () => save('record') },
          { id: 'all', label: t('record.all'), onAction: saveAll },
        ]}
      />
      <p aria-live="polite" className="small quiet">
        {copies.attempt.busy ? t('record.preparing') : ''}
      </p>
      <AttemptNotice attempt={copies.attempt} />
    </>
  )
}

/** How long it is kept, the head, and the entries in their order. */
function RoomRecord({ room }: { readonly room: RoomState }) {
  const { t, number } = useWords()
  const { session } = useTalks()
  const [shown, setShown] = useState(entriesShown)
  const entries = session.entries(room.id)
  const anchorAt = useAnchors(room)
  const head = headOf(checkpointOf(session, room.id))
  const earlier = Math.max(0, entries.length - shown)
  return (
    <>
      <KeepingSection room={room} size={head?.size ?? 0} />
      {head !== undefined && (
        <dl className="record__head">
          <div>
            <dt>{t('term.size')}</dt>
            <dd>{number(head.size)}</dd>
          </div>
          <div>
            <dt>{t('record.root')}</dt>
            <dd className="code" dir="ltr">
              {head.root}
            </dd>
          </div>
        </dl>
      )}
      {earlier > 0 && (
        <Button weight="text" onPress={() => setShown(shown + entriesShown)}>
          {t('room.earlier', { count: earlier })}
        </Button>
      )}
      <table className="record">
        <caption className="unseen">{t('record.entries')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('term.number')}</th>
            <th scope="col">{t('record.what')}</th>
            <th scope="col">{t('record.who')}</th>
            <th scope="col">{t('field.at')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(earlier).map(entry => (
            <EntryRow
              key={entry.entry.id}
              room={room}
              entry={entry}
              anchor={entry.violation === undefined ? anchorAt(entry.position) : undefined}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

/** What it was, with its first words; where it stands in the room, as a link to it there. */
function EntryName({ room, entry: { entry }, anchor }: RowProps) {
  const { t } = useWords()
  const { base } = useTalks()
  const { act } = entry
  const [first] = wordsOfAct(act)
  const name = (
    <>
      {t(`act.${act.kind}`)}
      {first !== undefined && (
        <span className="record__words" dir="auto">
          <Said text={first.slice(0, firstCharsMax)} />
        </span>
      )}
    </>
  )
  if (anchor === undefined) return name
  return (
    <Link to={`${base}/rooms/${room.id}#${anchor}`} className="record__link">
      {name}
    </Link>
  )
}
/** Code units of the first words, of which the line shows as many as it has room for. */
const firstCharsMax = 200

/** The entry's own place in the room, or that of what it is about: by position, and by id. */
function useAnchors(room: RoomState): (position: number) => string | undefined {
  const areas = useAreas()
  const anchors = new Map<string | number, string>()
  for (const item of itemsOf(room)) {
    const anchor = anchorOf(areas, item)
    anchors.set(item.position, anchor)
    if (item.kind !== 'event') anchors.set(anchor.slice(anchorHeadChars), anchor)
  }
  const about = new Map(room.timeline.map(each => [each.position, each.about]))
  return position => anchors.get(position) ?? anchors.get(about.get(position) ?? '')
}
/** An anchor begins with a letter and a hyphen. */
const anchorHeadChars = 2

/** Size and root hash, from the second and third line of a C2SP checkpoint. */
function headOf(
  checkpoint: string | undefined,
): { readonly size: number; readonly root: string } | undefined {
  const [, size, root] = checkpoint?.split('\n') ?? []
  return size === undefined || root === undefined ? undefined : { size: Number(size), root }
}

type RowProps = {
  readonly room: RoomState
  readonly entry: OpenedEntry
  readonly anchor: string | undefined
}

function EntryRow({ room, entry, anchor }: RowProps) {
  const { t, language, day, moment, number } = useWords()
  const talks = useTalks()
  const { violation } = entry
  const { device, time } = entry.entry
  const by = room.devices[device]
  const own = by === talks.session.me.member
  const shown = room.kind === 'table' && !own ? day : moment
  const placed = placedHere(talks, room, entry.position)
  return (
    <tr className={violation === undefined ? undefined : 'record__rejected'}>
      <td className="record__position">{number(entry.position)}</td>
      <td>
        <EntryName room={room} entry={entry} anchor={anchor} />
        {violation !== undefined && (
          <p className="small">
            <ViolationText
              violation={violation}
              by={own || by === undefined ? undefined : nameIn(room, by)}
            />
          </p>
        )}
      </td>
      <td>
        <bdi>{by === undefined ? '—' : nameIn(room, by)}</bdi>
      </td>
      <td>
        {shown(time)}
        {placed !== undefined && (
          <p className="small quiet">
            {withColon(language, t('term.placed'))} {shown(placed)}
          </p>
        )}
      </td>
    </tr>
  )
}
