import type { EpochKey } from '@goodoffices/log'
import type { RoomLog } from './room-log.ts'

/** The key of a room's newest epoch; undefined where none is known. */
export function newestKeyOf(
  log: RoomLog | undefined,
): { readonly epoch: number; readonly key: EpochKey } | undefined {
  const key = log?.epochKey(log.epoch)
  return log === undefined || key === undefined ? undefined : { epoch: log.epoch, key }
}
