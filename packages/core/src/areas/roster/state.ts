import type { MemberId, PartyId, RoomId } from '../../ids.ts'
import type { MemberCard, PartyCard, RoomKind } from '../../room/cards.ts'
import { isMediator, speaksForParty } from '../../room/roles.ts'
import type { Member, Room } from '../../room/state.ts'

export type RegisteredRoom = {
  readonly room: RoomId
  readonly kind: RoomKind
  readonly title?: string
  readonly party?: PartyId
}

export type Contact = {
  readonly member: MemberId
  readonly mailbox: { readonly log: RoomId; readonly key: string }
  readonly card: MemberCard
}

export type RosterState = {
  /** The desk's directory of the process's rooms. */
  readonly rooms: Record<RoomId, RegisteredRoom>
  readonly contacts: Record<MemberId, Contact>
  /** Where each mailbox was told of. */
  readonly toldAt: Record<MemberId, number>
  /** The last epoch whose keys somebody says they were not given: of another room, by member and room, or of this one. */
  readonly missed: Record<string, number>
  /** Where a person or a device last went that had read what was said here. */
  lastGone?: number
}

export function admit(room: Room, card: MemberCard, position: number, founder: boolean): void {
  const { party, post, institution } = card
  room.members[card.member] = {
    member: card.member,
    name: card.name,
    role: card.role,
    ...(party === undefined ? {} : { party }),
    ...(post === undefined ? {} : { post }),
    ...(institution === undefined ? {} : { institution }),
    devices: card.devices,
    since: position,
    founder,
  }
  for (const { device } of card.devices) room.devices[device] = card.member
  // MSG-3: from here on the party speaks for itself.
  if (room.kind === 'caucus' && room.party?.account === false && !isMediator(card) && speaksForParty(card))
    makeKnown(room, { ...room.party, account: true })
}

export function makeKnown(room: Room, card: PartyCard): void {
  room.parties[card.party] = card
  if (room.party?.party === card.party) room.party = card
}

export function depart(
  room: Room & Pick<RosterState, 'lastGone'>,
  id: MemberId,
  left: NonNullable<Member['left']>,
): void {
  const member = room.members[id]
  if (member === undefined) return
  member.left = left
  noteGone(room, left.position)
}

/** Somebody, or a device, reads no further. */
export function noteGone(room: Room & Pick<RosterState, 'lastGone'>, position: number): void {
  room.lastGone = position
  room.rekeyDue = true
}

/** ROOM-24: the same mailbox told of again is as old as it was. */
export function tell(room: RosterState, contact: Contact, position: number): void {
  const known = room.contacts[contact.member]
  if (known?.mailbox.log !== contact.mailbox.log) room.toldAt[contact.member] = position
  room.contacts[contact.member] = contact
}

/** Where it stands that a member was not given the keys of a room. */
export const missedBy = (member: MemberId, { room }: { readonly room?: RoomId }): string =>
  room === undefined ? member : `${member} ${room}`

/** ROOM-24: whether somebody knows of a member's mailbox who has gone since it was told of, and reads here no more. */
export const isMailboxDue = (room: Room & RosterState, member: MemberId): boolean =>
  room.contacts[member] !== undefined &&
  !room.rekeyDue &&
  room.lastGone !== undefined &&
  room.lastGone > (room.toldAt[member] ?? 0)
