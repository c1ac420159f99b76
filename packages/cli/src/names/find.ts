/** From what a person typed to what it names: exactly one thing, or the command ends and says which there are. */

import { type ProcessSummary, type Session, titleOf } from '@goodoffices/client'
import {
  type AnyPassage,
  type ItemId,
  isPresent,
  type Member,
  type MessageId,
  type PartId,
  type PartyCard,
  type RegisterItem,
  type RoomId,
  type RoomKind,
  type RoomState,
  type Stretch,
  type Successor,
  successorOf,
} from '@goodoffices/core'
import type { Handle } from '../areas/handle.ts'
import { itemHandles } from '../areas/item/handles.ts'
import { messageHandles } from '../areas/message/handles.ts'
import { missing, misuse } from '../shell/exit.ts'
import { type Choosing, candidatesOf, choose, knownOf, type Named } from './choose.ts'
import { fullHandle, handlesIn, partHandle, partsOf, roomHandle, slugOf } from './handles.ts'

/** The process meant: the one named, or the only one there is. */
export function findProcess(
  session: Session,
  typed: string | undefined,
  choosing: Choosing<ProcessSummary> = {},
): ProcessSummary {
  const all = session.processes()
  const named = processesNamed(all)
  if (typed !== undefined && typed !== '') return choose('process', typed, named, choosing)
  const open = named.filter(({ value }) => !value.over)
  const [only, ...others] = open.length > 0 ? open : named
  if (only === undefined) throw missing('no-process')
  if (others.length > 0) throw misuse('process-needed', {}, candidatesOf(named))
  return only.value
}

export const processesNamed = (all: readonly ProcessSummary[]): readonly Named<ProcessSummary>[] =>
  all.map(value => ({ value, handle: slugOf(value.title), id: value.process }))

/** CLI-39: `table` is the table, whatever a group is called. */
export const roomsNamed = (rooms: readonly RoomState[]): readonly Named<RoomState>[] =>
  rooms.map(value => ({
    value,
    handle: roomHandle(value),
    id: value.id,
    also: successorOf(value) === undefined ? roomHandle(value).split(':').slice(1) : [],
  }))

/** The rooms of talks, those among them that a caucus went on from. */
export function heldRooms(session: Session, process: ProcessSummary['process']): readonly RoomState[] {
  const rooms = session.rooms(process)
  return [...rooms, ...rooms.flatMap(room => session.earlier(room))]
}

export const findRoom = (
  session: Session,
  process: ProcessSummary,
  typed: string,
  choosing: Choosing<RoomState> = {},
): RoomState => choose('room', typed, roomsNamed(heldRooms(session, process.process)), choosing)

/** The only room of a kind that this member holds, such as a party's own caucus. */
export function onlyRoom(session: Session, process: ProcessSummary, kind: RoomKind): RoomState {
  const rooms = session.rooms(process.process).filter(room => room.kind === kind)
  const [only, ...others] = rooms
  if (only === undefined) throw missing('no-such-room', { kind })
  if (others.length > 0) throw misuse('room-needed', {}, candidatesOf(roomsNamed(rooms)))
  return only
}

export const roomOrOnly = (
  session: Session,
  process: ProcessSummary,
  typed: string | undefined,
  kind: RoomKind,
): RoomState => (typed === undefined ? onlyRoom(session, process, kind) : findRoom(session, process, typed))

export type Found = { readonly room: RoomState; readonly id: string }

/** `m3` where only one room has one, else `caucus:iran/m3`; or the beginning of its id. CLI-7: a thing of a register by its title, too; `register`: of that one alone. */
export function findItem(rooms: readonly RoomState[], of: Handle, typed: string, register?: string): Found {
  const [roomTyped, itemTyped] = splitHandle(typed)
  const within = roomTyped === undefined ? rooms : [choose('room', roomTyped, roomsNamed(rooms))]
  const all = within.flatMap(room =>
    [...handlesIn(room, of)].flatMap(([short, id]) => {
      const thing = of === itemHandles.item ? room.items[id as ItemId] : undefined
      if (register !== undefined && thing?.register !== register) return []
      const about = thing === undefined ? undefined : titleOf(thing)
      const also = [short, ...(about === undefined ? [] : [slugOf(about)])]
      return [{ value: { room, id }, handle: fullHandle(room, of, id), id, short, also, about }]
    }),
  )
  if (register !== undefined && all.length === 0)
    throw missing('none-entered', { what: register, rooms: rooms.map(roomHandle).join(', ') })
  const exact = all.filter(({ short }) => short === itemTyped)
  // A number is never the beginning of another: m1 is not m10.
  if (/^[a-z]\d+$/.test(itemTyped) && exact.length === 0)
    throw missing('nothing-named', { what: of.kind, name: typed }, knownOf(all))
  return choose(of.kind, itemTyped, exact.length > 0 ? exact : all)
}

/** A thing of one register, in rooms given; `none-entered` where there is none of it yet. */
export function findThing(
  rooms: readonly RoomState[],
  register: string,
  typed: string,
): { readonly room: RoomState; readonly thing: RegisterItem } {
  const { room, id } = findItem(rooms, itemHandles.item, typed, register)
  const thing = room.items[id as ItemId]
  if (thing === undefined) throw missing('item-unknown')
  return { room, thing }
}

function splitHandle(typed: string): readonly [string | undefined, string] {
  const at = typed.lastIndexOf('/')
  return at < 0 ? [undefined, typed] : [typed.slice(0, at), typed.slice(at + 1)]
}

export type FoundPassage = Found & { readonly part?: string }

/** A message, or with `.p25` a marked part of it. */
export function findPassage(rooms: readonly RoomState[], typed: string): FoundPassage {
  const [, message = typed, short] = /^(.*)\.([pq]\d+)$/.exec(typed) ?? []
  const found = findItem(rooms, messageHandles.message, message)
  if (short === undefined) return found
  const known = found.room.messages[found.id as MessageId]
  const parts =
    known === undefined ? [] : partsOf(known).map(({ part }) => ({ part, handle: partHandle(known, part) }))
  const named = parts.find(({ handle }) => handle === short)
  const all = parts.map(({ part, handle }) => ({ value: part, handle: `${message}.${handle}`, id: part }))
  if (named === undefined) throw missing('nothing-named', { what: 'part', name: typed }, knownOf(all))
  return { ...found, part: named.part }
}

/** Whatever may pass: a message, a part of it, all but its parts (`m1.rest`) or a stretch (`m1.12-40`), fields of an item as it stands (`i2.figure+method`), or a mark on one (`i2.1`). */
export function findAnyPassage(
  rooms: readonly RoomState[],
  typed: string,
): { readonly room: RoomState; readonly passage: AnyPassage } {
  const [, item, of = ''] = /^((?:.*\/)?i\d+)\.([A-Za-z0-9+]+)$/.exec(typed) ?? []
  if (item === undefined) {
    const [, message, range] = /^(.*)\.(rest|\d+-\d+)$/.exec(typed) ?? []
    if (message !== undefined && range !== undefined) {
      const { room, id } = findItem(rooms, messageHandles.message, message)
      return { room, passage: { message: id as MessageId, stretch: readStretch(range) } }
    }
    const { room, id, part } = findPassage(rooms, typed)
    const passage = { message: id as MessageId, ...(part === undefined ? {} : { part: part as PartId }) }
    return { room, passage }
  }
  const { room, id } = findItem(rooms, itemHandles.item, item)
  const thing = room.items[id as ItemId]
  if (thing === undefined) throw missing('nothing-named', { what: 'item', name: typed })
  return /^\d+$/.test(of)
    ? { room, passage: { item: thing.item, mark: Number(of) } }
    : { room, passage: { item: thing.item, rev: thing.revisions.length, fields: of.split('+') } }
}

function readStretch(typed: string): Stretch {
  if (typed === 'rest') return typed
  const [from = 0, to = 0] = typed.split('-').map(Number)
  return { from, to }
}

export const caucusesIn = (session: Session, process: ProcessSummary): readonly RoomState[] =>
  session.rooms(process.process).filter(room => room.kind === 'caucus')

/** CLI-37: the offer that a caucus go on in another room, by a name that no other offer has. */
export const offerHandle = (room: RoomId): string => `offered:${room.slice(0, 8)}`

/** The room that is offered now, if it is the one that was typed, whole: another may have been offered since it was shown. */
export function findOffer({ successor }: RoomState, typed: string): Successor {
  const offers = successor === undefined ? [] : [successor]
  return choose(
    'offer',
    typed,
    offers.map(value => ({ value, handle: offerHandle(value.room), id: value.room })),
    { isWhole: true },
  )
}

/** A party by its name or the beginning of it, as the desk or else the table knows it. */
export function findParty(session: Session, process: ProcessSummary, typed: string): PartyCard {
  const rooms = session.rooms(process.process)
  const cards = new Map(rooms.flatMap(room => Object.values(room.parties)).map(card => [card.party, card]))
  return choose(
    'party',
    typed,
    [...cards.values()].map(value => ({ value, handle: slugOf(value.name), id: value.party })),
  )
}

/** The caucus of a party, for mediators. */
export function findCaucus(session: Session, process: ProcessSummary, typed: string): RoomState {
  const caucuses = caucusesIn(session, process)
  return choose(
    'party',
    typed.replace(/^caucus:/, ''),
    caucuses.map(value => ({
      value,
      handle: slugOf(value.party?.name ?? ''),
      id: value.party?.party ?? value.id,
    })),
  )
}

export type Person = { readonly member: Member; readonly rooms: readonly RoomState[] }

/** Everybody this member shares a room of the process with, once each. */
export function peopleIn(session: Session, process: ProcessSummary): readonly Person[] {
  const people = new Map<string, { member: Member; rooms: RoomState[] }>()
  for (const room of session.rooms(process.process)) {
    for (const member of Object.values(room.members)) {
      const known = people.get(member.member)
      if (known === undefined) people.set(member.member, { member, rooms: isPresent(member) ? [room] : [] })
      else if (isPresent(member)) known.rooms.push(room)
    }
  }
  return [...people.values()]
}

export const peopleNamed = (people: readonly Person[]): readonly Named<Member>[] =>
  people.map(({ member }) => ({ value: member, handle: slugOf(member.name), id: member.member }))

export const findMember = (
  session: Session,
  process: ProcessSummary,
  typed: string,
  choosing: Choosing<Member> = {},
): Member => choose('person', typed, peopleNamed(peopleIn(session, process)), choosing)
