/** How a device keeps a log: its records in chunks, those on the way to a head apart, and the head that they lead to. */

import { decode, decodeShared, encode, isList } from '@goodoffices/log'
import type { RelayRecord } from '../relay/port.ts'
import type { Vault } from '../vault/vault.ts'

/** What a device keeps of logs, and could read again from their relays: their records, and snapshots of rooms. */
export const isOfCopy = (key: string): boolean => key.startsWith('log/') || key.startsWith('snapshot/')

export const logPrefix = (log: string): string => `log/${log}/`
export const recordsPrefix = (log: string): string => `${logPrefix(log)}records/`
export const recordsKey = (log: string, from: number): string =>
  `${recordsPrefix(log)}${String(from).padStart(10, '0')}`
export const aheadPrefix = (log: string): string => `${logPrefix(log)}ahead/`
export const aheadKey = (log: string, from: number): string =>
  `${aheadPrefix(log)}${String(from).padStart(10, '0')}`
export const headKey = (log: string): string => `${logPrefix(log)}head`

export function readHead(
  bytes: Uint8Array | undefined,
): { readonly size: number; readonly checkpoint: string } | undefined {
  if (bytes === undefined) return undefined
  const decoded = decode(bytes)
  const [size, checkpoint] = decoded.ok && isList(decoded.value) ? decoded.value : []
  return typeof size === 'number' && typeof checkpoint === 'string' ? { size, checkpoint } : undefined
}

/** Most bytes of records read under one key. */
const chunkBytesMax = 64 * 1024 * 1024
/** Where a chunk is cut: far below what is read, since a record adds a little to its envelope. */
const chunkBytesCut = 4 * 1024 * 1024

export function chunksOf(
  records: readonly RelayRecord[],
): readonly { readonly from: number; readonly records: readonly RelayRecord[] }[] {
  const chunks: { readonly from: number; readonly records: RelayRecord[] }[] = []
  let bytes = chunkBytesCut
  for (const record of records) {
    if (bytes >= chunkBytesCut) {
      chunks.push({ from: record.position, records: [] })
      bytes = 0
    }
    chunks.at(-1)?.records.push(record)
    bytes += record.envelope?.length ?? 0
  }
  return chunks
}

export const writeRecords = (records: readonly RelayRecord[]): Uint8Array =>
  encode(records.map(({ position, time, hash, envelope }) => [position, time, hash, envelope ?? null]))

/** Most keys asked for at once: what came record by record is kept so. */
const chunksMax = 1024

/** Records kept from a position on, where a chunk begins, in parts of about a chunk; up to the first that cannot be read. */
export async function* readKept(
  vault: Vault,
  log: string,
  from: number,
): AsyncGenerator<readonly RelayRecord[]> {
  let after = from === 0 ? undefined : recordsKey(log, from - 1)
  let countMax = 1
  for (let isMore = true; isMore; ) {
    const kept = await vault.scan(
      recordsPrefix(log),
      after === undefined ? { countMax } : { after, countMax },
    )
    const records: RelayRecord[] = []
    let bytes = 0
    for (const [, chunk] of kept) {
      const read = readRecords(chunk)
      if (read === undefined) {
        yield records
        return
      }
      for (const record of read) records.push(record)
      bytes += chunk.length
    }
    yield records
    after = kept.at(-1)?.[0]
    isMore = kept.length === countMax
    countMax = Math.min(Math.max(1, Math.floor((chunkBytesCut * kept.length) / bytes)), chunksMax)
  }
}

/** Records that share the memory of their chunk: whoever keeps one of them for long keeps a copy. */
export function readRecords(bytes: Uint8Array): readonly RelayRecord[] | undefined {
  const decoded = decodeShared(bytes, { bytesMax: chunkBytesMax })
  const items = decoded.ok ? decoded.value : undefined
  if (!isList(items)) return undefined
  const records: RelayRecord[] = []
  for (const item of items) {
    if (!isList(item)) return undefined
    const [position, time, hash, envelope] = item
    if (typeof position !== 'number' || typeof time !== 'number' || !(hash instanceof Uint8Array))
      return undefined
    if (envelope instanceof Uint8Array) records.push({ position, time, hash, envelope })
    else records.push({ position, time, hash })
  }
  return records
}
