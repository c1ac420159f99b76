/** A room as its member sees it: what the log holds, with what still waits to be sent applied on top. */

import { applyEntry, beginRoom, type DeviceId, type RoomId, type RoomState, specOf } from '@goodoffices/core'
import type { Result } from '../result.ts'
import type { Pending } from './outbox.ts'

/** A copy that can be changed without the original noticing. */
export const copyRoom = (room: RoomState): RoomState => structuredClone(room)

/**
 * The state after the pending acts; the state itself where there are none. Acts that no longer hold are passed over: sending
 * them will say why.
 */
export function project(
  room: RoomState | undefined,
  pending: readonly Pending[],
  author: { readonly id: RoomId; readonly device: DeviceId },
): RoomState | undefined {
  const waiting = room === undefined ? pending : pending.filter(({ id }) => !Object.hasOwn(room.seen, id))
  if (waiting.length === 0) return room
  let projected = room === undefined ? undefined : copyRoom(room)
  for (const entry of waiting) {
    const result = step(projected, entry, author)
    if (result.ok) projected = result.value
  }
  return projected
}

/** Applies one act as if it came next. */
export function step(
  room: RoomState | undefined,
  { id, act, time }: Pending,
  author: { readonly id: RoomId; readonly device: DeviceId },
): Result<RoomState> {
  const entry = { id, act, time, device: author.device, position: room?.size ?? 1 }
  return room === undefined ? beginRoom(author.id, entry) : applyEntry(room, entry)
}

/** Whether sending this changes who holds the keys, so that an epoch must begin with it. */
export const changesKeys = (act: Pending['act']): boolean => specOf(act).changesKeys === true
