/** What travels in bodies and live messages, between bytes and values. Shapes: `docs/spec/relay.md`. */
import { decode, encode, isBytes, isCount, isList, isRecord, isText, type Value } from '@goodoffices/log'
import { type Outcome, type Refusal, refuse, succeed } from './refusal.ts'
import type { AppendAnswer, CheckpointAnswer, ProofAnswer, Push, ReadAnswer } from './relay.ts'
import type { StoredRecord } from './store.ts'

export type AppendBody = {
  readonly envelopes: readonly Uint8Array[]
  readonly expect?: number | undefined
}
export type CreateBody = { readonly access: Uint8Array; readonly envelopes: readonly Uint8Array[] }
export type LiveRequest =
  | {
      readonly type: 'subscribe'
      readonly log: string
      readonly key: Uint8Array
      readonly signature: Uint8Array
    }
  | { readonly type: 'unsubscribe'; readonly log: string }

/** A body is a record holding lists of bytes: nothing lies deeper. */
const depthMax = 2

export function readCreateBody(bytes: Uint8Array, bytesMax: number): Outcome<CreateBody> {
  const fields = readFields(bytes, bytesMax, ['access', 'envelopes'])
  if (!fields.ok) return fields
  const { access, envelopes } = fields.value
  if (!(access instanceof Uint8Array) || access.length !== 32)
    return refuse('relay/malformed', { field: 'access' })
  if (!isEnvelopeList(envelopes)) return refuse('relay/malformed', { field: 'envelopes' })
  return succeed({ access, envelopes })
}

export function readAppendBody(bytes: Uint8Array, bytesMax: number): Outcome<AppendBody> {
  const fields = readFields(bytes, bytesMax, ['envelopes', 'expect'])
  if (!fields.ok) return fields
  const { envelopes, expect } = fields.value
  if (!isEnvelopeList(envelopes) || envelopes.length === 0)
    return refuse('relay/malformed', { field: 'envelopes' })
  if (expect !== undefined && !isCount(expect)) return refuse('relay/malformed', { field: 'expect' })
  return succeed({ envelopes, expect })
}

export function readLiveRequest(bytes: Uint8Array, bytesMax: number): Outcome<LiveRequest> {
  const fields = readFields(bytes, bytesMax, ['type', 'log', 'key', 'signature'])
  if (!fields.ok) return fields
  const { type, log, key, signature } = fields.value
  if (log === undefined || !isText(log)) return refuse('relay/malformed', { field: 'log' })
  if (type === 'unsubscribe') return succeed({ type, log })
  if (type !== 'subscribe') return refuse('relay/malformed', { field: 'type' })
  if (key === undefined || !isBytes(key)) return refuse('relay/malformed', { field: 'key' })
  if (signature === undefined || !isBytes(signature)) return refuse('relay/malformed', { field: 'signature' })
  return succeed({ type, log, key, signature })
}

function readFields(
  bytes: Uint8Array,
  bytesMax: number,
  names: readonly string[],
): Outcome<{ readonly [name: string]: Value | undefined }> {
  const decoded = decode(bytes, { bytesMax, depthMax })
  if (!decoded.ok) return refuse('relay/malformed', { reason: decoded.error.code })
  if (!isRecord(decoded.value)) return refuse('relay/malformed', { reason: 'encoding/shape' })
  const foreign = Object.keys(decoded.value).find(name => !names.includes(name))
  return foreign === undefined ? succeed(decoded.value) : refuse('relay/malformed', { field: foreign })
}

function isEnvelopeList(value: Value | undefined): value is readonly Uint8Array[] {
  return isList(value) && value.every(isBytes)
}

function recordToValue({ position, time, hash, envelope }: StoredRecord): Value {
  // A destroyed envelope leaves its hash, from which the leaf still follows.
  return envelope === undefined ? { position, time, hash } : { position, time, envelope }
}

export function writeAppendAnswer({ positions, times, size, checkpoint }: AppendAnswer): Uint8Array {
  return encode({ positions, times, size, checkpoint })
}

export function writeReadAnswer({ size, checkpoint, records }: ReadAnswer): Uint8Array {
  return encode({ size, checkpoint, records: records.map(recordToValue) })
}

export function writeCheckpointAnswer({ size, checkpoint }: CheckpointAnswer): Uint8Array {
  return encode({ size, checkpoint })
}

export function writeProofAnswer({ size, checkpoint, proof }: ProofAnswer): Uint8Array {
  return encode({ size, checkpoint, proof })
}

export function writeDestroyAnswer({ destroyed }: { readonly destroyed: number }): Uint8Array {
  return encode({ destroyed })
}

export function writeRefusal(refusal: Refusal): Uint8Array {
  return encode(refusal as { readonly [name: string]: Value })
}

export type LiveAnswer =
  | {
      readonly type: 'hello'
      readonly relay: string
      readonly nonce: Uint8Array
      readonly now: number
    }
  /** From `size` on, everything is pushed; what lies before is read by HTTP. */
  | ({ readonly type: 'subscribed'; readonly log: string; readonly epoch: number } & CheckpointAnswer)
  /** The key's epoch ended with the last record pushed: `size` is all that it sees. */
  | { readonly type: 'ended'; readonly log: string; readonly size: number }
  /** The subscription was dropped because too much was unsent: read from `from`, then subscribe again. */
  | { readonly type: 'behind'; readonly log: string; readonly from: number }
  | { readonly type: 'refused'; readonly log: string | null; readonly refusal: Refusal }

export function writeLiveAnswer(answer: LiveAnswer): Uint8Array {
  if (answer.type !== 'refused') return encode(answer)
  const { type, log, refusal } = answer
  return encode({ type, log, refusal: refusal as { readonly [name: string]: Value } })
}

export function writePush({ id, from, records, size, checkpoint }: Push): Uint8Array {
  return encode({ type: 'records', log: id, from, records: records.map(recordToValue), size, checkpoint })
}
