import {
  frontierRoot,
  logOrigin,
  type NoteSigner,
  type OpenedCheckpoint,
  openCheckpoint,
  signCheckpoint,
} from '@goodoffices/log'
import { type Outcome, refuse } from './refusal.ts'
import type { LogView } from './state.ts'

/** The newest checkpoints of this many logs are kept. */
const keptMax = 10_000

/** Signs heads of logs, and knows its own signatures again. */
export class Checkpoints {
  readonly #signer: NoteSigner
  readonly #kept = new Map<string, { readonly size: number; readonly note: Promise<string> }>()

  constructor(signer: NoteSigner) {
    this.#signer = signer
  }

  /** Signs what is durable only. The newest checkpoint of each log is kept, since all who just wrote ask for it. */
  sign(view: Pick<LogView, 'id' | 'frontier'>): Promise<string> {
    const { size } = view.frontier
    const kept = this.#kept.get(view.id)
    if (kept?.size === size) return kept.note
    const origin = logOrigin(this.#signer.name, view.id)
    const note = signCheckpoint({ origin, size, root: frontierRoot(view.frontier) }, this.#signer)
    if (kept === undefined || kept.size < size) {
      if (this.#kept.size >= keptMax) this.#kept.clear()
      this.#kept.set(view.id, { size, note })
    }
    return note
  }

  /** REL-102: a checkpoint that this relay signed for this log; `relay/checkpoint` where it is none. */
  async open(id: string, note: string): Promise<Outcome<OpenedCheckpoint>> {
    const origin = logOrigin(this.#signer.name, id)
    const opened = await openCheckpoint(note, { origin, relay: this.#signer })
    return opened.ok ? opened : refuse('relay/checkpoint', { reason: opened.error.code })
  }
}
