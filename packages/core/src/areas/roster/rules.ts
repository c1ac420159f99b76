/** Who may bring in, take out and hand over. One predicate a rule; the spec page is `docs/spec/rooms.md`. */

import type { DeviceId, MemberId, RoomId } from '../../ids.ts'
import { fail, ok } from '../../result.ts'
import type { DeviceCard, MemberCard, PartyCard, RoomKind } from '../../room/cards.ts'
import { administers, isMediator, isOfParty, leadsParty, speaksForParty } from '../../room/roles.ts'
import { isPresent, type Member, presentIn, type Room } from '../../room/state.ts'
import { limits } from '../../schema.ts'
import type { Talking } from '../message/state.ts'
import { checkComing } from '../team/coming.ts'
import { missedBy, type RosterState } from './state.ts'

type RoomOpening = {
  readonly founder: MemberCard
  readonly room: { readonly kind: RoomKind; readonly party?: PartyCard }
  readonly succeeds?: object
}
type Recorded = { readonly member: MemberId; readonly card: MemberCard }

/** ROOM-2: the founder's role fits the room, and the founding entry is signed by one of the founder's devices. */
export function checkOpening(act: RoomOpening, device: DeviceId) {
  const { founder, room } = act
  const { party } = room
  if (!founder.devices.some(card => card.device === device)) return fail('founder-not-author')
  const fits = checkCard(founder, party === undefined ? undefined : [party])
  if (!fits.ok) return fits
  if (room.kind !== 'caucus' && room.kind !== 'delegation' && party !== undefined)
    return fail('room-with-party')
  // TEAM-10
  if (act.succeeds !== undefined && room.kind !== 'caucus') return fail('wrong-room')
  switch (room.kind) {
    case 'table':
    case 'desk':
      return founder.role === 'lead' ? ok(null) : fail('founder-role', { role: founder.role })
    case 'caucus':
      if (party === undefined) return fail('room-without-party')
      return isMediator(founder) ? ok(null) : fail('founder-role', { role: founder.role })
    case 'group':
      return isMediator(founder) ? ok(null) : fail('founder-role', { role: founder.role })
    case 'delegation':
      if (party === undefined || founder.party !== party.party) return fail('room-without-party')
      return ok(null)
    case 'private':
      return ok(null)
  }
}

/**
 * ROOM-5: mediators and nobody else are of no party; a party's people bear a party's roles. `parties` are those the room
 * knows; absent where it knows none and needs none.
 */
function checkCard(card: MemberCard, parties: readonly PartyCard[] | undefined) {
  if (isMediator(card) !== (card.party === undefined)) return fail('role-does-not-fit', { role: card.role })
  // TEAM-1: a party's people are their party's.
  if (!isMediator(card) && card.institution !== undefined)
    return fail('role-does-not-fit', { role: card.role })
  const devices = new Set(card.devices.map(({ device }) => device))
  if (devices.size !== card.devices.length) return fail('device-twice')
  if (card.party === undefined || parties === undefined) return ok(null)
  const party = parties.find(({ party }) => party === card.party)
  if (party === undefined) return fail('party-unknown')
  return party.kind === 'third' || isOfParty(card) ? ok(null) : fail('role-does-not-fit', { role: card.role })
}

/** ROOM-6: who may bring whom into the room. */
export function checkAdmission(room: Talking, author: Member, card: MemberCard) {
  const known = room.members[card.member]
  if (known !== undefined && isPresent(known)) return fail('already-a-member', { name: known.name })
  const allowed = checkAdmitter(room, author, card)
  if (!allowed.ok) return allowed
  const fits = checkCard(card, Object.values(room.parties))
  if (!fits.ok) return fits
  const accepted = checkComing(room, card)
  if (!accepted.ok) return accepted
  if (known === undefined && Object.keys(room.members).length >= limits.membersMax)
    return fail('too-many-members', { max: limits.membersMax })
  if (countDevices(room) + card.devices.length > limits.roomDevicesMax)
    return fail('room-devices-full', { max: limits.roomDevicesMax })
  if (known !== undefined && !isSamePerson(room, known, card)) return fail('member-of-another')
  if (card.role === 'lead' && presentIn(room).some(({ role }) => role === 'lead')) return fail('one-lead')
  for (const { device } of card.devices) {
    const free = checkDeviceFree(room, device, card.member)
    if (!free.ok) return free
  }
  return ok(null)
}

/** ROOM-23: who comes back under an id that the room knows is on the side they were on (ROOM-5: the mediators' is no party's), with a device they had. */
const isSamePerson = (room: Room, known: Member, card: MemberCard): boolean =>
  known.party === card.party && card.devices.some(({ device }) => room.devices[device] === card.member)

/** ROOM-22: one keys envelope reaches everybody. */
const countDevices = (room: Room): number =>
  presentIn(room).reduce((sum, { devices }) => sum + devices.length, 0)

function checkAdmitter(room: Room, author: Member, card: MemberCard) {
  const isOwnPerson = room.party !== undefined && card.party === room.party.party
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
      return isMediator(author) ? ok(null) : fail('mediators-only')
  }
}

/**
 * ROOM-9: a device has one owner at a time, and one that its owner has put away does not come back. Naming the device of
 * somebody else as one's own therefore hinders them no longer than one is in the room.
 */
function checkDeviceFree(room: Room, device: DeviceId, by: MemberId) {
  const owner = room.devices[device]
  if (owner === undefined) return ok(null)
  const member = room.members[owner]
  const isListed = member?.devices.some(card => card.device === device) === true
  if (owner === by) return isListed ? ok(null) : fail('device-removed')
  return isListed && member !== undefined && isPresent(member) ? fail('device-of-another') : ok(null)
}

/** ROOM-7: who may take whom out. */
export function checkRemoval(room: Room, author: Member, target: Member | undefined) {
  if (target === undefined || !isPresent(target)) return fail('not-in-room')
  if (target.member === author.member) return fail('leave-instead')
  if (target.role === 'lead') return fail('lead-hands-over-first')
  if (room.kind === 'desk') return author.role === 'lead' ? ok(null) : fail('lead-only')
  if (isMediator(author)) return ok(null)
  const isOwnPerson = target.party === author.party && !isMediator(target)
  const mayTakeOut = room.kind === 'caucus' ? leadsParty(author) : administers(room, author)
  if (!isOwnPerson || !mayTakeOut) return fail('not-an-administrator')
  const isAbove = target.role === 'principal' || (leadsParty(target) && !leadsParty(author))
  return isAbove && author.role !== 'principal' ? fail('role-may-not', { role: author.role }) : ok(null)
}

/** ROOM-8: the lead hands over before leaving, and the last who administers a room does not leave others in it. */
export function checkLeaving(room: Room, author: Member) {
  if (room.kind === 'private') return ok(null)
  if (author.role === 'lead') return fail('lead-hands-over-first')
  const others = presentIn(room).filter(({ member }) => member !== author.member)
  const isLast = others.length > 0 && !others.some(other => administers(room, other))
  return isLast ? fail('last-administrator') : ok(null)
}

/** ROOM-11: who may make a party known where, as what. */
export function checkParty(room: Room, author: Member, card: PartyCard) {
  if (!isMediator(author)) return fail('mediators-only')
  if (room.kind === 'caucus' && card.party !== room.party?.party) return fail('not-of-this-party')
  // ROOM-12: a party known to the mediators only is named in no room that it shares with others.
  if ((room.kind === 'table' || room.kind === 'group') && card.hidden) return fail('hidden-party')
  // MSG-3: nobody records in the name of a party whose own people are there to speak.
  if (room.kind === 'caucus' && !card.account && presentIn(room).some(speaksForParty))
    return fail('party-acts-for-itself')
  return ok(null)
}

/** ROOM-16: contacts are kept where people are brought in from; a party's leading members keep those of its own people. */
export function checkContact(room: Room, author: Member, act: Recorded) {
  if (room.kind !== 'desk' && room.kind !== 'delegation' && room.kind !== 'caucus') return fail('desk-only')
  if (act.card.member !== act.member) return fail('contact-differs')
  const isOwnPerson = act.card.party === room.party?.party || (isMediator(author) && isMediator(act.card))
  if (room.kind !== 'desk' && !isOwnPerson) return fail('not-of-this-party')
  return administers(room, author) || leadsParty(author) ? ok(null) : fail('not-an-administrator')
}

/** ROOM-25: of an epoch that the room was in, or of any of another room; once, and of none before it any more. */
export function checkMissed(
  room: Room & Pick<RosterState, 'missed'>,
  { member }: Member,
  { epoch, ...of }: { readonly room?: RoomId; readonly epoch: number },
) {
  if (of.room === undefined && epoch > room.epoch) return fail('epoch-unknown')
  return epoch > (room.missed[missedBy(member, of)] ?? 0) ? ok(null) : fail('missed-told')
}

/** ROOM-24: whose mailbox is known in the room may have another. */
export const checkMove = (room: Room & Pick<RosterState, 'contacts'>, { member }: Member) =>
  room.contacts[member] === undefined ? fail('contact-unknown') : ok(null)

/** ROOM-10: a device is added by its owner, with a device already listed. */
export function checkNewDevice(room: Room, author: Member, { device }: DeviceCard) {
  if (author.devices.some(card => card.device === device)) return fail('device-known')
  if (author.devices.length >= limits.devicesMax) return fail('too-many-devices', { max: limits.devicesMax })
  if (countDevices(room) >= limits.roomDevicesMax)
    return fail('room-devices-full', { max: limits.roomDevicesMax })
  return checkDeviceFree(room, device, author.member)
}

/** ROOM-10: a device is removed by its owner, or with the person by an administrator. */
export function checkOldDevice(_: Room, author: Member, device: DeviceId) {
  if (!author.devices.some(card => card.device === device)) return fail('device-unknown')
  return author.devices.length > 1 ? ok(null) : fail('last-device')
}

/** ROOM-14: the lead goes to a mediator of this room. */
export function checkHandOver(room: Room, author: Member, to: MemberId) {
  if (author.role !== 'lead') return fail('lead-only')
  const heir = room.members[to]
  return heir !== undefined && isPresent(heir) && heir.role === 'mediator'
    ? ok(null)
    : fail('heir-not-mediator')
}

/** ROOM-15: the desk, where mediators alone are, keeps the directory of rooms. */
export const checkDirectory = ({ kind }: Room) => (kind === 'desk' ? ok(null) : fail('desk-only'))
