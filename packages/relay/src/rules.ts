/**
 * The rules of an append, each a named predicate; `docs/spec/relay.md` numbers them. None looks at a clock, and none
 * can look inside an envelope.
 */
import { checkSlotChange, type EnvelopePeek, equalBytes } from '@goodoffices/log'
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

/**
 * REL-44: whoever asks for destruction is who the current epoch was given to as a steward, where it has two slots as one of the
 * mediators. A log without a steward has nobody to ask.
 */
export function isStewarded(state: LogState, steward: Uint8Array | undefined): boolean {
  const { steward: expected } = currentAccess(state)
  return expected !== undefined && steward !== undefined && equalBytes(expected, steward)
}

/** REL-44, REL-45: keys begin an epoch with the countersignature of one slot, and leave the other's key as it was. */
function findBrokenStewardship(
  state: LogState,
  peek: Extract<EnvelopePeek, { readonly kind: 'k' }>,
  countersigned: Uint8Array | undefined,
):
  | { readonly code: 'relay/steward' }
  | { readonly code: 'relay/envelope'; readonly reason: string }
  | undefined {
  const { steward, party } = currentAccess(state)
  const isOfASlot =
    countersigned !== undefined &&
    [steward, party].some(key => key !== undefined && equalBytes(key, countersigned))
  if (!isOfASlot || steward === undefined) return { code: 'relay/steward' }
  const current = party === undefined ? steward : { mediators: steward, party }
  const checked = checkSlotChange({ current, next: peek.stewardKeys ?? peek.stewardKey, countersigned })
  return checked.ok ? undefined : { code: 'relay/envelope', reason: checked.error.code }
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

/**
 * The first envelope of a log may hand out the keys that the log was made with. It starts no epoch. The log's steward is the
 * one that it names; one that was begun without has none, and is not opened afterwards.
 */
export function isOpening(state: LogState, { peek }: RelayEnvelope): boolean {
  const { epoch, key, steward } = currentAccess(state)
  return (
    peek.kind === 'k' &&
    state.frontier.size === 0 &&
    peek.epoch === epoch &&
    equalBytes(peek.accessKey, key) &&
    steward !== undefined
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
  const { peek } = envelope
  if (peek.kind === 's' || isOpening(state, envelope)) return undefined
  const broken = findBrokenStewardship(state, peek, steward)
  if (broken === undefined) return undefined
  return broken.code === 'relay/steward'
    ? refuse('relay/steward').error
    : refuse('relay/envelope', { index, reason: broken.reason }).error
}
