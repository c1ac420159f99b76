/**
 * The rules of an append, each a named predicate; `docs/spec/relay.md` numbers them. None looks at a clock, and none
 * can look inside an envelope.
 */
import { equalBytes } from '@goodoffices/log'
import type { RelayEnvelope } from './envelope.ts'
import type { RelayLimits } from './limits.ts'
import { type Refusal, refuse } from './refusal.ts'
import { currentAccess, type LogState } from './state.ts'

export type AppendRequest = {
  /** The access key that signed the request. */
  readonly key: Uint8Array
  /** The steward key that countersigned it. */
  readonly steward?: Uint8Array | undefined
  readonly envelopes: readonly RelayEnvelope[]
  /** Compare-and-append: the size that the log must have. */
  readonly expect?: number | undefined
}

/** REL-20: only the current epoch's key appends. */
function isSignedByCurrentKey(state: LogState, request: AppendRequest): boolean {
  return equalBytes(currentAccess(state).key, request.key)
}

/** REL-21: where a size is expected, it is the log's. */
function isExpectedSize(state: LogState, request: AppendRequest): boolean {
  return request.expect === undefined || request.expect === state.frontier.size
}

/** REL-106: a log that has lost records takes nothing that would stand in their place. */
export function isWhole(state: LogState): boolean {
  return state.frontier.size >= state.owed
}

/** REL-22: two who change keys at once cannot both succeed, since a change of keys names the size it was made for. */
function isRekeyCompared(request: AppendRequest): boolean {
  return request.expect !== undefined || request.envelopes.every(({ peek }) => peek.kind === 's')
}

/** REL-44: whoever asks is who the current epoch was given to as a steward. A log without one has nobody to ask. */
export function isStewarded(state: LogState, steward: Uint8Array | undefined): boolean {
  const { steward: expected } = currentAccess(state)
  return expected !== undefined && steward !== undefined && equalBytes(expected, steward)
}

/** REL-23: a keys envelope is made for its log, and names it. */
function isForThisLog(state: LogState, { peek }: RelayEnvelope): boolean {
  return peek.kind === 's' || peek.logId === state.id
}

/** REL-24: a sealed envelope belongs to the current epoch; a keys envelope starts the next, or opens the log. */
export function isOfExpectedEpoch(state: LogState, envelope: RelayEnvelope): boolean {
  const { epoch } = currentAccess(state)
  const { peek } = envelope
  return peek.kind === 's' ? peek.epoch === epoch : peek.epoch === epoch + 1 || isOpening(state, envelope)
}

/** The first envelope of a log may hand out the keys that the log was made with. It starts no epoch. */
export function isOpening(state: LogState, { peek }: RelayEnvelope): boolean {
  const { epoch, key, steward } = currentAccess(state)
  return (
    peek.kind === 'k' &&
    state.frontier.size === 0 &&
    peek.epoch === epoch &&
    equalBytes(peek.accessKey, key) &&
    steward !== undefined &&
    equalBytes(peek.stewardKey, steward)
  )
}

/** REL-25: a log stays within its bytes, its entries and its epochs. */
export function hasRoom(state: LogState, limits: RelayLimits): boolean {
  return (
    state.bytes <= limits.logBytesMax &&
    state.frontier.size <= limits.logEntriesMax &&
    state.access.length <= limits.logEpochsMax
  )
}

/** The first rule that the request as a whole breaks. */
export function findBrokenRule(state: LogState, request: AppendRequest): Refusal | undefined {
  if (!isSignedByCurrentKey(state, request)) return refuse('relay/stale-epoch').error
  if (!isWhole(state)) return refuse('relay/behind', { size: state.frontier.size, seen: state.owed }).error
  if (!isRekeyCompared(request)) return refuse('relay/expect-required').error
  if (!isExpectedSize(state, request)) return refuse('relay/conflict', { size: state.frontier.size }).error
  return undefined
}

/** The first rule that an envelope breaks in the place it would have. */
export function findBrokenEnvelopeRule(
  state: LogState,
  {
    envelope,
    index,
    steward,
  }: {
    readonly envelope: RelayEnvelope
    readonly index: number
    readonly steward: Uint8Array | undefined
  },
): Refusal | undefined {
  if (!isForThisLog(state, envelope)) return refuse('relay/envelope', { index, reason: 'envelope/log' }).error
  if (!isOfExpectedEpoch(state, envelope))
    return refuse('relay/epoch', { index, epoch: currentAccess(state).epoch }).error
  if (envelope.peek.kind === 'k' && !isOpening(state, envelope) && !isStewarded(state, steward))
    return refuse('relay/steward').error
  return undefined
}
