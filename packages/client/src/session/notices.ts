/** What a person is told: that something changed, and what they should know of. */

import type { RoomId } from '@goodoffices/core'
import type { Violation } from '../result.ts'

/** Something a person should know of: a relay that showed two logs, words that were refused, a damaged copy. */
export type Trouble = Violation & { readonly room?: string }

export class Notices {
  readonly #troubles = new Map<string, Trouble>()
  readonly #listeners = new Set<() => void>()
  #version = 0

  /** Grows with every change. */
  get version(): number {
    return this.#version
  }

  get troubles(): readonly Trouble[] {
    return [...this.#troubles.values()]
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Something changed. */
  touch(): void {
    this.#version += 1
    for (const listener of this.#listeners) listener()
  }

  report(trouble: Trouble): void {
    this.#troubles.set(`${trouble.code} ${trouble.room ?? ''}`, trouble)
    this.touch()
  }

  /** Said once what was reported no longer holds. */
  withdraw(code: string, room?: RoomId): void {
    if (this.#troubles.delete(`${code} ${room ?? ''}`)) this.touch()
  }
}
