/** Who may bring in, take out and hand over. One predicate a rule; the spec page is `docs/spec/rooms.md`. */

import type { DeviceId } from '../ids.ts'
import { fail, ok, type Result } from '../result.ts'
import type { RoomState } from '../room.ts'
import { type MemberCard, mediatorRoles, partyRoles, type Role, type RosterAct, thirdRoles } from './acts.ts'
import type { Member } from './apply.ts'

type Opening = Extract<RosterAct, { kind: 'room.open' }>

export const isMediator = (member: { readonly role: Role }): boolean =>
  (mediatorRoles as readonly string[]).includes(member.role)
export const isOfParty = (member: { readonly role: Role }): boolean =>
  (partyRoles as readonly string[]).includes(member.role)
export const isThird = (member: { readonly role: Role }): boolean =>
  (thirdRoles as readonly string[]).includes(member.role)

/** Principal and head of delegation answer for their party's people. */
export const leadsParty = (member: { readonly role: Role }): boolean =>
  member.role === 'principal' || member.role === 'head'

/** Advisers and counsel speak; they do not bind. */
export const speaksForParty = (member: { readonly role: Role }): boolean =>
  leadsParty(member) || member.role === 'delegate' || isThird(member)

export const isPresent = (member: Member): boolean => member.left === undefined

/** ROOM-2: the founder's role fits the room, and the founding entry is signed by one of the founder's devices. */
export function checkOpening(act: Opening, device: DeviceId): Result<null> {
  const { founder, room } = act
  if (!founder.devices.some(card => card.device === device)) return fail('founder-not-author')
  switch (room.kind) {
    case 'table':
    case 'desk':
      return founder.role === 'lead' ? ok(null) : fail('founder-role', { role: founder.role })
    case 'caucus':
      if (room.party === undefined) return fail('room-without-party')
      return isMediator(founder) ? ok(null) : fail('founder-role', { role: founder.role })
    case 'group':
      return isMediator(founder) ? ok(null) : fail('founder-role', { role: founder.role })
    case 'delegation':
      if (room.party === undefined || founder.party !== room.party.party) return fail('room-without-party')
      return isMediator(founder) ? fail('founder-role', { role: founder.role }) : ok(null)
    case 'private':
      return ok(null)
  }
}

/** ROOM-3: mediators administer every room they are in; in a delegation its leading members do, or whoever founded it. */
export function administers(room: RoomState, member: Member): boolean {
  if (room.kind === 'private') return true
  if (room.kind === 'delegation') return leadsParty(member) || member.founder
  return isMediator(member)
}

/** ROOM-9: only an administrator begins an epoch. */
export const mayRekey = administers

/** ROOM-4: who may bring whom into the room. */
function checkAdmission(room: RoomState, author: Member, card: MemberCard): Result<null> {
  const present = room.members[card.member]
  if (present !== undefined && isPresent(present)) return fail('already-a-member', { name: present.name })
  if (card.role === 'lead') return fail('one-lead')
  if (card.devices.some(({ device }) => deviceTaken(room, device, card))) return fail('device-of-another')
  const isOwnPerson = room.party !== undefined && card.party === room.party.party && !isMediator(card)
  switch (room.kind) {
    case 'private':
      return fail('room-is-private')
    case 'desk':
      if (author.role !== 'lead') return fail('lead-only')
      return isMediator(card) ? ok(null) : fail('desk-is-for-mediators')
    case 'delegation':
      if (!administers(room, author)) return fail('not-an-administrator')
      return isOwnPerson ? ok(null) : fail('not-of-this-party')
    case 'caucus':
      if (isMediator(card)) return isMediator(author) ? ok(null) : fail('mediators-only')
      if (!isOwnPerson) return fail('not-of-this-party')
      return isMediator(author) || leadsParty(author) ? ok(null) : fail('not-an-administrator')
    case 'table':
    case 'group':
      if (!isMediator(author)) return fail('mediators-only')
      return isHidden(room, card) ? fail('hidden-party') : ok(null)
  }
}

const deviceTaken = (room: RoomState, device: DeviceId, card: MemberCard): boolean => {
  const owner = room.devices[device]
  return owner !== undefined && owner !== card.member
}

/** ROOM-8: a participant known to the mediators only is never named at the table. */
const isHidden = (room: RoomState, card: MemberCard): boolean =>
  card.party !== undefined && room.parties[card.party]?.hidden === true

/** ROOM-5: who may take whom out. The lead hands over before leaving. */
function checkRemoval(room: RoomState, author: Member, target: Member | undefined): Result<null> {
  if (target === undefined || !isPresent(target)) return fail('not-in-room')
  if (target.member === author.member) return fail('leave-instead')
  if (target.role === 'lead') return fail('lead-hands-over-first')
  if (room.kind === 'desk') return author.role === 'lead' ? ok(null) : fail('lead-only')
  if (administers(room, author)) return ok(null)
  const ownPerson =
    room.kind === 'caucus' && leadsParty(author) && target.party === author.party && !isMediator(target)
  return ownPerson ? ok(null) : fail('not-an-administrator')
}

export function checkRoster(room: RoomState, author: Member, act: Exclude<RosterAct, Opening>): Result<null> {
  switch (act.kind) {
    case 'member.admit':
      return checkAdmission(room, author, act.card)
    case 'member.remove':
      return checkRemoval(room, author, room.members[act.member])
    case 'member.leave':
      return author.role === 'lead' && room.kind !== 'private' ? fail('lead-hands-over-first') : ok(null)
    // ROOM-6: a device is added by its owner, with a device already listed.
    case 'device.add':
      return room.devices[act.card.device] === undefined ? ok(null) : fail('device-known')
    // ROOM-7: a device is removed by its owner, or with the person by an administrator.
    case 'device.remove': {
      const owner = room.devices[act.device]
      if (owner === undefined || !author.devices.some(card => card.device === act.device))
        return fail('device-unknown')
      return author.devices.length > 1 ? ok(null) : fail('last-device')
    }
    case 'lead.hand-over': {
      if (author.role !== 'lead') return fail('lead-only')
      const heir = room.members[act.to]
      return heir !== undefined && isPresent(heir) && heir.role === 'mediator'
        ? ok(null)
        : fail('heir-not-mediator')
    }
    case 'party.add':
      if (!isMediator(author)) return fail('mediators-only')
      if (room.kind === 'table' && act.card.hidden) return fail('hidden-party')
      if (room.kind === 'caucus' && act.card.party !== room.party?.party) return fail('not-of-this-party')
      return ok(null)
    case 'room.register':
      return room.kind === 'desk' && isMediator(author) ? ok(null) : fail('desk-only')
    case 'contact.record':
      if (room.kind !== 'desk' && room.kind !== 'delegation' && room.kind !== 'caucus')
        return fail('desk-only')
      return administers(room, author) || leadsParty(author) ? ok(null) : fail('not-an-administrator')
  }
}
