/**
 * What a relay that was put back from an older copy is given of a log that it has lost: records as they stood, in pieces that it
 * takes, each led by proof to a head that it signed itself (REL-101 to REL-108).
 */

import { epochFirst, peekEnvelope, type SigningKey } from '@goodoffices/log'
import type { RelayRecord } from '../relay/port.ts'
import type { Result } from '../result.ts'
import type { MailLog } from './mail-log.ts'
import type { Replica } from './replica.ts'
import { RoomLog } from './room-log.ts'

export type Piece = {
  /** The epoch in force at its first record: a relay that has what comes before it knows its key. */
  readonly epoch: number
  readonly records: readonly RelayRecord[]
  /** That the log up to its end is a prefix of what the head signs; empty where it ends there. */
  readonly proof: readonly Uint8Array[]
}

/** A stranger's body may have 512 KiB, and to a relay that has lost a log whole everybody is one. */
const pieceBytesMax = 384 * 1024
const pieceRecordsMax = 4096
/** Of a record beside its envelope. */
const recordBytes = 32

/** All that stands in the copy from a position on; nothing where that is its end. */
export async function piecesFrom(replica: Replica, from: number): Promise<readonly Piece[]> {
  const pieces: { epoch: number; records: RelayRecord[] }[] = []
  let epoch = epochFirst
  let bytes = 0
  for (const record of await replica.records()) {
    const last = pieces.at(-1)
    const recordSize = (record.envelope?.length ?? 0) + recordBytes
    if (record.position >= from) {
      const isFull = bytes + recordSize > pieceBytesMax || last?.records.length === pieceRecordsMax
      if (last === undefined || isFull) {
        pieces.push({ epoch, records: [record] })
        bytes = recordSize
      } else {
        last.records.push(record)
        bytes += recordSize
      }
    }
    epoch = epochAfter(record) ?? epoch
  }
  return pieces.map(({ epoch: inForce, records }) => ({
    epoch: inForce,
    records,
    proof: replica.tree.consistency((records.at(-1)?.position ?? 0) + 1),
  }))
}

/** The epoch that a keys envelope begins. */
function epochAfter({ envelope }: RelayRecord): number | undefined {
  const peeked = envelope === undefined ? undefined : peekEnvelope(envelope)
  return peeked?.ok === true && peeked.value.kind === 'k' ? peeked.value.epoch : undefined
}

/** REL-109: whose countersignature a piece needs of which nothing but hashes is left in places; undefined where it needs none, or it is not here. */
export const stewardOf = async (
  log: RoomLog | MailLog,
  records: readonly RelayRecord[],
): Promise<SigningKey | undefined> =>
  log instanceof RoomLog && records.some(({ envelope }) => envelope === undefined)
    ? log.stewardship.destroying()
    : undefined

/** SYNC-39: how much of a log its relay has left, where that is less than `size`, which is here; undefined where it is not what is wrong. */
export function leftOf(read: Result<null>, size: number): number | undefined {
  if (read.ok || size === 0) return undefined
  const { code, offered } = read.error
  if (code === 'relay/unknown-log') return 0
  return code === 'log-rolled-back' && typeof offered === 'number' ? offered : undefined
}
