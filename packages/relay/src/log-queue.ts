import { bytesToHex } from '@goodoffices/log'
import type { RelayLimits } from './limits.ts'
import { type GroupPlan, type Place, type Places, planGroup } from './placement.ts'
import { type Outcome, type Refusal, refuse, succeed } from './refusal.ts'
import type { AppendRequest } from './rules.ts'
import { headToState, type LogState } from './state.ts'
import { type Append, type AppendOutcome, type HeldLog, type Store, StoreError } from './store.ts'

/** What has become durable, and the log as it is now. */
export type Commit = { readonly change: Append; readonly state: LogState }

/** The places asked for, and a state of the log that contains them. */
export type Placed = { readonly places: readonly Place[]; readonly state: LogState }

export type QueueOptions = {
  readonly store: Store
  readonly limits: RelayLimits
  readonly now: () => number
  /** Ciphertext that the store may still take. */
  readonly roomBytes: () => number
  readonly onCommit: (commit: Commit) => void
  /** Hears of what failed, for the operator's log. */
  readonly onFault: (error: unknown) => void
}

type Waiting = {
  readonly request: AppendRequest
  readonly settle: (outcome: Outcome<Placed>) => void
}

/** One change of the store holds at most this many envelopes, beyond those of its last request. */
const groupEnvelopesMax = 1024
/** Tries against a store that another relay writes to at the same time, and one more to look up what is known. */
const attemptsMax = 16

/**
 * The appends of one log, one after the other. While a change is on its way to the disk, those that arrive wait and
 * go together in the next: one tree, one signature and one row lock for all of them.
 */
export class LogQueue {
  readonly #id: string
  readonly #options: QueueOptions
  readonly #waiting: Waiting[] = []
  readonly #others: (() => Promise<void>)[] = []
  #state: LogState | undefined
  #running: Promise<void> | undefined

  constructor(id: string, options: QueueOptions) {
    this.#id = id
    this.#options = options
  }

  get isIdle(): boolean {
    return this.#running === undefined
  }

  append(request: AppendRequest): Promise<Outcome<Placed>> {
    if (this.#waiting.length >= this.#options.limits.logWaitingMax)
      return Promise.resolve(refuse('relay/busy'))
    const { promise, resolve } = Promise.withResolvers<Outcome<Placed>>()
    this.#waiting.push({ request, settle: resolve })
    this.#running ??= this.#run()
    return promise
  }

  /** The log where it is known without asking the store. */
  get stateKnown(): LogState | undefined {
    return this.#state
  }

  /** Does other work on the log between two changes. The log is read again before the next. */
  between<T>(work: () => Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    this.#others.push(async () => {
      this.#state = undefined
      await work().then(resolve, reject)
    })
    this.#running ??= this.#run()
    return promise
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<void> {
    // One turn of the event loop, so that requests that were read together go together.
    await Promise.resolve()
    while (this.#waiting.length > 0 || this.#others.length > 0) {
      for (const work of this.#others.splice(0)) await work()
      const group = this.#takeGroup()
      if (group.length === 0) continue
      try {
        await this.#commitGroup(group)
      } catch (error) {
        // Whether it was kept is not known: read the log again before the next change. Whoever repeats the request
        // finds its envelopes, or has them placed.
        this.#state = undefined
        this.#options.onFault(error)
        const refusal = toRefusal(error)
        for (const { settle } of group) settle({ ok: false, error: refusal })
      }
    }
    this.#running = undefined
  }

  #takeGroup(): readonly Waiting[] {
    let envelopes = 0
    let count = 0
    for (const { request } of this.#waiting) {
      count += 1
      envelopes += request.envelopes.length
      if (envelopes >= groupEnvelopesMax) break
    }
    return this.#waiting.splice(0, count)
  }

  async #commitGroup(group: readonly Waiting[]): Promise<void> {
    const { store } = this.#options
    const requests = group.map(({ request }) => request)
    let known: Places | undefined
    let isFresh = false
    for (let attempt = 0; attempt < attemptsMax; attempt++) {
      if (this.#state === undefined) {
        await this.#load()
        isFresh = true
      }
      const state = this.#state
      if (state === undefined) return settleAll(group, refuse('relay/unknown-log'))
      const plan = this.#plan(state, requests, known ?? new Map())
      // A refusal may only mean that the request was served before, or that another relay has changed the log. Looked
      // up late, since most requests are new and most stores have one relay.
      if (plan.answers.some(answer => !answer.ok) && !(isFresh && known !== undefined)) {
        if (!isFresh) this.#state = undefined
        known ??= await this.#findPlaces(store, requests)
        continue
      }
      const outcome = await this.#write(store, plan)
      switch (outcome) {
        case 'appended':
          return this.#finish(group, plan)
        case 'duplicate':
          known = await this.#findPlaces(store, requests)
          break
        case 'conflict': {
          // Another relay was quicker. Whoever only tried again would lose again, to whoever need not read the log first.
          const held = await store.hold(this.#id, log => this.#placeHeld(log, requests))
          if (held !== undefined) return this.#finish(group, held)
          this.#state = undefined
          known = undefined
          isFresh = false
          break
        }
        case 'unknown-log':
          this.#state = undefined
          return settleAll(group, refuse('relay/unknown-log'))
        default:
          outcome satisfies never
      }
    }
    settleAll(group, refuse('relay/busy'))
  }

  async #write(store: HeldLog, { change }: GroupPlan): Promise<AppendOutcome['kind']> {
    return change.records.length === 0 ? 'appended' : (await store.append(change)).kind
  }

  /** Places the group in the log as it is while nobody else writes to it. Undefined where somebody did all the same. */
  async #placeHeld(log: HeldLog, requests: readonly AppendRequest[]): Promise<GroupPlan | undefined> {
    const head = await log.head(this.#id)
    if (head === undefined) return undefined
    const plan = this.#plan(headToState(head), requests, await this.#findPlaces(log, requests))
    return (await this.#write(log, plan)) === 'appended' ? plan : undefined
  }

  #plan(state: LogState, requests: readonly AppendRequest[], known: Places): GroupPlan {
    const { limits, now, roomBytes } = this.#options
    return planGroup({ state, requests, known, now: now(), limits, roomBytes: roomBytes() })
  }

  /** What was planned is durable. */
  #finish(group: readonly Waiting[], { change, state, answers }: GroupPlan): void {
    this.#state = state
    if (change.records.length > 0) this.#options.onCommit({ change, state })
    for (const [i, { settle }] of group.entries()) {
      const answer = answers[i] ?? refuse('relay/internal')
      settle(answer.ok ? succeed({ places: answer.value, state }) : answer)
    }
  }

  async #load(): Promise<void> {
    const head = await this.#options.store.head(this.#id)
    this.#state = head === undefined ? undefined : headToState(head)
  }

  async #findPlaces(store: HeldLog, requests: readonly AppendRequest[]): Promise<Places> {
    const hashes = requests.flatMap(request => request.envelopes.map(({ hash }) => hash))
    const found = await store.find(this.#id, hashes)
    return new Map(found.map(({ hash, position, time }) => [bytesToHex(hash), { position, time }]))
  }
}

function settleAll(group: readonly Waiting[], outcome: Outcome<never>): void {
  for (const { settle } of group) settle(outcome)
}

/** What a client is told of a store that failed: whether to try again, and nothing of the machine. */
export function toRefusal(error: unknown): Refusal {
  if (!(error instanceof StoreError)) return refuse('relay/internal').error
  switch (error.code) {
    case 'store-full':
      return refuse('relay/store-full').error
    case 'store-closed':
      return refuse('relay/stopping').error
    case 'store-corrupt':
    case 'store-in-use':
    case 'store-version':
    case 'store-failed':
      return refuse('relay/store-failed').error
    default:
      return error.code satisfies never
  }
}
