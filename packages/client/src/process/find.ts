/** What this member knows of the talks they are in, by the rooms that they hold. */

import type { Member, PartyId, ProcessId, Role, RoomId, RoomState, Terms } from '@goodoffices/core'
import type { Result } from '../result.ts'
import type { Engine } from '../session/engine/engine.ts'
import { checkRead, currentRoomsOf, linesOf, roomsOf } from './held.ts'

/**
 * Whether every room of a process that this member holds has been read. A room that a relay keeps back for good is passed over, so
 * that it does not hold up the others; one that could not be asked for is not taken for one that is not there.
 */
export const checkRoomsRead = (engine: Engine, process: ProcessId): Result<null> =>
  checkRead(engine, linesOf(engine, process))

export const deskOf = (engine: Engine, process: ProcessId): RoomState | undefined =>
  roomsOf(engine, process).find(room => room.kind === 'desk')

export const tableOf = (engine: Engine, process: ProcessId): RoomState | undefined =>
  roomsOf(engine, process).find(room => room.kind === 'table')

export const caucusesOf = (engine: Engine, process: ProcessId): readonly RoomState[] =>
  currentRoomsOf(engine, process).filter(room => room.kind === 'caucus')

export type ProcessSummary = {
  readonly process: ProcessId
  readonly title: string
  readonly role: Role
  readonly party?: PartyId
  readonly terms: Terms
  readonly rooms: readonly RoomId[]
  /** This member has left, or was removed from, every room that others share. */
  readonly over: boolean
}

export function processesOf(engine: Engine): readonly ProcessSummary[] {
  const kept = Object.values(engine.home()?.keyring ?? {}).filter(
    line => line.purpose === 'room' && line.process !== undefined,
  )
  const ids = new Set(kept.map(line => line.process?.process).filter(id => id !== undefined))
  return [...ids].flatMap(id => summaryOf(engine, id) ?? [])
}

export function summaryOf(engine: Engine, process: ProcessId): ProcessSummary | undefined {
  const rooms = roomsOf(engine, process)
  const seats = rooms.flatMap(room => {
    const seat: Member | undefined = room.members[engine.identity.member]
    return seat === undefined ? [] : [{ room, seat }]
  })
  const shared = seats.filter(({ room }) => room.kind !== 'private')
  const best = shared.find(({ seat }) => seat.left === undefined) ?? shared[0] ?? seats[0]
  if (best === undefined) return undefined
  const { room, seat } = best
  return {
    process,
    title: room.process.title,
    role: seat.role,
    ...(seat.party === undefined ? {} : { party: seat.party }),
    terms: room.terms,
    rooms: rooms.map(({ id }) => id),
    over: seats.every(({ room, seat: { left } }) => room.kind === 'private' || left !== undefined),
  }
}
