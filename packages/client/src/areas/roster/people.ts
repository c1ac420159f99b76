/** Bringing people into rooms and taking them out. */

import {
  type DeviceId,
  isMediator,
  isPresent,
  isPublic,
  type Member,
  type MemberCard,
  type MemberId,
  type PartyId,
  type ProcessId,
  type RoomId,
  type RoomState,
} from '@goodoffices/core'
import { decidedIn, type Everywhere } from '../../process/decided.ts'
import { actEverywhere } from '../../process/everywhere.ts'
import { caucusesOf, checkRoomsRead, deskOf, tableOf } from '../../process/find.ts'
import { currentRoomsOf, roomsOf } from '../../process/held.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { AtWork } from '../../session/at-work.ts'
import type { Engine } from '../../session/engine/engine.ts'
import type { Step } from '../../session/engine/ground.ts'
import { admitMember } from './founding.ts'

/** Whose cards are asked for, and for a room of which kind. */
type Wanted = { readonly process: ProcessId; readonly into: RoomState['kind'] }

/**
 * A member's card as it stands in the rooms of a process, newest devices included; `into`: the kind of room that it is for. The rooms must agree on which party it is
 * and on a device: in one's own caucus one could list anybody's name with a device of one's own. Fails with `contact-unknown`
 * and `contact-differs`.
 */
function cardOf(
  engine: Engine,
  { process, into, id }: Wanted & { readonly id: MemberId },
): Result<MemberCard> {
  const rooms = roomsOf(engine, process)
  const seated = rooms.filter(room => {
    const seat = room.members[id]
    return seat !== undefined && isPresent(seat)
  })
  // GOOD-18: known by another name in what several sides share, somebody comes into such a room by that, and into no other.
  const alike = seated.filter(room => isPublic(room) === isPublic({ kind: into }))
  const seats = (alike.length > 0 ? [...alike, ...seated] : seated).flatMap(room => room.members[id] ?? [])
  const contacts = rooms.flatMap(room => room.contacts[id]?.card ?? [])
  const known = seats.map(seatToCard)
  const cards = alike.length > 0 || contacts.length === 0 ? known : [...contacts, ...known]
  const [card] = cards
  if (card === undefined) return fail('contact-unknown')
  return cards.every(other => isSamePerson(card, other))
    ? ok(isPublic({ kind: into }) ? knownWhereSeveralRead(rooms, card) : card)
    : fail('contact-differs', { name: card.name })
}

/** GOOD-18: whoever was known by a name where several sides read comes back there by that, also from where nobody else reads. */
export function knownWhereSeveralRead(rooms: readonly RoomState[], card: MemberCard): MemberCard {
  const seat = rooms.filter(isPublic).findLast(({ members }) => members[card.member] !== undefined)
  const known = seat?.members[card.member]
  if (known === undefined) return card
  const { post: _, ...rest } = card
  return { ...rest, name: known.name, ...(known.post === undefined ? {} : { post: known.post }) }
}

const seatToCard = (seat: Member): MemberCard => ({
  member: seat.member,
  name: seat.name,
  role: seat.role === 'lead' ? 'mediator' : seat.role,
  ...(seat.party === undefined ? {} : { party: seat.party }),
  ...(seat.post === undefined ? {} : { post: seat.post }),
  ...(seat.institution === undefined ? {} : { institution: seat.institution }),
  devices: [...seat.devices],
})

const isSamePerson = (a: MemberCard, b: MemberCard): boolean =>
  a.party === b.party &&
  a.institution === b.institution &&
  a.devices.some(({ device }) => b.devices.some(other => other.device === device))

/** Whether nobody but the owner of the compared device is known under this newcomer's id, or under another with its devices. */
export function isNobodyElse(
  engine: Engine,
  process: ProcessId,
  { newcomer, compared }: { readonly newcomer: MemberCard; readonly compared: DeviceId },
): boolean {
  const devices = new Set(newcomer.devices.map(({ device }) => device))
  return roomsOf(engine, process).every(room => {
    const contact = room.contacts[newcomer.member]?.card
    const known = [...Object.values(room.members), ...(contact === undefined ? [] : [contact])]
    return known.every(other =>
      other.member === newcomer.member
        ? other.party === newcomer.party && other.devices.some(({ device }) => device === compared)
        : !other.devices.some(({ device }) => devices.has(device)),
    )
  })
}

/**
 * Admits people known from other rooms, with one change of keys, and sends each the key. Fails with `contact-unknown`,
 * `contact-differs`, and with `relay-unreachable` while a room of the process is unread.
 */
export async function admit(
  { engine }: AtWork,
  room: RoomId,
  members: readonly MemberId[],
): Promise<Result<Everywhere>> {
  const known = engine.room(room)
  if (known === undefined) return fail('room-unknown')
  const cards = cardsOf(engine, { process: known.process.process, into: known.kind }, members)
  return cards.ok ? admitCards({ engine }, [{ room, cards: cards.value }]) : cards
}

export function cardsOf(
  engine: Engine,
  wanted: Wanted,
  members: readonly MemberId[],
): Result<readonly MemberCard[]> {
  const read = checkRoomsRead(engine, wanted.process)
  if (!read.ok) return read
  const cards: MemberCard[] = []
  for (const member of members) {
    const card = cardOf(engine, { ...wanted, id: member })
    if (!card.ok) return card
    cards.push(card.value)
  }
  return ok(cards)
}

export type Admission = { readonly room: RoomId; readonly cards: readonly MemberCard[] }

/** The changes first, then a letter to each person with the keys of all their rooms. */
export function admissionSteps(admissions: readonly Admission[], time?: number): readonly Step[] {
  const members = new Set(admissions.flatMap(({ cards }) => cards.map(({ member }) => member)))
  return [
    ...admissions.flatMap(({ room, cards }) =>
      cards.map(card => ({
        room,
        act: admitMember(card),
        ...(time === undefined ? {} : { time }),
      })),
    ),
    ...[...members].map(member => ({
      kind: 'welcome' as const,
      member,
      rooms: admissions.flatMap(({ room, cards }) =>
        cards.some(card => card.member === member) ? [room] : [],
      ),
    })),
  ]
}

/** Brings people in by their cards: samples and simulations, where nobody needs to be compared with. */
export async function admitCards(
  { engine }: AtWork,
  admissions: readonly Admission[],
  time?: number,
): Promise<Result<Everywhere>> {
  const admitted = await engine.submit(admissionSteps(admissions, time))
  return admitted.ok ? ok(decidedIn(engine, admitted.value)) : admitted
}

/** Which rooms a newcomer in this role belongs to, of those the inviter administers; the desk last, which asks for all caucuses (TEAM-8). */
export function roomsFor(
  engine: Engine,
  process: ProcessId,
  as: { readonly role: MemberCard['role']; readonly party?: PartyId },
): readonly RoomState[] {
  const rooms = currentRoomsOf(engine, process)
  const inviterIsMediator = deskOf(engine, process) !== undefined
  if (isMediator(as))
    return (['table', 'caucus', 'desk'] as const).flatMap(kind => rooms.filter(room => room.kind === kind))
  const hidden = as.party !== undefined && deskOf(engine, process)?.parties[as.party]?.hidden === true
  return rooms.filter(room => {
    if (room.kind === 'caucus') return room.party?.party === as.party
    if (room.kind === 'delegation') return room.party?.party === as.party
    return room.kind === 'table' && inviterIsMediator && !hidden
  })
}

/** Why somebody goes is for those they worked with: the desk, or their own party's rooms; never for the other side. */
const noteFor = ({ kind }: RoomState, note: string | undefined): { readonly note?: string } =>
  note !== undefined && (kind === 'desk' || kind === 'delegation') ? { note } : {}

/**
 * Takes a person out of every room of the process that the remover administers, and says where they remain: somebody else must do it
 * there, as a head of delegation finds at the table, or nothing can be written there. Fails with `not-in-room`, with why where it can
 * be done nowhere, and with `relay-unreachable` while a room is unread.
 */
export async function removeMember(
  { engine }: AtWork,
  process: ProcessId,
  member: MemberId,
  note?: string,
): Promise<Result<Everywhere>> {
  const read = checkRoomsRead(engine, process)
  if (!read.ok) return read
  const rooms = roomsOf(engine, process).filter(room => {
    const seat = room.members[member]
    return seat !== undefined && isPresent(seat)
  })
  if (rooms.length === 0) return fail('not-in-room')
  const acts = rooms.map(room => ({
    room: room.id,
    act: { kind: 'member.remove', member, ...noteFor(room, note) } as const,
  }))
  return actEverywhere(engine, acts)
}

/** Leaves every room of the process that others share; what was read stays on this device. Fails with `relay-unreachable` while one is unread. */
export async function leaveProcess(
  { engine }: AtWork,
  process: ProcessId,
  note?: string,
): Promise<Result<Everywhere>> {
  const read = checkRoomsRead(engine, process)
  if (!read.ok) return read
  const rooms = roomsOf(engine, process).filter(room => {
    const seat = room.members[engine.identity.member]
    return seat !== undefined && isPresent(seat) && room.kind !== 'private'
  })
  return actEverywhere(
    engine,
    rooms.map(room => ({ room: room.id, act: { kind: 'member.leave', ...noteFor(room, note) } as const })),
  )
}

/** The lead passes at the desk, the table, in the caucuses and in groups that the heir is of. Fails as `leaveProcess` does. */
export async function handOverLead(
  { engine }: AtWork,
  process: ProcessId,
  to: MemberId,
  note?: string,
): Promise<Result<Everywhere>> {
  const read = checkRoomsRead(engine, process)
  if (!read.ok) return read
  const rooms = [
    deskOf(engine, process),
    tableOf(engine, process),
    ...caucusesOf(engine, process),
    // Where the heir is not of a group, the group keeps its lead.
    ...groupsOf(engine, process).filter(({ members }) => members[to] !== undefined && isPresent(members[to])),
  ]
  const mine = rooms.filter(room => room?.members[engine.identity.member]?.role === 'lead')
  return actEverywhere(
    engine,
    mine.flatMap(room =>
      room === undefined
        ? []
        : [{ room: room.id, act: { kind: 'lead.hand-over', to, ...noteFor(room, note) } as const }],
    ),
  )
}

const groupsOf = (engine: Engine, process: ProcessId): readonly RoomState[] =>
  roomsOf(engine, process).filter(room => room.kind === 'group')
