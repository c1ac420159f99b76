/** The places of talks, and the rooms beside them: in the head of a wide screen, at the foot of a phone's. */

import { waitsForMe } from '@goodoffices/client'
import type { RoomState } from '@goodoffices/core'
import { inOrder, useAreas } from '../areas/use-areas.ts'
import { isWithin } from '../route/match.ts'
import { Link, usePlace } from '../route/route.tsx'
import { Count } from '../today/count.tsx'
import { countUnread } from '../today/unread.ts'
import { useWords } from '../words/words.tsx'
import { placeOfAgreement } from './agreement.ts'
import { roomName } from './room-name.tsx'
import { ownRoom, roomAddress, type Talks, useTalks } from './talks.tsx'

export type PlaceLink = {
  readonly to: string
  /** What begins so lies in it, where that is more than what begins as `to` does. */
  readonly holds?: string
  readonly name: string
  readonly waiting?: number
  readonly fresh?: number
  /** Of `rooms/R/issue/I`, `issue`: pages of single things lie in the place that lists them. */
  readonly pages?: readonly string[]
}

/** In the first row; what is in use beyond it stands beside the rooms. */
const placesMax = 8

/** What stands in one's own room, or in all that the desk shows. */
const roomsOf = (talks: Talks, own: RoomState): readonly RoomState[] =>
  own === talks.desk ? [own, ...talks.caucuses] : [own]

/** In use, in their order. */
function useAllPlaces(): readonly PlaceLink[] {
  const words = useWords()
  const { t } = words
  const talks = useTalks()
  const areas = useAreas()
  const { base, session, process, mediates } = talks
  const waits = waitsForMe(session, process.process)
  const own = ownRoom(talks)
  return [
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
      [placeOfAgreement(areas), ...areas.flatMap(area => area.places)].filter(
        ({ beside, within, isUsed }) =>
          beside !== true && within === undefined && isUsed?.(talks.rooms) !== false,
      ),
    ).map(({ to, name, pages = [], leadsTo, waits: kinds = [] }) => ({
      to: `${base}/${leadsTo?.(talks.rooms) ?? to}`,
      holds: `${base}/${to}`,
      name: t(name),
      pages,
      waiting: waits.filter(({ item }) => kinds.includes(item.kind)).length,
    })),
    { to: `${base}/record`, name: t('term.record') },
    { to: `${base}/find`, name: t('find.title') },
  ]
}

export const usePlaces = (): readonly PlaceLink[] => useAllPlaces().slice(0, placesMax)

/** Places for which the first row has no room, and rooms that are no place: the table, groups, a delegation's own. */
export function useRooms(): readonly PlaceLink[] {
  const words = useWords()
  const talks = useTalks()
  const { base, rooms, session, mediates, caucuses, desk } = talks
  const besides = inOrder(useAreas().flatMap(area => area.places.filter(({ beside }) => beside === true)))
  const further = useAllPlaces().slice(placesMax)
  const own = ownRoom(talks)
  const rank = ['caucus', 'delegation', 'table', 'group']
  const others = rooms
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
  return [
    ...further,
    ...others,
    ...besides.map(({ to, name }) => ({ to: `${base}/${to}`, name: words.t(name) })),
  ]
}

/** What is done from the desk or from one's own room, in whichever room it stands. */
const ownPages = ['carry', 'ask', 'rooms']

/** The place or the room that the reader is in; undefined on pages of none. */
function useCurrent(places: readonly PlaceLink[], rooms: readonly PlaceLink[]): PlaceLink | undefined {
  const here = usePlace()
  const talks = useTalks()
  const own = ownRoom(talks)
  const [page = '', , kind = ''] = here.path.slice(talks.base.length + 1).split('/')
  const listed = page === 'rooms' ? places.find(({ pages }) => pages?.includes(kind)) : undefined
  const within = listed ?? [...places, ...rooms].find(({ to, holds = to }) => isWithin(here, holds))
  if (within !== undefined || own === undefined || !ownPages.includes(page)) return within
  return places.find(({ to }) => to === roomAddress(talks, own))
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
  const places = usePlaces()
  const rooms = useRooms()
  const current = useCurrent(places, rooms)
  return (
    <>
      <nav className="talks__nav" aria-label={t('nav.places')}>
        {places.map(place => (
          <Link key={place.to} to={place.to} className="talks__link" isHere={place === current}>
            <PlaceName place={place} />
          </Link>
        ))}
      </nav>
      {rooms.length > 0 && (
        <nav className="talks__rooms" aria-label={t('nav.rooms')}>
          {rooms.map(place => (
            <Link key={place.to} to={place.to} className="talks__link" isHere={place === current}>
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

/** At the foot of a phone's screen: Today, one's own room, the place last used, else the first in which something waits, and all the rest. */
export function Bar() {
  const { t } = useWords()
  const talks = useTalks()
  const places = usePlaces()
  const rooms = useRooms()
  const current = useCurrent(places, rooms)
  const fixed = places.slice(0, ownRoom(talks) === undefined ? 1 : 2)
  const others = [...places.slice(fixed.length), ...rooms]
  if (current !== undefined && others.includes(current)) lastUsed.set(talks.base, current.to)
  const last =
    others.find(({ to }) => to === lastUsed.get(talks.base)) ??
    others.find(({ waiting = 0 }) => waiting > 0) ??
    others[0]
  return (
    <nav className="bar no-print" aria-label={t('nav.places')}>
      {[...fixed, ...(last === undefined ? [] : [last])].map(place => (
        <Link key={place.to} to={place.to} className="bar__link" isHere={place === current}>
          <PlaceName place={place} />
        </Link>
      ))}
      <Link to={`${talks.base}/more`} className="bar__link">
        {t('place.more')}
      </Link>
    </nav>
  )
}
