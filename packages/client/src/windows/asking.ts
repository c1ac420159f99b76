/**
 * What a window asks of the one that leads: of the next that leads, under the same number, where the one that was asked goes before it
 * has answered; and of itself, once it leads (SYNC-52).
 */

import { newId } from '../process/id.ts'
import { VaultError } from '../vault/vault.ts'
import { type Ask, type Line, type Question, type Said, silentMs } from './line.ts'

type Waiting = {
  readonly question: Question
  readonly resolve: (value: unknown) => void
  readonly reject: (error: VaultError) => void
  clock: ReturnType<typeof setTimeout> | undefined
}

/** From when it is silent: by then the vault has been taken from a window that sleeps, and opened. */
const handOverMs = 3 * silentMs

export class Asking {
  readonly #line: Line
  /** Whether another is expected to lead, where nobody has answered for so long. */
  readonly #onSilent: () => boolean
  readonly #waiting = new Map<string, Waiting>()
  readonly #stop: () => void
  #own: ((question: Question) => Promise<unknown>) | undefined

  constructor(line: Line, onSilent: () => boolean) {
    this.#line = line
    this.#onSilent = onSilent
    this.#stop = line.hear(said => this.#hear(said))
  }

  /** Rejects as the window that leads refuses, and with `vault-silent` where none says anything, nor comes to lead. */
  readonly ask: Ask = async (what, about) => {
    const question: Question = { number: newId(), what, about }
    if (this.#own !== undefined) return (await this.#own(question)) as never
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const asked: Waiting = { question, resolve, reject, clock: undefined }
    this.#waiting.set(question.number, asked)
    this.#post(asked)
    return (await promise) as never
  }

  /** This window leads: what nobody has answered is answered here, in order, and all that is asked from now on. */
  answerHere(own: (question: Question) => Promise<unknown>): void {
    this.stop()
    this.#own = own
    for (const { question } of this.#waiting.values()) this.#settle(question.number)?.resolve(own(question))
  }

  /** Hears no answers any more. */
  stop(): void {
    this.#stop()
  }

  #hear(said: Said): void {
    if ('news' in said && said.news === 'leads') for (const asked of this.#waiting.values()) this.#post(asked)
    // From whoever has lost the vault: the next is asked.
    if (!('answers' in said) || said.code === 'vault-closed') return
    const asked = this.#settle(said.answers)
    if (said.code === undefined) asked?.resolve(said.value)
    else asked?.reject(new VaultError(said.code, asked.question.what))
  }

  #post(asked: Waiting): void {
    this.#line.post(asked.question)
    this.#wait(asked)
  }

  #wait(asked: Waiting, ms: number = silentMs): void {
    clearTimeout(asked.clock)
    asked.clock = setTimeout(() => this.#silent(asked, ms === silentMs), ms)
  }

  #silent(asked: Waiting, isFirst: boolean): void {
    if (isFirst && this.#onSilent()) return this.#wait(asked, handOverMs)
    this.#settle(asked.question.number)
    asked.reject(new VaultError('vault-silent', asked.question.what))
  }

  #settle(number: string): Waiting | undefined {
    const asked = this.#waiting.get(number)
    clearTimeout(asked?.clock)
    this.#waiting.delete(number)
    return asked
  }
}
