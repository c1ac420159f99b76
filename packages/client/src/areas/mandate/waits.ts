/** Consent to the terms as they stand, which a party gives by those who lead it. */

import {
  acceptanceOf,
  consentStanding,
  leadsParty,
  officesIn,
  placedAt,
  type RoomState,
} from '@goodoffices/core'
import { type Here, ownCaucuses, type Wait } from '../../waiting/wait.ts'

/** When the terms were stated that stand: with the room, or since. */
function statedAt(room: RoomState): number | undefined {
  const last = room.timeline.findLast(({ kind }) => kind === 'terms.set') ?? room.timeline[0]
  return last === undefined ? undefined : (placedAt(room, last.position) ?? last.time)
}

const isAskedByOffer = (room: RoomState): boolean => {
  const offers = officesIn(room)
  return offers.length > 0 && !offers.some(offer => acceptanceOf(offer) !== undefined)
}

function consentOf(room: RoomState): Wait | undefined {
  const standing = consentStanding(room)
  if (standing !== 'none' && standing !== 'outdated') return undefined
  // GOOD-12: who accepts the good offices that it is offered consents with the same word, and is asked once.
  if (isAskedByOffer(room)) return undefined
  const since = statedAt(room)
  return {
    item: { kind: 'consent', room, again: standing === 'outdated' },
    urgency: 'answer',
    about: room.id,
    rooms: [room],
    ...(since === undefined ? {} : { since }),
  }
}

/** A party without an account consents by the mediators' hand; of another it is shown that it has not (WAIT-3). */
export function waits(here: Here): readonly Wait[] {
  const own = ownCaucuses(here).filter(room => {
    const seat = room.members[here.me]
    return seat !== undefined && leadsParty(seat)
  })
  const others = here.desk === undefined ? [] : here.rooms.filter(({ kind }) => kind === 'caucus')
  return [
    ...own.flatMap(room => consentOf(room) ?? []),
    ...others.flatMap((room): readonly Wait[] => {
      const wait = consentOf(room)
      if (wait === undefined) return []
      return [{ ...wait, mediating: true, ...(room.party?.account === true ? { ofOthers: true } : {}) }]
    }),
  ]
}
