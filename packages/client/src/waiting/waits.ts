/** What waits for a member in some talks: one function, asked by screens and shell alike. Each area tells of its own. */

import { type Item, isMediator, isPresent, itemsOf, type ProcessId, type RoomId } from '@goodoffices/core'
import { timeIn } from '../areas/assent/asking.ts'
import { destructibleRooms } from '../areas/retention/destroying.ts'
import { areas } from '../areas.ts'
import { invitationsOf } from '../invitation/invite.ts'
import { currentRoomsOf } from '../process/held.ts'
import { devicesOf } from '../session/device/devices.ts'
import { phraseNeedsOf } from '../session/device/recovery-words.ts'
import { renewalOf } from '../session/device/renewal.ts'
import { placedTo } from '../session/room-record.ts'
import type { SeenRoom } from '../session/seen.ts'
import type { Session } from '../session/session.ts'
import { keepAside, keepHere, keepRead } from './looked.ts'
import { type Here, urgencies, type Wait, type WaitsOf } from './wait.ts'

const tellers: readonly WaitsOf[] = Object.values(areas).flatMap(area =>
  'waits' in area ? [area.waits] : [],
)

/** WAIT-1, WAIT-2: the most urgent first; of one urgency what closes soonest, then the newest. */
export function waitsIn(session: Session, process: ProcessId): readonly Wait[] {
  const version = session.version()
  const second = Math.floor(session.engine.now() / 1000)
  const before = asked.get(session)
  const isSame = before?.version === version && before.second === second
  const known = isSame ? before.waits : new Map<ProcessId, readonly Wait[]>()
  if (!isSame) asked.set(session, { version, second, waits: known })
  const waits = known.get(process) ?? findWaits(session, process)
  known.set(process, waits)
  return waits
}

type Asked = {
  readonly version: number
  readonly second: number
  readonly waits: Map<ProcessId, readonly Wait[]>
}
/** Several parts of one screen ask, and nothing has changed between them; what closes does so by the clock alone. */
const asked = new WeakMap<Session, Asked>()

function findWaits(session: Session, process: ProcessId): readonly Wait[] {
  const here = hereIn(session, process)
  return tellers.flatMap(tell => tell(here)).toSorted(inOrder)
}

function inOrder(a: Wait, b: Wait): number {
  const [dueA, dueB] = [a.by ?? Number.POSITIVE_INFINITY, b.by ?? Number.POSITIVE_INFINITY]
  return (
    Number(a.ofOthers ?? false) - Number(b.ofOthers ?? false) ||
    urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
    (dueA === dueB ? 0 : dueA - dueB) ||
    (b.since ?? 0) - (a.since ?? 0)
  )
}

/** The talks as this device holds them, for whoever asks all areas. */
export function hereIn(session: Session, process: ProcessId): Here {
  const { engine, looked, me } = session
  const rooms = currentRoomsOf(engine, process)
  return {
    me: me.member,
    rooms,
    desk: rooms.find(({ kind, members }) => {
      const seat = members[me.member]
      return kind === 'desk' && seat !== undefined && isPresent(seat) && isMediator(seat)
    }),
    readTo: room => looked.read.get(room) ?? 0,
    timeIn: room => timeIn(session, room),
    invitations: invitationsOf(session, process),
    destructible: destructibleRooms(session, process),
    shut: rooms.flatMap(({ id }) => (engine.roomLog(id)?.isShutOut === true ? [id] : [])),
    hasPhrase: devicesOf(session).some(({ is }) => is === 'paper'),
    phraseNeeds: phraseNeedsOf(session),
    placedTo: room => placedTo(session, room),
    isRenewing: renewalOf(session)?.isOver === false,
  }
}

/** What this member is asked for: without what waits for others, and what was set aside on this device. */
export const waitsForMe = (session: Session, process: ProcessId): readonly Wait[] =>
  waitsIn(session, process).filter(wait => wait.ofOthers !== true && !isAside(session, wait))

/** WAIT-5: the same thing that waits anew, in another way, was not set aside. */
const asideName = ({ item, about }: Wait): string => `${item.kind} ${about}`

export const isAside = ({ looked }: Session, wait: Wait): boolean => looked.aside.has(asideName(wait))

/** Sets aside on this device, or takes up again. Nobody is told. Durable when it resolves. */
export async function setAside(session: Session, wait: Wait, isSet: boolean): Promise<void> {
  const { looked, engine } = session
  // What waits no more is forgotten with the next thing that is set aside.
  const names = session.processes().flatMap(({ process }) => waitsIn(session, process).map(asideName))
  for (const name of looked.aside) if (!names.includes(name)) looked.aside.delete(name)
  if (isSet) looked.aside.add(asideName(wait))
  else looked.aside.delete(asideName(wait))
  await keepAside(looked)
  engine.touch()
}

/** Up to where a room was read on this device, as a position in its log; 0 where it never was. */
export const readTo = ({ looked }: Session, room: RoomId): number => looked.read.get(room) ?? 0

/** WAIT-6: what others have said and done there since. */
export const unreadIn = (session: Session, room: SeenRoom): readonly Item[] =>
  othersSince(session, room, readTo(session, room.id))

/** The same from a position of the room's log on. */
export function othersSince({ me }: Session, room: SeenRoom, from: number): readonly Item[] {
  if (room.size <= from) return []
  const by = new Map(room.timeline.map(each => [each.position, each.by]))
  return itemsOf(room).filter(({ position }) => position >= from && by.get(position) !== me.member)
}

/** All that stands there now was read. What waits to be sent has no place yet. Durable when it resolves. */
export async function markRead(session: Session, rooms: readonly SeenRoom[]): Promise<void> {
  const sizes = rooms.map(room => [room.id, placedTo(session, room)] as const)
  if (await keepRead(session.looked, new Map(sizes))) session.engine.touch()
}

/** When this person was last in the talks on this device, in ms since 1970; undefined at the first visit. */
export const lastHere = ({ looked }: Session, process: ProcessId): number | undefined =>
  looked.here.get(process)

export const markHere = ({ looked, engine }: Session, process: ProcessId): Promise<void> =>
  keepHere(looked, process, engine.now())
