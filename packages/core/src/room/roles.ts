/** What each role may do, wherever it is borne. The rules are numbered in `docs/spec/rooms.md`. */

import { mediatorRoles, type PartyCard, partyRoles, type Role, type RoomKind, thirdRoles } from './cards.ts'
import type { Member } from './state.ts'

type Borne = { readonly role: Role }

export const isMediator = ({ role }: Borne): boolean => (mediatorRoles as readonly string[]).includes(role)
export const isOfParty = ({ role }: Borne): boolean => (partyRoles as readonly string[]).includes(role)
export const isThird = ({ role }: Borne): boolean => (thirdRoles as readonly string[]).includes(role)

/** ROOM-3: a party's principal and head answer for its people; a third party's people each do. */
export const leadsParty = (member: Borne): boolean =>
  member.role === 'principal' || member.role === 'head' || isThird(member)

/** ROOM-3: advisers and counsel speak; they do not bind. */
export const speaksForParty = (member: Borne): boolean => leadsParty(member) || member.role === 'delegate'

/** MSG-1: observers and witnesses listen where several parties are. */
export const listensOnly = ({ role }: Borne): boolean => role === 'observer' || role === 'witness'

type RoomKindOf = { readonly kind: RoomKind; readonly party?: PartyCard | undefined }
type Seat = Pick<Member, 'role' | 'party' | 'founder'>

/** ROOM-4: mediators administer every room they are in; in a delegation its leading members do, and whoever founded it. */
export function administers(room: RoomKindOf, member: Seat): boolean {
  if (room.kind === 'private') return true
  if (room.kind === 'delegation') return leadsParty(member) || member.founder
  return isMediator(member)
}

/** ROOM-13: administrators begin epochs, and in a caucus who leads the party: it need not wait for a mediator to shut somebody out. */
export const mayBeginEpoch = (room: RoomKindOf, member: Seat): boolean =>
  administers(room, member) ||
  (room.kind === 'caucus' && leadsParty(member) && member.party === room.party?.party)
