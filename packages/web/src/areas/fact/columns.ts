/** Who gave which version of a matter: a column a side, in the order of the room, never of the figures. */

import {
  type ItemId,
  makerOf,
  type PartyCard,
  type RegisterItem,
  type RoomState,
  standingOf,
  versionsOf,
} from '@goodoffices/core'

export type Column = {
  readonly key: string
  readonly name: string
  readonly versions: readonly RegisterItem[]
}

/** The parties that a room knows, third parties last. */
export const partiesOf = (room: RoomState): readonly PartyCard[] => {
  const named = Object.values(room.parties)
  const all = room.party === undefined ? named : [room.party]
  return all.toSorted((a, b) => Number(a.kind === 'third') - Number(b.kind === 'third'))
}

/**
 * What the mediators quote stands with the party that it names, else by whose it is. Sides stand in the order of the room, others as
 * they came; a side that is asked and has given nothing has its column too.
 */
export function columnsOf(room: RoomState, matter: ItemId): readonly Column[] {
  const parties = partiesOf(room)
  const columns = new Map<string, { name: string; versions: RegisterItem[] }>()
  const isShared = room.kind === 'table' || room.kind === 'group'
  if (isShared)
    for (const { kind, party, name } of parties)
      if (kind === 'party') columns.set(party, { name, versions: [] })
  for (const version of versionsOf(matter, room)) {
    const { of } = standingOf(version).fields
    const whose = typeof of === 'string' ? of : ''
    const maker = makerOf(room, version)
    const side = parties.find(
      ({ party, name }) => party === maker || (maker === 'mediators' && name === whose),
    )
    const key = side?.party ?? `of ${whose}`
    const known = columns.get(key) ?? { name: side?.name ?? whose, versions: [] }
    known.versions.push(version)
    columns.set(key, known)
  }
  return [...columns].map(([key, column]) => ({ key, ...column }))
}
