/** Words not yet sent: kept under a name of the interface's choosing, so that a closed tab loses none. */

import type { Strongbox } from '../identity/strongbox.ts'

const keyOf = (name: string): string => `draft/${name}`

export class Drafts {
  readonly #box: Strongbox
  readonly #texts = new Map<string, string>()

  private constructor(box: Strongbox) {
    this.#box = box
  }

  static async open(box: Strongbox): Promise<Drafts> {
    const drafts = new Drafts(box)
    for (const [key, bytes] of await box.vault.scan('draft/')) {
      const text = await box.open(key, bytes)
      if (typeof text === 'string') drafts.#texts.set(key.slice('draft/'.length), text)
    }
    return drafts
  }

  read(name: string): string | undefined {
    return this.#texts.get(name)
  }

  /** Durable when it resolves; an empty text removes the draft. */
  async write(name: string, text: string): Promise<void> {
    if (text === '') this.#texts.delete(name)
    else this.#texts.set(name, text)
    await this.#box.put(keyOf(name), text === '' ? null : text)
  }
}
