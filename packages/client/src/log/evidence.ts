import { evidenceToText, peekEnvelope, revealContentKey } from '@goodoffices/log'
import type { RelayRecord } from '../relay/port.ts'
import type { RoomLog } from './room-log.ts'
import type { Tree } from './tree.ts'

/**
 * One entry for somebody outside the room, and nothing of the others: its envelope with that envelope's key, and its place under
 * a signed head. Undefined where the record is no entry that this member can open.
 */
export function evidenceOf(
  log: RoomLog,
  {
    record,
    tree,
    checkpoint,
  }: { readonly record: RelayRecord; readonly tree: Tree; readonly checkpoint: string },
): string | undefined {
  const { position, time, envelope } = record
  const peeked = envelope === undefined ? undefined : peekEnvelope(envelope)
  const hashes = tree.inclusion(position)
  if (envelope === undefined || peeked?.ok !== true || hashes === undefined) return undefined
  const { epoch } = peeked.value
  const epochKey = log.epochKey(epoch)
  if (epochKey === undefined) return undefined
  const contentKey = revealContentKey({ logId: log.id, epoch, epochKey, envelope })
  if (!contentKey.ok) return undefined
  return evidenceToText({
    logId: log.id,
    epoch,
    time,
    envelope,
    contentKey: contentKey.value,
    index: position,
    hashes,
    checkpoint,
  })
}
