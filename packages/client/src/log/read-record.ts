/** One record of a room's log, opened and held against what it says of itself. Nothing here changes a room. */

import { type Act, type DeviceId, type Entry, parseAct, type RoomId } from '@goodoffices/core'
import {
  checkKeysEnvelope,
  type DeviceKeys,
  type EpochKey,
  type OpenedKeys,
  openEnvelope,
  peekEnvelope,
  readEntry,
  type SignedEntry,
  verifyEntry,
} from '@goodoffices/log'
import type { RelayRecord } from '../relay/port.ts'
import type { Violation } from '../result.ts'
import { cardsIn, isTrueCard } from './cards.ts'
import type { Peeked } from './epochs.ts'

export type Read =
  | { readonly kind: 'keys'; readonly record: RelayRecord; readonly keys: OpenedKeys }
  | {
      readonly kind: 'entry'
      readonly record: RelayRecord
      readonly epoch: number
      readonly signed: SignedEntry
      readonly act: Act
    }
  | { readonly kind: 'fault'; readonly record: RelayRecord; readonly violation: Violation }

export const peek = (record: RelayRecord): Peeked => ({
  record,
  peeked: record.envelope === undefined ? undefined : peekEnvelope(record.envelope),
})

export const fault = (record: RelayRecord, code: string): Read => ({
  kind: 'fault',
  record,
  violation: { code },
})

/** What is in a record, by the keys of its epoch; whether it is by whom it says is not known yet. */
export async function openRecord(
  { record, peeked }: Peeked,
  { log, keyOf }: { readonly log: RoomId; readonly keyOf: (epoch: number) => EpochKey | undefined },
): Promise<Read> {
  const { envelope } = record
  if (envelope === undefined || peeked === undefined) return fault(record, 'envelope-withheld')
  if (!peeked.ok) return fault(record, peeked.error.code)
  const { epoch, kind } = peeked.value
  const epochKey = keyOf(epoch)
  if (epochKey === undefined) return fault(record, 'envelope/epoch')
  const place = { logId: log as string, epoch, epochKey, envelope }
  if (kind === 'k') {
    const keys = await checkKeysEnvelope(place)
    return keys.ok ? { kind: 'keys', record, keys: keys.value } : fault(record, keys.error.code)
  }
  const plaintext = await openEnvelope(place)
  if (!plaintext.ok) return fault(record, plaintext.error.code)
  const signed = readEntry(plaintext.value, { logId: log, epoch })
  if (!signed.ok) return fault(record, signed.error.code)
  const act = parseAct(signed.value.entry.act)
  if (!act.ok) return { kind: 'fault', record, violation: act.error }
  if (!cardsIn(act.value).every(isTrueCard)) return fault(record, 'device-id-mismatch')
  return { kind: 'entry', record, epoch, signed: signed.value, act: act.value }
}

/** The same, where an entry is signed by the device that it names, whose keys the room has named; a fault otherwise. */
export async function verifyRead(
  read: Read,
  keysOf: (device: DeviceId) => DeviceKeys | undefined,
): Promise<Read> {
  if (read.kind !== 'entry') return read
  const keys = keysOf(read.signed.entry.author)
  const isGenuine = keys !== undefined && (await verifyEntry(read.signed, keys.sign))
  return isGenuine ? read : fault(read.record, 'entry/signature')
}

export const toEntry = ({
  record,
  signed,
  act,
}: Pick<Extract<Read, { kind: 'entry' }>, 'record' | 'signed' | 'act'>): Entry => ({
  id: signed.entry.id,
  device: signed.entry.author,
  time: signed.entry.time,
  placed: record.time,
  position: record.position,
  act,
})
