import type { Entry } from '../act.ts'
import type { MemberId, PartyId, RoomId } from '../ids.ts'
import type { RoomState } from '../room.ts'
import type { DeviceCard, MemberCard, PartyCard, Role, RoomKind, RosterAct } from './acts.ts'
import { isMediator, speaksForParty } from './rules.ts'

export type Member = {
  readonly member: MemberId
  readonly name: string
  role: Role
  readonly party?: PartyId
  readonly post?: string
  devices: readonly DeviceCard[]
  /** Position of the entry that brought the member in. */
  readonly since: number
  readonly founder: boolean
  left?: { readonly position: number; readonly how: 'left' | 'removed'; readonly note?: string }
}

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

type Opening = Extract<RosterAct, { kind: 'room.open' }>

export function openRoom(id: RoomId, entry: Entry, act: Opening): RoomState {
  const { title, party } = act.room
  const room: RoomState = {
    id,
    size: entry.position + 1,
    epoch: 1,
    rekeyDue: false,
    kind: act.room.kind,
    process: act.process,
    ...(title === undefined ? {} : { title }),
    ...(party === undefined ? {} : { party }),
    history: act.history,
    terms: act.terms,
    members: {},
    devices: {},
    parties: party === undefined ? {} : { [party.party]: party },
    rooms: {},
    contacts: {},
    consents: {},
    direct: false,
    directChanges: [],
    timeline: [
      {
        position: entry.position,
        time: entry.time,
        by: act.founder.member,
        kind: act.kind,
        about: act.founder.member,
      },
    ],
    seen: { [entry.id]: true },
    rejected: [],
    rejectedCount: 0,
    lastPlaced: entry.placed ?? entry.time,
    messages: {},
    asks: {},
    told: {},
    deliveries: {},
    readBacks: {},
    offers: {},
    conveyances: {},
    pending: {},
    planned: {},
    notes: {},
    holds: {},
    keyring: {},
    invitations: {},
    certificates: {},
  }
  admit(room, act.founder, entry.position, true)
  return room
}

export function applyRoster(room: RoomState, entry: Entry, author: Member, act: RosterAct): void {
  switch (act.kind) {
    case 'room.open':
      return
    case 'member.admit':
      admit(room, act.card, entry.position, false)
      room.rekeyDue = true
      return
    case 'member.remove':
      return depart(room, act.member, {
        position: entry.position,
        how: 'removed',
        ...(act.note === undefined ? {} : { note: act.note }),
      })
    case 'member.leave':
      return depart(room, author.member, {
        position: entry.position,
        how: 'left',
        ...(act.note === undefined ? {} : { note: act.note }),
      })
    case 'device.add':
      author.devices = [...author.devices, act.card]
      room.devices[act.card.device] = author.member
      room.rekeyDue = true
      return
    case 'device.remove':
      author.devices = author.devices.filter(card => card.device !== act.device)
      room.rekeyDue = true
      return
    case 'lead.hand-over': {
      const heir = room.members[act.to]
      if (heir === undefined) return
      author.role = 'mediator'
      heir.role = 'lead'
      return
    }
    case 'party.add':
      makeKnown(room, act.card)
      return
    case 'room.register':
      room.rooms[act.room] = {
        room: act.room,
        kind: act.roomKind,
        ...(act.title === undefined ? {} : { title: act.title }),
        ...(act.party === undefined ? {} : { party: act.party }),
      }
      return
    case 'contact.record':
      room.contacts[act.member] = { member: act.member, mailbox: act.mailbox, card: act.card }
      return
  }
}

function admit(room: RoomState, card: MemberCard, position: number, founder: boolean): void {
  const { party, post } = card
  room.members[card.member] = {
    member: card.member,
    name: card.name,
    role: card.role,
    ...(party === undefined ? {} : { party }),
    ...(post === undefined ? {} : { post }),
    devices: card.devices,
    since: position,
    founder,
  }
  for (const { device } of card.devices) room.devices[device] = card.member
  // MSG-3: from here on the party speaks for itself.
  if (room.kind === 'caucus' && room.party?.account === false && !isMediator(card) && speaksForParty(card))
    makeKnown(room, { ...room.party, account: true })
}

function makeKnown(room: RoomState, card: PartyCard): void {
  room.parties[card.party] = card
  if (room.party?.party === card.party) room.party = card
}

function depart(room: RoomState, id: MemberId, left: NonNullable<Member['left']>): void {
  const member = room.members[id]
  if (member === undefined) return
  member.left = left
  room.rekeyDue = true
}
