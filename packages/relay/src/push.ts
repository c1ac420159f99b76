import type { CheckpointAnswer } from './answer.ts'
import type { Checkpoints } from './checkpoints.ts'
import type { RelayLimits } from './limits.ts'
import type { Commit } from './log-queue.ts'
import { currentAccess, headToState, type LogView, readFrontier } from './state.ts'
import { type Store, type StoredRecord, StoreError, type WatchListener } from './store.ts'

/** Records that became durable together, as the holders of one epoch's key are shown them. */
export type Push = CheckpointAnswer & {
  readonly id: string
  readonly epoch: number
  readonly from: number
  readonly records: readonly StoredRecord[]
  /** The last record ended this epoch: its key sees nothing further. */
  readonly isEnd: boolean
}

/** What a log's frames leave between them at least: what becomes durable meanwhile goes in one, under one signature. */
const frameMsMin = 5

/** Tells listeners of everything that becomes durable here, in each log's order, and finds what others wrote between. */
export class Pushes {
  readonly #checkpoints: Checkpoints
  readonly #store: Store
  readonly #limits: RelayLimits
  readonly #onFault: (error: unknown) => void
  readonly #listeners = new Set<(push: Push) => void>()
  /** Of logs that were told of a moment ago, what has become durable since. */
  readonly #held = new Map<string, Segment[]>()
  #told: Promise<void> = Promise.resolve()

  constructor(
    checkpoints: Checkpoints,
    options: {
      readonly store: Store
      readonly limits: RelayLimits
      readonly onFault: (error: unknown) => void
    },
  ) {
    this.#checkpoints = checkpoints
    this.#store = options.store
    this.#limits = options.limits
    // Whoever stops hears of nothing that is still looked for.
    this.#onFault = error => {
      if (!(error instanceof StoreError && error.code === 'store-closed')) options.onFault(error)
    }
  }

  /** REL-124: calls `listener` for logs that another relay may have written to. Returns the way to stop that. */
  watch(listener: WatchListener): () => void {
    return this.#store.watch(listener)
  }

  /** Which of these logs have more than was told of them; none where the store does not answer, which is asked again. */
  async grown(told: ReadonlyMap<string, number>): Promise<readonly string[]> {
    const ids = [...told.keys()]
    const sizes = await this.#store.sizes(ids).catch(this.#onFault)
    return sizes === undefined ? [] : ids.filter(id => (sizes.get(id) ?? 0) > (told.get(id) ?? 0))
  }

  /**
   * What stands in the log from `from` on, as it would have been told when it was written. Undefined where that is more than is told
   * at once, or cannot be read.
   */
  async since(id: string, from: number): Promise<readonly Push[] | undefined> {
    try {
      const head = await this.#store.head(id)
      if (head === undefined || head.size <= from) return []
      if (head.size - from > this.#limits.readEnvelopesMax) return undefined
      const bytesMax = this.#limits.liveBufferBytesMax
      const records = await this.#store.read({ id, from, to: head.size, bytesMax })
      if (records.length < head.size - from) return undefined
      const access = head.access.filter(row => row.from > from)
      const segments = splitAtEpochs({ change: { expect: from, records, access }, state: headToState(head) })
      return await Promise.all(segments.map(segment => this.#sign(segment)))
    } catch (error) {
      this.#onFault(error)
      return undefined
    }
  }

  /** Returns the way to stop listening. */
  listen(listener: (push: Push) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tell(commit: Commit): void {
    if (this.#listeners.size === 0) return
    for (const segment of splitAtEpochs(commit)) {
      const held = this.#held.get(segment.view.id)
      if (held === undefined) this.#frame([segment])
      else held.push(segment)
    }
  }

  /** One log's news as far as it has come, and the rest a moment later. */
  #frame(segments: readonly Segment[]): void {
    for (const segment of joinSegments(segments)) this.#send(segment)
    const id = segments[0]?.view.id
    if (id === undefined) return
    const held: Segment[] = []
    this.#held.set(id, held)
    setTimeout(() => {
      this.#held.delete(id)
      this.#frame(held)
    }, frameMsMin).unref()
  }

  #send(segment: Segment): void {
    const signed = this.#sign(segment)
    // Signatures are made side by side; what they are for is told in order.
    const earlier = this.#told
    const tell = async () => {
      const push = await signed
      await earlier
      for (const listener of this.#listeners) listener(push)
    }
    this.#told = tell().catch(this.#onFault)
  }

  async #sign({ view, ...shown }: Segment): Promise<Push> {
    const checkpoint = await this.#checkpoints.sign(view)
    return { ...shown, id: view.id, size: view.frontier.size, checkpoint }
  }
}

type Segment = Pick<Push, 'epoch' | 'from' | 'records' | 'isEnd'> & { readonly view: LogView }
/** What is told of a commit: records, and the epochs that they began. */
type Told = {
  readonly change: Pick<Commit['change'], 'expect' | 'access'> & {
    readonly records: readonly Omit<StoredRecord, 'position'>[]
  }
  readonly state: Commit['state']
}

/** What holders of one epoch's key would be shown one after the other, in one. */
function joinSegments(segments: readonly Segment[]): readonly Segment[] {
  const joined: Segment[] = []
  for (const segment of segments) {
    const before = joined.at(-1)
    if (before === undefined || before.isEnd || before.epoch !== segment.epoch) joined.push(segment)
    else
      joined[joined.length - 1] = {
        ...segment,
        from: before.from,
        records: [...before.records, ...segment.records],
      }
  }
  return joined
}

/** A commit as each epoch's holders are shown it: a keys envelope ends what one sees, and the next begins behind it. */
function splitAtEpochs({ change, state }: Told): readonly Segment[] {
  const { id } = state
  const ends = change.access.map(row => ({
    epoch: row.epoch - 1,
    size: row.from,
    frontier: readFrontier(row.frontier),
    isEnd: true,
  }))
  const current = currentAccess(state).epoch
  const whole = { epoch: current, size: state.frontier.size, frontier: state.frontier, isEnd: false }
  let from = change.expect
  return [...ends, whole]
    .map(({ epoch, size, frontier, isEnd }) => {
      const records = change.records
        .slice(from - change.expect, size - change.expect)
        .map((record, i) => ({ ...record, position: from + i }))
      const view = { id, epoch, isCurrent: !isEnd, frontier }
      const segment = { epoch, from, records, isEnd, view }
      from = size
      return segment
    })
    .filter(segment => segment.records.length > 0)
}
