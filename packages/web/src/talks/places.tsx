/** The places of talks, and the rooms beside them: in the head of a wide screen, at the foot of a phone's. */

import { waitsForMe } from '@goodoffices/client'
import type { RoomState } from '@goodoffices/core'
import { inOrder, useAreas } from '../areas/use-areas.ts'
import { isWithin } from '../route/match.ts'
import { Link, usePlace } from '../route/route.tsx'
import { Count } from '../today/count.tsx'
import { countUnread } from '../today/unread.ts'
import { useWords } from '../words/words.tsx'
import { roomName } from './room-name.tsx'
import { ownRoom, roomAddress, type Talks, useTalks } from './talks.tsx'

export type PlaceLink = {
  readonly to: string
  readonly name: string
  readonly waiting?: number
  readonly fresh?: number
}

/** In use, in their order; at most eight. */
const placesMax = 8

/** What stands in one's own room, or in all that the desk shows. */
const roomsOf = (talks: Talks, own: RoomState): readonly RoomState[] =>
  own === talks.desk ? [own, ...talks.caucuses] : [own]

export function usePlaces(): readonly PlaceLink[] {
  const words = useWords()
  const { t } = words
  const talks = useTalks()
  const areas = useAreas()
  const { base, session, process, mediates } = talks
  const waits = waitsForMe(session, process.process)
  const own = ownRoom(talks)
  const all: readonly PlaceLink[] = [
    { to: `${base}/today`, name: t('place.today'), waiting: waits.length },
    ...(own === undefined
      ? []
      : [
          {
            to: roomAddress(talks, own),
            name: roomName(own, words, mediates),
            fresh: roomsOf(talks, own).reduce((sum, room) => sum + countUnread(session, room), 0),
          },
        ]),
    ...inOrder(
      areas.flatMap(area =>
        area.places.filter(({ beside, isUsed }) => beside !== true && isUsed?.(talks.rooms) !== false),
      ),
    ).map(({ to, name }) => ({
      to: `${base}/${to}`,
      name: t(name),
      ...(to === 'people' ? { waiting: waits.filter(({ item }) => item.kind === 'invitation').length } : {}),
    })),
    { to: `${base}/record`, name: t('term.record') },
    { to: `${base}/find`, name: t('find.title') },
  ]
  return all.slice(0, placesMax)
}

/** Rooms that are no place: the table, groups, a delegation's own. */
export function useRooms(): readonly PlaceLink[] {
  const words = useWords()
  const talks = useTalks()
  const { base, rooms, session, mediates, caucuses, desk } = talks
  const besides = inOrder(useAreas().flatMap(area => area.places.filter(({ beside }) => beside === true)))
  const own = ownRoom(talks)
  const rank = ['caucus', 'delegation', 'table', 'group']
  return rooms
    .filter(
      room => room.kind !== 'private' && room !== own && !(desk !== undefined && caucuses.includes(room)),
    )
    .toSorted((a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind))
    .map(
      (room): PlaceLink => ({
        to: roomAddress(talks, room),
        name: roomName(room, words, mediates),
        fresh: countUnread(session, room),
      }),
    )
    .concat(besides.map(({ to, name }) => ({ to: `${base}/${to}`, name: words.t(name) })))
}

export function PlaceName({ place: { name, waiting = 0, fresh = 0 } }: { readonly place: PlaceLink }) {
  return (
    <>
      <bdi>{name}</bdi>
      <Count of="waiting" count={waiting} />
      <Count of="new" count={fresh} />
    </>
  )
}

/** In the head: the places, and under them the rooms. */
export function Places() {
  const { t } = useWords()
  const rooms = useRooms()
  return (
    <>
      <nav className="talks__nav" aria-label={t('nav.places')}>
        {usePlaces().map(place => (
          <Link key={place.to} to={place.to} className="talks__link">
            <PlaceName place={place} />
          </Link>
        ))}
      </nav>
      {rooms.length > 0 && (
        <nav className="talks__rooms" aria-label={t('nav.rooms')}>
          {rooms.map(place => (
            <Link key={place.to} to={place.to} className="talks__link">
              <PlaceName place={place} />
            </Link>
          ))}
        </nav>
      )}
    </>
  )
}

/** The place that was used last of those that the bar does not name, by talks. */
const lastUsed = new Map<string, string>()

/** At the foot of a phone's screen: Today, one's own room, the place last used, and all the rest. */
export function Bar() {
  const { t } = useWords()
  const talks = useTalks()
  const here = usePlace()
  const places = usePlaces()
  const rooms = useRooms()
  const fixed = places.slice(0, ownRoom(talks) === undefined ? 1 : 2)
  const others = [...places.slice(fixed.length), ...rooms]
  const used = others.find(({ to }) => isWithin(here, to))
  if (used !== undefined) lastUsed.set(talks.base, used.to)
  const last = others.find(({ to }) => to === lastUsed.get(talks.base)) ?? others[0]
  return (
    <nav className="bar no-print" aria-label={t('nav.places')}>
      {[...fixed, ...(last === undefined ? [] : [last])].map(place => (
        <Link key={place.to} to={place.to} className="bar__link">
          <PlaceName place={place} />
        </Link>
      ))}
      <Link to={`${talks.base}/more`} className="bar__link">
        {t('place.more')}
      </Link>
    </nav>
  )
}
