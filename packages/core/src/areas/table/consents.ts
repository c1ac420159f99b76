/** Opening the table for direct exchange, against what each side has consented to in its own caucus. */

import type { RoomState } from '../../areas.ts'
import type { PartyId } from '../../ids.ts'
import { fail, ok } from '../../result.ts'
import type { PartyCard } from '../../room/cards.ts'
import type { Consent } from '../mandate/state.ts'
import { successorOf } from '../team/state.ts'

/**
 * A side that would be spoken to directly, and what it has said of the mediation, where it has. `hasCaucus`: whether there is a room for it
 * to say so; where its record was destroyed, its consent went with it.
 */
export type SideAtTable = {
  readonly party: PartyCard
  readonly hasCaucus: boolean
  readonly consent?: Consent
}

/** The parties of the talks that the table knows; third parties are no side. `rooms`: all that the mediator holds of the talks. */
export function sidesAtTable(table: RoomState, rooms: readonly RoomState[]): readonly SideAtTable[] {
  return Object.values(table.parties)
    .filter(({ kind }) => kind === 'party')
    .map(party => {
      const caucus = rooms.find(
        room =>
          room.kind === 'caucus' && room.party?.party === party.party && successorOf(room) === undefined,
      )
      const consent = caucus?.consents[party.party]
      const side = { party, hasCaucus: caucus !== undefined }
      return consent === undefined ? side : { ...side, consent }
    })
}

/**
 * AGEN-4: the table is opened only where every side has consented to the mediation, as its own caucus shows, and where whoever opens
 * it has heeded the limits that a side has set (`heeded`). Checked by the sender's device: it hangs on rooms that not all at the
 * table are in. Fails with `caucus-missing`, `consent-missing` and `limits-not-heeded`, each with the party's name.
 */
export function checkDirect(table: RoomState, rooms: readonly RoomState[], heeded: readonly PartyId[] = []) {
  const sides = sidesAtTable(table, rooms)
  const without = sides.find(({ hasCaucus }) => !hasCaucus)
  if (without !== undefined) return fail('caucus-missing', { party: without.party.name })
  const silent = sides.find(({ consent }) => consent?.standing !== 'given')
  if (silent !== undefined) return fail('consent-missing', { party: silent.party.name })
  const limited = sides.find(
    ({ party, consent }) => consent?.words !== undefined && !heeded.includes(party.party),
  )
  return limited === undefined ? ok(null) : fail('limits-not-heeded', { party: limited.party.name })
}
