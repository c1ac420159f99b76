/** GOOD-5: what a party is offered, across all talks that its device holds. It is read off the rooms; nothing of it is written or sent. */

import {
  type GoodOffices,
  isPresent,
  leadsParty,
  officesIn,
  placedAt,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import { processesOf } from '../../process/find.ts'
import { currentRoomsOf } from '../../process/held.ts'
import type { AtWork } from '../../session/at-work.ts'

export type OfficesHere = {
  readonly room: RoomState
  readonly offer: GoodOffices
  /** Whether this member answers for the party. */
  readonly mayAnswer: boolean
}

/** In the order in which they came. Those taken back are left out. */
export function officesAcross({ engine }: AtWork): readonly OfficesHere[] {
  const { member } = engine.identity
  const found = processesOf(engine)
    .flatMap(({ process }) => currentRoomsOf(engine, process))
    .flatMap((room): readonly OfficesHere[] => {
      const seat = room.members[member]
      const isOwn = room.kind === 'caucus' && seat?.party !== undefined && seat.party === room.party?.party
      if (!isOwn || !isPresent(seat)) return []
      const offers = officesIn(room) as unknown as readonly GoodOffices[]
      return offers.map(offer => ({ room, offer, mayAnswer: leadsParty(seat) }))
    })
  return found.toSorted((a, b) => cameAt(a) - cameAt(b))
}

function cameAt({ room, offer }: OfficesHere): number {
  const { position, time } = offer.revisions[0] ?? standingOf(offer)
  return placedAt(room, position) ?? time
}
