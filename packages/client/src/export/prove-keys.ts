/**
 * The keys of an exported room: none is believed. Whoever exports could otherwise exchange a key, and what was said from then on
 * would be records that nobody can read.
 */

import type { RoomId } from '@goodoffices/core'
import { type EpochKey, proveEpochKey, textToSecret } from '@goodoffices/log'
import { EpochOrder } from '../log/epoch-order.ts'
import type { Peeked } from '../log/epochs.ts'
import { fail, ok, type Result } from '../result.ts'

export type WrittenKey = { readonly epoch: number; readonly key: string }
export type ProvenKey = { readonly epoch: number; readonly key: EpochKey }

/**
 * Every key in the file is that of its epoch: the first epoch's by the log's id, each later one's by the keys envelope that began it;
 * and every epoch of which anything stands in the log has one, but for keys at the very end that ended the exporter's own time in
 * the room. Fails with `record-malformed`, `record-key-differs` or `record-key-missing`, and the epoch.
 */
export async function proveKeys(
  room: RoomId,
  keys: readonly WrittenKey[],
  records: readonly Peeked[],
): Promise<Result<readonly ProvenKey[]>> {
  const order = new EpochOrder()
  // On what no honest relay would have placed no key hangs, and none is proved by it.
  const counting = records.flatMap((record, at) => (order.take(record) ? [{ ...record, at }] : []))
  const begunBy = keysEnvelopesIn(counting)
  const proven = new Map<number, EpochKey>()
  for (const { epoch, key } of keys) {
    const secret = textToSecret(key)
    if (!secret.ok || proven.has(epoch)) return fail('record-malformed', { path: 'keys' })
    const envelope = begunBy.get(epoch)
    const place = { logId: room, epoch, epochKey: secret.value }
    const proof = await proveEpochKey(envelope === undefined ? place : { ...place, envelope })
    if (!proof.ok) return fail('record-key-differs', { epoch, reason: proof.error.code })
    proven.set(epoch, secret.value)
  }
  const missing = counting
    .flatMap(({ peeked, at }) => (peeked?.ok === true ? [{ epoch: peeked.value.epoch, at }] : []))
    .find(({ epoch, at }) => !proven.has(epoch) && !isLastWord(records, at))?.epoch
  if (missing !== undefined) return fail('record-key-missing', { epoch: missing })
  return ok([...proven].map(([epoch, key]) => ({ epoch, key })))
}

/** By epoch; where a relay has placed two for one in their order, the first is the room's. */
function keysEnvelopesIn(records: readonly Peeked[]): ReadonlyMap<number, Uint8Array> {
  const envelopes = new Map<number, Uint8Array>()
  for (const { record, peeked } of records) {
    if (peeked?.ok !== true || peeked.value.kind !== 'k' || record.envelope === undefined) continue
    if (!envelopes.has(peeked.value.epoch)) envelopes.set(peeked.value.epoch, record.envelope)
  }
  return envelopes
}

/** Keys that nothing follows: whoever was taken out by them holds the room up to here, and not what they lead to. */
const isLastWord = (records: readonly Peeked[], at: number): boolean => {
  const peeked = records[at]?.peeked
  return at > 0 && at === records.length - 1 && peeked?.ok === true && peeked.value.kind === 'k'
}
