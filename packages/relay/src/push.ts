import type { CheckpointAnswer } from './answer.ts'
import type { Checkpoints } from './checkpoints.ts'
import type { Commit } from './log-queue.ts'

import { currentAccess, type LogView, readFrontier } from './state.ts'
import type { StoredRecord } from './store.ts'

/** Records that became durable together, as the holders of one epoch's key are shown them. */
export type Push = CheckpointAnswer & {
  readonly id: string
  readonly epoch: number
  readonly from: number
  readonly records: readonly StoredRecord[]
  /** The last record ended this epoch: its key sees nothing further. */
  readonly isEnd: boolean
}

/** Tells listeners of everything that becomes durable, in each log's order. */
export class Pushes {
  readonly #checkpoints: Checkpoints
  readonly #onFault: (error: unknown) => void
  readonly #listeners = new Set<(push: Push) => void>()
  #told: Promise<void> = Promise.resolve()

  constructor(checkpoints: Checkpoints, onFault: (error: unknown) => void) {
    this.#checkpoints = checkpoints
    this.#onFault = onFault
  }

  /** Returns the way to stop listening. */
  listen(listener: (push: Push) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tell(commit: Commit): void {
    if (this.#listeners.size === 0) return
    for (const segment of splitAtEpochs(commit)) {
      const { view, ...shown } = segment
      const note = this.#checkpoints.sign(view)
      // Signatures are made side by side; what they are for is told in order.
      const earlier = this.#told
      const tell = async () => {
        const checkpoint = await note
        await earlier
        const push: Push = { ...shown, id: view.id, size: view.frontier.size, checkpoint }
        for (const listener of this.#listeners) listener(push)
      }
      this.#told = tell().catch(this.#onFault)
    }
  }
}

/** A commit as each epoch's holders are shown it: a keys envelope ends what one sees, and the next begins behind it. */
function splitAtEpochs({
  change,
  state,
}: Commit): readonly (Pick<Push, 'epoch' | 'from' | 'records' | 'isEnd'> & { readonly view: LogView })[] {
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
        .map((record, i) => ({ position: from + i, ...record }))
      const view = { id, epoch, isCurrent: !isEnd, frontier }
      const segment = { epoch, from, records, isEnd, view }
      from = size
      return segment
    })
    .filter(segment => segment.records.length > 0)
}
