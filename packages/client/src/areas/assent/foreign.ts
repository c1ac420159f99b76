/** ASNT-14: a device that stands at the table for one's own side and is none of its people's. */

import { isPresent, type Member, type ProcessId, type RoomState } from '@goodoffices/core'
import { tableOf } from '../../process/find.ts'
import { roomsOf } from '../../process/held.ts'
import type { AtWork } from '../../session/at-work.ts'

/**
 * Those at the table who are listed there for the reader's own party with a device that no room of its side lists as theirs: with it
 * somebody else could say yes in that party's name. Empty for mediators, and where no room of the side is held.
 */
export function foreignAtTable({ engine }: AtWork, process: ProcessId): readonly Member[] {
  const table = tableOf(engine, process)
  const party = table?.members[engine.identity.member]?.party
  if (table === undefined || party === undefined) return []
  const own = roomsOf(engine, process).filter(
    ({ kind, party: of }) => (kind === 'delegation' || kind === 'caucus') && of?.party === party,
  )
  if (own.length === 0) return []
  const known = new Set([...own, engine.home()].flatMap(room => (room === undefined ? [] : listed(room))))
  return Object.values(table.members).filter(
    member =>
      isPresent(member) &&
      member.party === party &&
      member.devices.some(({ device }) => !known.has(`${member.member} ${device}`)),
  )
}

const listed = ({ devices }: RoomState): readonly string[] =>
  Object.entries(devices).map(([device, member]) => `${member} ${device}`)
