import { logIdOf, type NoteSigner, verifierToText } from '@goodoffices/log'
import type { AppendAnswer, CheckpointAnswer, ProofAnswer, ReadAnswer } from './answer.ts'
import { type Burials, bury } from './burials.ts'
import { Checkpoints } from './checkpoints.ts'
import { createLog, type WritingTools } from './creating.ts'
import { readEnvelopes } from './envelope.ts'
import type { RelayLimits } from './limits.ts'
import { type Commit, LogQueue, type Placed, toRefusal } from './log-queue.ts'
import { proveConsistency, proveInclusion } from './proof.ts'
import { Pushes } from './push.ts'
import { type Outcome, type Refusal, refuse, succeed } from './refusal.ts'
import { isCurrentKey, isKnownKey, isOfMember, type RestoreRequest, readRestoreRecords } from './restore.ts'
import { restoreLog } from './restoring.ts'
import { type MintRequest, mintRight, type RightAnswer, revokeRight } from './right.ts'
import { isStewarded, isWhole } from './rules.ts'
import { headToState, type LogView, viewLog } from './state.ts'
import type { Store } from './store.ts'

export type RelayOptions = {
  readonly store: Store
  readonly signer: NoteSigner
  readonly limits: RelayLimits
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly onFault: (error: unknown) => void
  /** Whether logs are made by rights that are handed on (REL-14). */
  readonly isByInvitation?: boolean
  /** What was destroyed, where that is to outlive the store (REL-110). */
  readonly burials?: Burials
}

/** A log that nobody has written to for a while is forgotten at this many, and read again when needed. */
const queuesMax = 10_000
const dayMs = 86_400_000

/**
 * Orders, stores and shows sealed envelopes. Callers have checked who signed: every `key` here is an access public key
 * whose holder made the request. What that key may do is decided here.
 */
export class Relay {
  readonly verifierKey: string
  readonly #options: RelayOptions
  readonly #queues = new Map<string, LogQueue>()
  readonly #checkpoints: Checkpoints
  /** Everything that becomes durable, for whoever follows a log. */
  readonly pushes: Pushes
  #storedBytes: number
  #isStopping = false

  private constructor(options: RelayOptions, storedBytes: number) {
    this.#options = options
    this.#storedBytes = storedBytes
    this.#checkpoints = new Checkpoints(options.signer)
    this.pushes = new Pushes(this.#checkpoints, options)
    this.verifierKey = verifierToText(options.signer)
  }

  static async open(options: RelayOptions): Promise<Relay> {
    const { bytes } = await options.store.usage()
    return new Relay(options, bytes)
  }

  get name(): string {
    return this.#options.signer.name
  }

  get limits(): RelayLimits {
    return this.#options.limits
  }

  get isStopping(): boolean {
    return this.#isStopping
  }

  /** Whether the store can be read. */
  async isAnswering(): Promise<boolean> {
    return this.#options.store.usage().then(
      () => true,
      () => false,
    )
  }

  now(): number {
    return this.#options.now()
  }

  /** Makes the log that the key names, with its first envelopes. Repeating it changes nothing. */
  create({
    key,
    steward,
    envelopes,
    seen,
    right,
  }: {
    readonly key: Uint8Array
    readonly steward?: Uint8Array | undefined
    readonly envelopes: readonly Uint8Array[]
    readonly seen?: string | undefined
    /** The name of the right that is spent on it. */
    readonly right?: Uint8Array | undefined
  }): Promise<Outcome<AppendAnswer>> {
    return this.#attempt(async () => {
      const read = readEnvelopes(envelopes, this.limits)
      if (!read.ok) return read
      const id = logIdOf(key)
      const behind = await this.#findBehind(id, { key, seen })
      if (behind !== undefined) return { ok: false, error: behind }
      const made = await createLog(this.#tools(), { id, key, steward, envelopes: read.value, right })
      return made.ok ? this.#answerAppend(made.value, key) : made
    })
  }

  /**
   * Places the envelopes at the end of the log, all or none. `expect` is the size the log must have; `seen` the largest
   * checkpoint of it that the sender's device has seen.
   */
  append(
    id: string,
    request: {
      readonly key: Uint8Array
      readonly steward?: Uint8Array | undefined
      readonly envelopes: readonly Uint8Array[]
      readonly expect?: number | undefined
      readonly seen?: string | undefined
    },
  ): Promise<Outcome<AppendAnswer>> {
    return this.#attempt(async () => {
      const behind = await this.#findBehind(id, request)
      if (behind !== undefined) return { ok: false, error: behind }
      const envelopes = readEnvelopes(request.envelopes, this.limits)
      if (!envelopes.ok) return envelopes
      const { key, steward, expect } = request
      const placed = await this.#queueOf(id).append({ key, steward, expect, envelopes: envelopes.value })
      return placed.ok ? this.#answerAppend(placed.value, key) : placed
    })
  }

  /**
   * Takes back records that the relay has lost, from `from` on, at most the log's size: those who were members have kept
   * them. `checkpoint` is a note of this relay's own; `proof` is needed where the records do not reach its size.
   */
  restore(id: string, request: RestoreRequest): Promise<Outcome<CheckpointAnswer>> {
    return this.#attempt(async () => {
      const { key, steward, from, proof } = request
      const records = readRestoreRecords(request.records, this.limits)
      if (!records.ok) return records
      const head = await this.#options.store.head(id)
      if (!isOfMember(id, key, head, records.value)) return refuse('relay/unknown-log')
      const checkpoint = await this.#checkpoints.open(id, request.checkpoint)
      // REL-4: a key that only the records bring shows nothing of the log before they are proven.
      if (!checkpoint.ok) return isKnownKey(head, key) ? checkpoint : refuse('relay/unknown-log')
      const restoration = { from, records: records.value, checkpoint: checkpoint.value, proof, steward }
      const view = await this.#queueOf(id).between(() => restoreLog(this.#tools(), { id, key, restoration }))
      if (!view.ok) return view
      const { size } = view.value.frontier
      if (size > (head?.size ?? 0)) await this.#buryAgain(id)
      return succeed({ size, checkpoint: await this.#checkpoints.sign(view.value) })
    })
  }

  /** REL-110: what was destroyed once and comes back with the rest. */
  async #buryAgain(id: string): Promise<void> {
    const { burials, store } = this.#options
    this.#storedBytes -= (await burials?.repeat(store, id))?.bytes ?? 0
  }

  /**
   * REL-106: whether somebody has seen more of the log than the relay holds. It is noted for good, so that those who have
   * not seen it write nothing in its place. Costs nothing where the checkpoint is no larger than the log.
   */
  async #findBehind(
    id: string,
    { key, seen }: { readonly key: Uint8Array; readonly seen?: string | undefined },
  ): Promise<Refusal | undefined> {
    const claimed = Number(seen?.split('\n', 2)[1] ?? 0)
    if (seen === undefined || claimed <= (this.#queues.get(id)?.stateKnown?.frontier.size ?? 0))
      return undefined
    const head = await this.#options.store.head(id)
    const size = head?.size ?? 0
    if (claimed <= size) return undefined
    const opened = await this.#checkpoints.open(id, seen)
    // REL-4, REL-5: how long the log is shows by no guess to who has no part in it, or has none any more.
    if (!opened.ok) return isCurrentKey(head, key) ? opened.error : undefined
    await this.#queueOf(id).between(() => this.#options.store.owe(id, opened.value.size))
    return refuse('relay/behind', { size, seen: opened.value.size }).error
  }

  /** Records from `from` on, as many as one answer holds. None where the log ends before. */
  read(
    id: string,
    request: {
      readonly key: Uint8Array
      readonly from: number
      readonly limit?: number | undefined
      /** Of envelopes; a page where it is not said. */
      readonly bytes?: number | undefined
    },
  ): Promise<Outcome<ReadAnswer>> {
    return this.#attempt(async () => {
      const view = await this.#view(id, request.key)
      if (!view.ok) return view
      const { size } = view.value.frontier
      const { readEnvelopesMax, readBytesMax, readPageBytesMax } = this.limits
      const bytesMax = Math.min(request.bytes ?? readPageBytesMax, readBytesMax)
      const to = Math.min(size, request.from + Math.min(request.limit ?? readEnvelopesMax, readEnvelopesMax))
      const records =
        request.from < to ? await this.#options.store.read({ id, from: request.from, to, bytesMax }) : []
      return succeed({ size, checkpoint: await this.#checkpoints.sign(view.value), records })
    })
  }

  checkpoint(id: string, key: Uint8Array): Promise<Outcome<CheckpointAnswer>> {
    return this.#attempt(async () => {
      const view = await this.#view(id, key)
      if (!view.ok) return view
      return succeed({ size: view.value.frontier.size, checkpoint: await this.#checkpoints.sign(view.value) })
    })
  }

  /** Proves that the record at `position` is in the tree of `size`, by default that of the checkpoint beside it. */
  inclusion(
    id: string,
    request: { readonly key: Uint8Array; readonly position: number; readonly size?: number | undefined },
  ): Promise<Outcome<ProofAnswer>> {
    return this.#attempt(async () => {
      const view = await this.#view(id, request.key)
      if (!view.ok) return view
      const reached = view.value.frontier.size
      const { position, size = reached } = request
      if (position >= size || size > reached) return refuse('relay/range', { size: reached })
      const proof = await proveInclusion(this.#options.store, { id, position, size })
      return succeed({ size: reached, checkpoint: await this.#checkpoints.sign(view.value), proof })
    })
  }

  /** Proves that the tree of `from` is a prefix of that of `to`, by default that of the checkpoint beside it. */
  consistency(
    id: string,
    request: { readonly key: Uint8Array; readonly from: number; readonly to?: number | undefined },
  ): Promise<Outcome<ProofAnswer>> {
    return this.#attempt(async () => {
      const view = await this.#view(id, request.key)
      if (!view.ok) return view
      const reached = view.value.frontier.size
      const { from, to = reached } = request
      if (from < 1 || from > to || to > reached) return refuse('relay/range', { size: reached })
      const proof = await proveConsistency(this.#options.store, { id, from, to })
      return succeed({ size: reached, checkpoint: await this.#checkpoints.sign(view.value), proof })
    })
  }

  /** Deletes the envelopes at `from` to `to`, exclusive; positions, times, hashes and with them every proof remain. */
  destroy(
    id: string,
    request: {
      readonly key: Uint8Array
      readonly steward?: Uint8Array | undefined
      readonly from: number
      readonly to: number
    },
  ): Promise<Outcome<{ readonly destroyed: number }>> {
    return this.#attempt(async () => {
      const { key, steward, from, to } = request
      const head = await this.#options.store.head(id)
      const state = head === undefined ? undefined : headToState(head)
      const view = state === undefined ? undefined : viewLog(state, key)
      if (state === undefined || view === undefined) return refuse('relay/unknown-log')
      if (!view.isCurrent) return refuse('relay/stale-epoch')
      if (!isWhole(state)) return refuse('relay/behind', { size: state.frontier.size, seen: state.owed })
      if (!isStewarded(state, steward)) return refuse('relay/steward')
      const { size } = view.frontier
      if (from >= to || to > size || to - from > this.limits.destroyEnvelopesMax)
        return refuse('relay/range', { size })
      const gone = await this.#queueOf(id).between(() => bury(this.#options, { id, from, to }))
      this.#storedBytes -= gone.bytes
      return succeed({ destroyed: gone.envelopes })
    })
  }

  /** Mints a right to make logs, on the account of this one: see `mintRight`. */
  mint(id: string, asked: MintRequest): Promise<Outcome<RightAnswer>> {
    const isByInvitation = this.#options.isByInvitation ?? false
    const tools = { store: this.#options.store, limits: this.limits, now: this.now(), isByInvitation }
    return this.#attempt(() => mintRight(tools, id, asked))
  }

  /** Takes back what is left of a right. */
  revoke(
    id: string,
    asked: { readonly key: Uint8Array; readonly right: Uint8Array },
  ): Promise<Outcome<{ readonly logs: number }>> {
    return this.#attempt(() => revokeRight(this.#options.store, id, asked))
  }

  /** Whether the key is the log's current one, for whoever wants to hear of what comes next. */
  follow(id: string, key: Uint8Array): Promise<Outcome<CheckpointAnswer & { readonly epoch: number }>> {
    return this.#attempt(async () => {
      const view = await this.#view(id, key)
      if (!view.ok) return view
      if (!view.value.isCurrent) return refuse('relay/stale-epoch')
      const { epoch, frontier } = view.value
      return succeed({ epoch, size: frontier.size, checkpoint: await this.#checkpoints.sign(view.value) })
    })
  }

  /** Whether the key is one of the log's, so that more is read of what it is said to have signed. */
  async isKeyOf(id: string, key: Uint8Array): Promise<boolean> {
    const state = this.#queues.get(id)?.stateKnown
    if (state !== undefined && viewLog(state, key) !== undefined) return true
    const head = await this.#options.store.head(id)
    return head !== undefined && viewLog(headToState(head), key) !== undefined
  }

  /** Forgets empty logs that nobody uses, and rights that are over. Returns how many logs are gone. */
  async sweep(): Promise<number> {
    const now = this.now()
    const { store } = this.#options
    const gone = await store.expire({ rights: now - dayMs, empty: now - this.limits.emptyLogMsMax })
    // What other relays over the same store wrote and destroyed is counted in.
    if (!this.#isStopping) this.#storedBytes = (await store.usage()).bytes
    return gone
  }

  /** Refuses new requests and resolves when those under way are answered. The store stays open. */
  async stop(): Promise<void> {
    this.#isStopping = true
    await Promise.all([...this.#queues.values()].map(queue => queue.settled()))
  }

  async #attempt<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    if (this.#isStopping) return refuse('relay/stopping')
    try {
      return await work()
    } catch (error) {
      this.#options.onFault(error)
      return { ok: false, error: toRefusal(error) }
    }
  }

  async #view(id: string, key: Uint8Array): Promise<Outcome<LogView>> {
    const { store } = this.#options
    const head = await store.head(id)
    const view = head === undefined ? undefined : viewLog(headToState(head), key)
    if (head === undefined || view === undefined) return refuse('relay/unknown-log')
    // REL-19: an empty log that is asked about is in use. Its day is enough, so that asking seldom writes.
    if (head.size === 0 && this.now() - head.used > dayMs) await store.touch(id, this.now())
    return succeed(view)
  }

  #tools(): WritingTools {
    return {
      store: this.#options.store,
      limits: this.limits,
      now: this.now(),
      roomBytes: this.roomBytes,
      onCommit: commit => this.#recordCommit(commit),
    }
  }

  get roomBytes(): number {
    return this.limits.storeBytesMax - this.#storedBytes
  }

  #queueOf(id: string): LogQueue {
    let queue = this.#queues.get(id)
    if (queue === undefined) {
      if (this.#queues.size >= queuesMax) this.#forgetIdle()
      queue = new LogQueue(id, {
        store: this.#options.store,
        limits: this.limits,
        now: this.#options.now,
        roomBytes: () => this.roomBytes,
        onCommit: commit => this.#recordCommit(commit),
        onFault: this.#options.onFault,
      })
      this.#queues.set(id, queue)
    }
    return queue
  }

  #forgetIdle(): void {
    for (const [id, queue] of this.#queues) if (queue.isIdle) this.#queues.delete(id)
  }

  async #answerAppend({ places, state }: Placed, key: Uint8Array): Promise<Outcome<AppendAnswer>> {
    const view = viewLog(state, key)
    if (view === undefined) throw new Error('an envelope placed for a key that is none of the log’s')
    return succeed({
      positions: places.map(place => place.position),
      times: places.map(place => place.time),
      size: view.frontier.size,
      checkpoint: await this.#checkpoints.sign(view),
    })
  }

  #recordCommit({ change, state }: Commit): void {
    for (const { envelope } of change.records) this.#storedBytes += envelope?.length ?? 0
    this.pushes.tell({ change, state })
  }
}
