/** What somebody reads comes to, by the rooms as they stand: all that it hangs on is under its digest. Pure over the rooms that are held. */

import {
  arrivalOf,
  type Carried,
  type DraftId,
  destructionDue,
  type IssueId,
  issueText,
  type Readable,
  type ReadableOf,
  type RoomState,
  sidesAtTable,
  sidesOf,
} from '@goodoffices/core'
import { bytesToBase64url, digestReading, type Value } from '@goodoffices/log'

/** EYES-3: undefined where a room that it hangs on is not held. `rooms`: all that are held of these talks. */
export function digestOfReadable(
  desk: RoomState,
  rooms: readonly RoomState[],
  toRead: Readable,
): string | undefined {
  const around = aroundOf(desk, rooms, toRead)
  return around === undefined ? undefined : digestIn(desk, { toRead, around })
}

/** EYES-3: of what was prepared, and of the very act that its recipient’s room will receive. */
export function digestOfCarried(
  desk: RoomState,
  rooms: readonly RoomState[],
  { plan }: Carried,
): string | undefined {
  const sides = sidesOf(plan, id => rooms.find(room => room.id === id))
  if (sides === undefined) return undefined
  return digestIn(desk, { plan, arrival: arrivalOf(plan, sides) })
}

const digestIn = ({ process }: RoomState, content: Value): string =>
  bytesToBase64url(digestReading(process.process, content))

function aroundOf(desk: RoomState, rooms: readonly RoomState[], toRead: Readable): Value | undefined {
  switch (toRead.door) {
    case 'open':
      return aroundTable(rooms)
    case 'bring':
      // Once somebody of that name has come, what was read is spent.
      return { before: Object.values(desk.members).filter(({ name }) => name === toRead.name).length }
    case 'destroy':
      return aroundRecord(desk, rooms, toRead)
    case 'issue':
      return aroundText(desk, rooms, toRead)
    case 'loosen':
      return { stated: desk.eyes?.position ?? -1 }
    default:
      return toRead satisfies never
  }
}

/** What each room would get by what all of them say now, and how often the text was issued: so that it is issued once. Drafts are called by their rooms. */
function aroundText(
  desk: RoomState,
  rooms: readonly RoomState[],
  { text, issuedTo, attribution }: ReadableOf<'issue'>,
): Value | undefined {
  const to = issuedTo.map(room => ({ room, draft: room as string as DraftId }))
  const issued = { text, issuing: text as string as IssueId, to, attribution }
  const brought = issueText(desk, issued, id => rooms.find(room => room.id === id))
  if (!brought.ok) return undefined
  return {
    before: Object.values(desk.issuings).filter(each => each.text === text).length,
    arrivals: brought.value.map(({ room, act }) => ({ room, act })) as unknown as Value,
  }
}

/** What each side has consented to, in which words, who is told, and how often the table was closed: so that it opens once. */
function aroundTable(rooms: readonly RoomState[]): Value | undefined {
  const table = rooms.find(({ kind }) => kind === 'table')
  if (table === undefined) return undefined
  const told = rooms.flatMap(({ kind, id }) => (kind === 'caucus' ? [id as string] : []))
  return {
    table: table.id,
    told: told.toSorted(),
    sides: sidesAtTable(table, rooms).map(({ party, consent }) => ({
      party: party.party,
      standing: consent?.standing ?? 'none',
      words: consent?.words ?? '',
    })),
    closed: table.directChanges.filter(({ direct }) => !direct).length,
  }
}

/** By what rule, and with what in it: what is said there since is not what was read. At the desk the reading itself is said. */
function aroundRecord(
  desk: RoomState,
  rooms: readonly RoomState[],
  { room: id }: ReadableOf<'destroy'>,
): Value | undefined {
  const room = rooms.find(each => each.id === id)
  if (room === undefined) return undefined
  return {
    days: room.retention?.days ?? -1,
    basis: room.retention?.basis ?? '',
    due: id === desk.id ? 0 : (destructionDue(room) ?? -1),
  }
}
