/** Which rooms of a process this member holds. */

import {
  isMediator,
  isPresent,
  type Kept,
  type ProcessId,
  type RoomId,
  type RoomState,
  successorOf,
} from '@goodoffices/core'
import { fail, ok, type Result, type Violation } from '../result.ts'
import type { Ground } from '../session/engine/ground.ts'

type Holding = Pick<Ground, 'home' | 'room'>
type Seated = Holding & Pick<Ground, 'identity'>
type Reading = Pick<Ground, 'room' | 'standing' | 'isOver' | 'relayOf'>
type Comparing = Reading & Pick<Ground, 'roomLog' | 'identity' | 'home'>

/** The lines of this member's keyring that are rooms of a process. */
export const linesOf = (ground: Holding, process: ProcessId): readonly Kept[] =>
  Object.values(ground.home()?.keyring ?? {}).filter(
    kept => kept.purpose === 'room' && kept.process?.process === process,
  )

/** The rooms of all talks that this member holds, those that a caucus went on from left out. */
export function allRoomsOf(ground: Seated): readonly RoomState[] {
  const kept = Object.values(ground.home()?.keyring ?? {}).filter(line => line.purpose === 'room')
  const processes = new Set(kept.flatMap(({ process }) => process?.process ?? []))
  return [...processes].flatMap(process => currentRoomsOf(ground, process))
}

/** Whether these rooms have been read. One that could not be asked for is not taken for one in which nothing stands. Fails with `relay-unreachable`. */
export function checkRead(ground: Reading, rooms: readonly Pick<Kept, 'room'>[]): Result<null> {
  const missing = rooms.find(({ room }) => {
    const standing = ground.standing(room)
    const isOutOfReach =
      standing.kind === 'unasked' || (standing.kind === 'unread' && standing.why.code === 'relay-unreachable')
    return ground.room(room) === undefined && isOutOfReach && !ground.isOver(room)
  })
  return missing === undefined
    ? ok(null)
    : fail('relay-unreachable', { address: ground.relayOf(missing.room).address })
}

/** A room that was not read to where it has come, and why: what is said there is compared with nothing. */
export type Unread = { readonly room: RoomId; readonly why: Violation }

/**
 * LEAK-14: the rooms of a process that this device could not read on, those that its relay was not reached for apart, and those that
 * this member has left. Who could hold up a room could hold up every word of the mediators, so these do not: they are said.
 */
export const unreadOf = (ground: Comparing, process: ProcessId): readonly Unread[] =>
  linesOf(ground, process).flatMap(({ room }) => {
    const why = whyNotReadOn(ground, room)
    return why === undefined ? [] : [{ room, why }]
  })

/**
 * LEAK-14: whether what a side is to read can be compared at all. Fails as `checkRead` does, and with `room-unread` where a room has
 * moved to rules that this program does not know: another device of this member may have read on there, and this one can be updated.
 */
export function checkComparable(ground: Comparing, process: ProcessId): Result<null> {
  const newer = unreadOf(ground, process).find(({ why }) => why.code === 'rules-newer')
  return newer === undefined
    ? checkRead(ground, linesOf(ground, process))
    : fail('room-unread', { room: newer.room })
}

function whyNotReadOn(ground: Comparing, id: RoomId): Violation | undefined {
  const room = ground.room(id)
  const seat = room?.members[ground.identity.member]
  if (ground.isOver(id) || (seat !== undefined && !isPresent(seat))) return undefined
  const log = ground.roomLog(id)
  const isNewer =
    room === undefined
      ? log?.faults.some(({ violation }) => violation.code === 'rules-newer')
      : room.newer !== undefined
  if (isNewer === true) return { code: 'rules-newer' }
  const standing = ground.standing(id)
  switch (standing.kind) {
    case 'stopped':
      return standing.why
    case 'withheld':
      return { code: 'envelope-withheld' }
    case 'unread':
      if (standing.why.code !== 'relay-unreachable') return standing.why
      break
    case 'unasked':
    case 'read':
    case 'unmade':
    case 'forgotten':
      break
    default:
      return standing satisfies never
  }
  if (log?.isShutOut === true) return { code: 'keys-withheld' }
  return log?.isKeyedOtherwise === true ? { code: 'keys-refused' } : undefined
}

/**
 * Those of them in which the talks go on: of a caucus that goes on in another room the later one, once its party has adopted it, and
 * not one that was merely offered (TEAM-11).
 */
export function currentRoomsOf(ground: Seated, process: ProcessId): readonly RoomState[] {
  const all = roomsOf(ground, process)
  const held = new Map(all.map(room => [room.id, room]))
  return all.filter(room => {
    const next = successorOf(room)
    const before = room.succeeds === undefined ? undefined : held.get(room.succeeds.room)
    const isOver = next !== undefined && held.get(next)?.succeeds?.room === room.id
    const isTheOne = before === undefined ? !isPassedOver(ground, room, all) : successorOf(before) === room.id
    return !isOver && isTheOne
  })
}

/**
 * TEAM-11 for a mediator who comes from here on, and reads neither the caucus before nor the yes to a room: one that goes on from a
 * caucus, and in which nobody of its party has done anything, was offered, and may be offered anew.
 */
export function isOnlyOffered(ground: Seated, room: RoomState): boolean {
  const { succeeds, members, timeline, party, consents, messages } = room
  const me = members[ground.identity.member]
  if (succeeds === undefined || ground.home()?.keyring[succeeds.room] !== undefined) return false
  if (me === undefined || !isMediator(me)) return false
  // The party's devices open it once the party has adopted it; for one without an account it is written down.
  const isRecorded = Object.keys(consents).length > 0 || Object.values(messages).some(isPartys)
  const isCome = timeline.some(({ by }) => members[by]?.party !== undefined)
  return !(isCome || (party?.account === false && isRecorded))
}

const isPartys = ({ side }: RoomState['messages'][keyof RoomState['messages']]): boolean => side === 'party'

/** Whether another was offered since in its place, or is the one in which its party is. */
function isPassedOver(ground: Seated, room: RoomState, all: readonly RoomState[]): boolean {
  if (!isOnlyOffered(ground, room)) return false
  const at = all.indexOf(room)
  return all.some(
    (other, i) =>
      other !== room &&
      other.succeeds?.room === room.succeeds?.room &&
      other.party?.party === room.party?.party &&
      (i > at || !isOnlyOffered(ground, other)),
  )
}

/** The rooms that a caucus went on from, oldest first, as far as this member holds them. */
export function earlierOf(ground: Holding, room: RoomState): readonly RoomState[] {
  const before = room.succeeds === undefined ? undefined : ground.room(room.succeeds.room)
  const isSame =
    before !== undefined && successorOf(before) === room.id && before.party?.party === room.party?.party
  return isSame ? [...earlierOf(ground, before), before] : []
}

/** The rooms of a process, the table first, then the desk, the caucuses in the order of the parties, and the rest. */
export function roomsOf(ground: Holding, process: ProcessId): readonly RoomState[] {
  const rooms = linesOf(ground, process).flatMap(kept => roomOf(ground, kept))
  const partyOrder = Object.keys(
    rooms.find(room => room.kind === 'desk' || room.kind === 'table')?.parties ?? {},
  )
  const kinds = ['table', 'desk', 'caucus', 'delegation', 'group', 'private']
  const placeOf = (room: RoomState): number =>
    kinds.indexOf(room.kind) * 1000 + partyOrder.indexOf(room.party?.party ?? '')
  return rooms.sort((a, b) => placeOf(a) - placeOf(b))
}

/** The room of a line, if it is what the line says: whoever sent the line might have called it something else. */
function roomOf(ground: Holding, kept: Kept): readonly RoomState[] {
  const room = ground.room(kept.room)
  const isAsSaid =
    room?.process.process === kept.process?.process &&
    room?.party?.party === kept.party &&
    room?.kind === kept.roomKind
  return room !== undefined && isAsSaid ? [room] : []
}
