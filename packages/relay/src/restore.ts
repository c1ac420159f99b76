/**
 * How a relay that went back in time is given what it lost. It believes nobody: what is restored leads to a checkpoint
 * that it signed itself. Times and places are those that the checkpoint proves.
 */
import {
  appendLeaf,
  type Checkpoint,
  equalBytes,
  type Frontier,
  frontierRoot,
  hashLeaf,
  logIdOf,
  verifyConsistency,
} from '@goodoffices/log'
import { type RelayEnvelope, readEnvelopes } from './envelope.ts'
import type { RelayLimits } from './limits.ts'
import { type Growth, placeRecord, startGrowth } from './placement.ts'
import { type Outcome, type Refusal, refuse, succeed } from './refusal.ts'
import { hasRoom, isOfExpectedEpoch, isStewarded } from './rules.ts'
import type { LogState } from './state.ts'
import type { LogHead, OutlineRecord } from './store.ts'

/** What a member asks for: see `Relay.restore`. */
export type RestoreRequest = {
  readonly key: Uint8Array
  readonly steward?: Uint8Array | undefined
  readonly from: number
  readonly records: readonly {
    readonly time: number
    readonly hash?: Uint8Array
    readonly envelope?: Uint8Array
  }[]
  readonly checkpoint: string
  readonly proof: readonly Uint8Array[]
}

/** A record as a member kept it: the envelope, or of a destroyed one its hash. */
export type RestoreRecord = {
  readonly time: number
  readonly hash: Uint8Array
  readonly envelope: RelayEnvelope | undefined
}

export type Restoration = {
  /** Position of the first record. */
  readonly from: number
  readonly records: readonly RestoreRecord[]
  /** Opened: this relay signed it for this log. */
  readonly checkpoint: Checkpoint
  /** Where the records end before the checkpoint's size: that the tree up to there is a prefix of the checkpoint's. */
  readonly proof: readonly Uint8Array[]
  /** The steward key that countersigned the request. */
  readonly steward?: Uint8Array | undefined
}

/** Gives each record its hash, and refuses what is too much or no envelope. */
export function readRestoreRecords(
  records: readonly { readonly time: number; readonly hash?: Uint8Array; readonly envelope?: Uint8Array }[],
  limits: RelayLimits,
): Outcome<readonly RestoreRecord[]> {
  const max = limits.restoreRecordsMax
  if (records.length > max) return refuse('relay/too-large', { of: 'records', max })
  const kept = records.flatMap(({ envelope }) => (envelope === undefined ? [] : [envelope]))
  const read = readEnvelopes(kept, { ...limits, batchEnvelopesMax: max })
  if (!read.ok) return read
  const envelopes = read.value[Symbol.iterator]()
  return succeed(
    records.map(({ time, hash, envelope }) => {
      const opened = envelope === undefined ? undefined : envelopes.next().value
      return { time, hash: opened?.hash ?? hash ?? new Uint8Array(), envelope: opened }
    }),
  )
}

/**
 * REL-101: a restore is signed with a key of the log: one that the relay knows, one that a keys envelope among the records
 * brings, or, for a log that it has lost whole, the key that its id follows from.
 */
export function isOfMember(
  id: string,
  key: Uint8Array,
  head: LogHead | undefined,
  records: readonly RestoreRecord[],
): boolean {
  if (head === undefined) return logIdOf(key) === id
  return (
    isKnownKey(head, key) ||
    records.some(({ envelope }) => envelope?.peek.kind === 'k' && equalBytes(envelope.peek.accessKey, key))
  )
}

/** Whether a key is of one of the log's epochs; a log that is not there knows none. */
export const isKnownKey = (head: LogHead | undefined, key: Uint8Array): boolean =>
  head?.access.some(row => equalBytes(row.key, key)) === true

/** The same of the epoch in force. */
export const isCurrentKey = (head: LogHead | undefined, key: Uint8Array): boolean =>
  equalBytes(head?.access.at(-1)?.key ?? new Uint8Array(), key)

/** REL-103: with the tree that the relay has at `from`, the records lead to the checkpoint's root. */
export function isProven(reached: Frontier, { records, checkpoint, proof }: Restoration): boolean {
  const { size, root } = checkpoint
  const tree = records.reduce(
    (frontier, { time, hash }) => appendLeaf(frontier, hashLeaf({ time, envelopeHash: hash })),
    reached,
  )
  if (tree.size === size) return equalBytes(frontierRoot(tree), root)
  const claim = { size1: tree.size, root1: frontierRoot(tree), size2: size, root2: root, proof }
  return verifyConsistency(claim).ok
}

/** REL-104: the first position at which the relay holds something else than the record that it once signed. */
export function findFork(held: readonly OutlineRecord[], { from, records }: Restoration): number | undefined {
  return held.find(({ position, time, hash }) => {
    const record = records[position - from]
    return record !== undefined && !(record.time === time && equalBytes(record.hash, hash))
  })?.position
}

/** The log with the records that it lacks. They are proven; what is left is what the relay must know of epochs. */
export function growRestored(
  state: LogState,
  { from, records, steward }: Restoration,
  room: { readonly limits: RelayLimits; readonly roomBytes: number },
): Outcome<Growth> {
  const growth = startGrowth(state)
  const missing = records.slice(state.frontier.size - from)
  if (isBlindStart(state, missing[0])) return refuse('relay/restore', { reason: 'epoch', position: 0 })
  let unseen: number | undefined
  for (const record of missing) {
    const { envelope } = record
    const position = growth.state.frontier.size
    if (envelope === undefined) unseen ??= position
    else {
      const misplaced = findUnknownEpoch(growth.state, envelope, unseen ?? position)
      if (misplaced !== undefined) return { ok: false, error: misplaced }
      unseen = undefined
    }
    placeRecord(growth, record)
  }
  if (unseen !== undefined) return refuse('relay/restore', { reason: 'epoch', position: unseen })
  // REL-109: of what comes back as its hash alone the words are gone: that is a destruction.
  const isDestroying = missing.some(({ envelope }) => envelope === undefined)
  if (isDestroying && !isStewarded(growth.state, steward)) return refuse('relay/steward')
  if (!hasRoom(growth.state, room.limits)) return refuse('relay/log-full')
  return growth.state.bytes - state.bytes > room.roomBytes ? refuse('relay/store-full') : succeed(growth)
}

/** REL-105: without its opening envelope a lost log's steward cannot be known. */
function isBlindStart(state: LogState, first: RestoreRecord | undefined): boolean {
  return state.frontier.size === 0 && first !== undefined && first.envelope === undefined
}

/**
 * REL-105: where destroyed records are followed by an envelope of the epoch before them, none of them was a keys envelope.
 * Otherwise one was, and with it went the key that may write now: an older one must not take its place.
 */
function findUnknownEpoch(state: LogState, envelope: RelayEnvelope, position: number): Refusal | undefined {
  return isOfExpectedEpoch(state, envelope)
    ? undefined
    : refuse('relay/restore', { reason: 'epoch', position }).error
}
