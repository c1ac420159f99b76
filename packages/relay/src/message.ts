/** What travels in bodies and live messages, between bytes and values. Shapes: `docs/spec/relay.md`. */
import { decode, encode, isBytes, isCount, isList, isRecord, isText, type Value } from '@goodoffices/log'
import type { AppendAnswer, CheckpointAnswer, ProofAnswer, ReadAnswer } from './answer.ts'
import type { RelayLimits } from './limits.ts'
import type { Push } from './push.ts'
import { type Outcome, type Refusal, refuse, succeed } from './refusal.ts'
import type { RightAnswer } from './right.ts'
import type { StoredRecord } from './store.ts'

export type AppendBody = {
  readonly envelopes: readonly Uint8Array[]
  readonly expect?: number | undefined
  /** The largest checkpoint that the device has seen. */
  readonly seen?: string | undefined
}
export type CreateBody = {
  readonly access: Uint8Array
  readonly envelopes: readonly Uint8Array[]
  readonly seen?: string | undefined
}
export type RestoreBody = {
  readonly from: number
  readonly records: readonly {
    readonly time: number
    readonly hash?: Uint8Array
    readonly envelope?: Uint8Array
  }[]
  readonly checkpoint: string
  readonly proof: readonly Uint8Array[]
}
export type LiveRequest =
  | {
      readonly type: 'subscribe'
      readonly log: string
      readonly key: Uint8Array
      readonly signature: Uint8Array
    }
  | { readonly type: 'unsubscribe'; readonly log: string }
  /** `id` is the client's, and comes back with the answer. */
  | ({ readonly type: 'append'; readonly log: string; readonly id: number } & Omit<AppendBody, 'expect'>)

/** A body is a record holding lists of bytes, or of records that hold bytes or text: nothing lies deeper. */
const depthMax = 2
const recordsDepthMax = 3

export function readCreateBody(bytes: Uint8Array, bytesMax: number): Outcome<CreateBody> {
  const fields = readFields(bytes, bytesMax, ['access', 'envelopes', 'seen'])
  if (!fields.ok) return fields
  const { access, envelopes, seen } = fields.value
  if (!(access instanceof Uint8Array) || access.length !== 32)
    return refuse('relay/malformed', { field: 'access' })
  if (!isEnvelopeList(envelopes)) return refuse('relay/malformed', { field: 'envelopes' })
  if (seen !== undefined && !isText(seen)) return refuse('relay/malformed', { field: 'seen' })
  return succeed({ access, envelopes, seen })
}

export function readAppendBody(bytes: Uint8Array, bytesMax: number): Outcome<AppendBody> {
  const fields = readFields(bytes, bytesMax, ['envelopes', 'expect', 'seen'])
  if (!fields.ok) return fields
  const { envelopes, expect, seen } = fields.value
  if (!isEnvelopeList(envelopes) || envelopes.length === 0)
    return refuse('relay/malformed', { field: 'envelopes' })
  if (expect !== undefined && !isCount(expect)) return refuse('relay/malformed', { field: 'expect' })
  if (seen !== undefined && !isText(seen)) return refuse('relay/malformed', { field: 'seen' })
  return succeed({ envelopes, expect, seen })
}

export function readRestoreBody(bytes: Uint8Array, bytesMax: number): Outcome<RestoreBody> {
  const fields = readFields(bytes, bytesMax, ['from', 'records', 'checkpoint', 'proof'], recordsDepthMax)
  if (!fields.ok) return fields
  const { from, records, checkpoint, proof = [] } = fields.value
  if (from === undefined || !isCount(from)) return refuse('relay/malformed', { field: 'from' })
  const isRecords = isList(records) && records.length > 0 && records.every(isKeptRecord)
  if (!isRecords) return refuse('relay/malformed', { field: 'records' })
  if (checkpoint === undefined || !isText(checkpoint))
    return refuse('relay/malformed', { field: 'checkpoint' })
  if (!isEnvelopeList(proof)) return refuse('relay/malformed', { field: 'proof' })
  return succeed({ from, records, checkpoint, proof })
}

/** A time, and either an envelope or the hash that it left. */
function isKeptRecord(value: Value): value is RestoreBody['records'][number] {
  if (!isRecord(value)) return false
  const { time, hash, envelope, ...rest } = value
  if (time === undefined || !isCount(time) || Object.keys(rest).length > 0) return false
  return envelope === undefined
    ? hash !== undefined && isBytes(hash) && hash.length === 32
    : hash === undefined && isBytes(envelope)
}

/** A log to follow, and the `Authorization` of the request that would follow it alone. */
export type Follow = { readonly log: string; readonly authorization: string }

export function readFollowBody(bytes: Uint8Array, limits: RelayLimits): Outcome<readonly Follow[]> {
  const fields = readFields(bytes, limits.bodyBytesMax, ['follow'], recordsDepthMax)
  if (!fields.ok) return fields
  const { follow } = fields.value
  if (!isList(follow) || follow.length === 0 || !follow.every(isFollow))
    return refuse('relay/malformed', { field: 'follow' })
  const max = limits.subscriptionsPerConnectionMax
  return follow.length > max ? refuse('relay/too-large', { of: 'subscriptions', max }) : succeed(follow)
}

export function isFollow(value: Value): value is Follow {
  if (!isRecord(value)) return false
  const { log, authorization, ...rest } = value
  const isWhole = typeof log === 'string' && typeof authorization === 'string'
  return isWhole && Object.keys(rest).length === 0
}

export function readRightBody(
  bytes: Uint8Array,
  bytesMax: number,
): Outcome<{ readonly right: Uint8Array; readonly logs: number; readonly until: number }> {
  const fields = readFields(bytes, bytesMax, ['right', 'logs', 'until'])
  if (!fields.ok) return fields
  const { right, logs, until } = fields.value
  if (right === undefined || !isBytes(right) || right.length !== 32)
    return refuse('relay/malformed', { field: 'right' })
  if (logs === undefined || !isCount(logs)) return refuse('relay/malformed', { field: 'logs' })
  if (until === undefined || !isCount(until)) return refuse('relay/malformed', { field: 'until' })
  return succeed({ right, logs, until })
}

export function readLiveRequest(bytes: Uint8Array, bytesMax: number): Outcome<LiveRequest> {
  const fields = readFields(bytes, bytesMax, ['type', 'log', 'key', 'signature', 'id', 'envelopes', 'seen'])
  if (!fields.ok) return fields
  const { type, log, key, signature, id, envelopes, seen } = fields.value
  if (log === undefined || !isText(log)) return refuse('relay/malformed', { field: 'log' })
  if (type === 'unsubscribe') return succeed({ type, log })
  if (type === 'append') {
    if (id === undefined || !isCount(id)) return refuse('relay/malformed', { field: 'id' })
    if (!isEnvelopeList(envelopes) || envelopes.length === 0)
      return refuse('relay/malformed', { field: 'envelopes' })
    if (seen !== undefined && !isText(seen)) return refuse('relay/malformed', { field: 'seen' })
    return succeed({ type, log, id, envelopes, seen })
  }
  if (type !== 'subscribe') return refuse('relay/malformed', { field: 'type' })
  if (key === undefined || !isBytes(key)) return refuse('relay/malformed', { field: 'key' })
  if (signature === undefined || !isBytes(signature)) return refuse('relay/malformed', { field: 'signature' })
  return succeed({ type, log, key, signature })
}

export function readFields(
  bytes: Uint8Array,
  bytesMax: number,
  names: readonly string[],
  depth = depthMax,
): Outcome<{ readonly [name: string]: Value | undefined }> {
  const decoded = decode(bytes, { bytesMax, depthMax: depth })
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

export function writeRightAnswer({ logs, until }: RightAnswer): Uint8Array {
  return encode({ logs, until })
}

export function writeRevokeAnswer({ logs }: { readonly logs: number }): Uint8Array {
  return encode({ logs })
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
      /** The longest message that is taken, one that appends among them. */
      readonly bytesMax: number
    }
  /** Nothing else may have happened for a while; the line is alive, and this is the time. */
  | { readonly type: 'beat'; readonly now: number }
  /** From `size` on, everything is pushed; what lies before is read by HTTP. */
  | ({ readonly type: 'subscribed'; readonly log: string; readonly epoch: number } & CheckpointAnswer)
  /** The key's epoch ended with the last record pushed: `size` is all that it sees. */
  | { readonly type: 'ended'; readonly log: string; readonly size: number }
  /** The subscription was dropped because too much was unsent: read from `from`, then subscribe again. */
  | { readonly type: 'behind'; readonly log: string; readonly from: number }
  | ({ readonly type: 'appended'; readonly log: string; readonly id: number } & AppendAnswer)
  /** With `id`, an append was refused, and the subscription goes on. */
  | { readonly type: 'refused'; readonly log: string | null; readonly id?: number; readonly refusal: Refusal }

export function writeLiveAnswer(answer: LiveAnswer): Uint8Array {
  if (answer.type !== 'refused') return encode(answer)
  const { refusal, ...rest } = answer
  return encode({ ...rest, refusal: refusal as { readonly [name: string]: Value } })
}

export function writePush({ id, from, records, size, checkpoint }: Push): Uint8Array {
  return encode({ type: 'records', log: id, from, records: records.map(recordToValue), size, checkpoint })
}
