import type { RoomId } from '@goodoffices/core'
import { createEpochKey, type EpochKey, logIdOfEpochKey } from '@goodoffices/log'

export type NewRoom = { readonly id: RoomId; readonly key: EpochKey }

/** A name for a log that does not exist yet. */
export async function nameRoom(key: EpochKey = createEpochKey()): Promise<NewRoom> {
  const { logId } = await logIdOfEpochKey(key)
  return { id: logId as string as RoomId, key }
}
