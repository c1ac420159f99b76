/** Whose word an act in a caucus is: the party's own, or the mediators' record of what a party without an account did. */

import { fail, ok } from '../result.ts'
import type { Circumstance } from '../schema.ts'
import { isMediator, isOfParty, isThird } from './roles.ts'
import type { Member, Room } from './state.ts'

/** MSG-3: the mediators record what a party says only while it does not act for itself. */
export const isRecordedFor = (room: Room): boolean => room.kind === 'caucus' && room.party?.account === false

/** Member of the party whose caucus this is; not the mediators. */
export const isOfThisSide = (room: Room, member: Member): boolean =>
  room.kind === 'caucus' && !isMediator(member) && member.party === room.party?.party

/** ROOM-3: whoever is of a party or a third party speaks for it. */
export const speaks = (member: Member): boolean => isOfParty(member) || isThird(member)

/** MSG-2: the party acts through those who speak for it, or the mediators record what it did. */
export function checkForParty(
  room: Room,
  author: Member,
  act: { readonly recorded?: Circumstance },
  who: (member: Member) => boolean,
) {
  if (room.kind !== 'caucus') return fail('caucus-only')
  if (act.recorded !== undefined) {
    if (!isMediator(author)) return fail('mediators-only')
    return isRecordedFor(room) ? ok(null) : fail('party-acts-for-itself')
  }
  if (!isOfThisSide(room, author)) return fail('not-for-this-party')
  return who(author) ? ok(null) : fail('role-may-not', { role: author.role })
}
