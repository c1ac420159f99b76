/** Bringing people into rooms and taking them out. */

import {
  type Act,
  type Contact,
  isMediator,
  isPresent,
  type MemberCard,
  type MemberId,
  type PartyId,
  type ProcessId,
  type RoomId,
  type RoomState,
} from '@goodoffices/core'
import { fail, ok, type Result } from '../result.ts'
import type { Engine } from '../session/engine.ts'
import { caucusesOf, deskOf, roomsOf, tableOf } from './find.ts'

export function contactOf(engine: Engine, member: MemberId): Contact | undefined {
  for (const kept of Object.values(engine.home()?.keyring ?? {})) {
    const contact = engine.room(kept.room)?.contacts[member]
    if (contact !== undefined) return contact
  }
  return undefined
}

/** A member's card as it stands in a room both share, newest devices included. */
function cardOf(engine: Engine, id: MemberId): MemberCard | undefined {
  for (const kept of Object.values(engine.home()?.keyring ?? {})) {
    const member = engine.room(kept.room)?.members[id]
    if (member === undefined || !isPresent(member)) continue
    return {
      member: member.member,
      name: member.name,
      role: member.role === 'lead' ? 'mediator' : member.role,
      ...(member.party === undefined ? {} : { party: member.party }),
      ...(member.post === undefined ? {} : { post: member.post }),
      devices: [...member.devices],
    }
  }
  return contactOf(engine, id)?.card
}

/** Admits people known from other rooms, with one change of keys, and sends each the key. */
export async function admitAll(
  engine: Engine,
  room: RoomId,
  members: readonly MemberId[],
): Promise<Result<null>> {
  if (members.length === 0) return ok(null)
  const cards = members.flatMap(member => cardOf(engine, member) ?? [])
  if (cards.length < members.length) return fail('contact-unknown')
  return admitCards(engine, [{ room, cards }])
}

/** The changes first, then a letter to each person with the keys of all their rooms. */
export async function admitCards(
  engine: Engine,
  admissions: readonly { readonly room: RoomId; readonly cards: readonly MemberCard[] }[],
  time?: number,
): Promise<Result<null>> {
  const acts = admissions.flatMap(({ room, cards }) =>
    cards.map(card => ({
      room,
      act: { kind: 'member.admit', card } as Act,
      ...(time === undefined ? {} : { time }),
    })),
  )
  const admitted = await engine.submit(acts)
  if (!admitted.ok) return admitted
  const members = new Set(acts.flatMap(({ act }) => (act.kind === 'member.admit' ? [act.card.member] : [])))
  await engine.enqueue(
    [...members].map(member => ({
      kind: 'welcome',
      member,
      rooms: admissions
        .filter(({ cards }) => cards.some(card => card.member === member))
        .map(({ room }) => room),
    })),
  )
  return ok(null)
}

/** Which rooms a newcomer in this role belongs to, of those the inviter administers. */
export function roomsFor(
  engine: Engine,
  process: ProcessId,
  as: { readonly role: MemberCard['role']; readonly party?: PartyId },
): readonly RoomState[] {
  const rooms = roomsOf(engine, process)
  const inviterIsMediator = deskOf(engine, process) !== undefined
  if (isMediator(as))
    return rooms.filter(
      room => room.kind !== 'delegation' && room.kind !== 'private' && room.kind !== 'group',
    )
  const hidden = as.party !== undefined && deskOf(engine, process)?.parties[as.party]?.hidden === true
  return rooms.filter(room => {
    if (room.kind === 'caucus') return room.party?.party === as.party
    if (room.kind === 'delegation') return room.party?.party === as.party
    return room.kind === 'table' && inviterIsMediator && !hidden
  })
}

/** Takes a person out of every room of the process that the remover administers. */
export async function removeMember(
  engine: Engine,
  process: ProcessId,
  member: MemberId,
  note?: string,
): Promise<Result<null>> {
  const rooms = roomsOf(engine, process).filter(room => {
    const seat = room.members[member]
    return seat !== undefined && isPresent(seat)
  })
  if (rooms.length === 0) return fail('not-in-room')
  const act: Act = { kind: 'member.remove', member, ...(note === undefined ? {} : { note }) }
  const removed = await engine.submit(rooms.map(room => ({ room: room.id, act })))
  return removed.ok ? ok(null) : removed
}

/** Leaves every room of the process. What was read stays on this device. */
export async function leaveProcess(engine: Engine, process: ProcessId, note?: string): Promise<Result<null>> {
  const rooms = roomsOf(engine, process).filter(room => {
    const seat = room.members[engine.identity.member]
    return seat !== undefined && isPresent(seat) && room.kind !== 'private'
  })
  const act: Act = { kind: 'member.leave', ...(note === undefined ? {} : { note }) }
  const left = await engine.submit(rooms.map(room => ({ room: room.id, act })))
  return left.ok ? ok(null) : left
}

/** The lead passes to a co-mediator, at the desk, the table and in every caucus and group. */
export async function handOverLead(
  engine: Engine,
  process: ProcessId,
  to: MemberId,
  note?: string,
): Promise<Result<null>> {
  const act: Act = { kind: 'lead.hand-over', to, ...(note === undefined ? {} : { note }) }
  const rooms = [
    deskOf(engine, process),
    tableOf(engine, process),
    ...caucusesOf(engine, process),
    ...groupsOf(engine, process),
  ]
  const mine = rooms.filter(room => room?.members[engine.identity.member]?.role === 'lead')
  const done = await engine.submit(mine.flatMap(room => (room === undefined ? [] : [{ room: room.id, act }])))
  return done.ok ? ok(null) : done
}

const groupsOf = (engine: Engine, process: ProcessId): readonly RoomState[] =>
  roomsOf(engine, process).filter(room => room.kind === 'group')
