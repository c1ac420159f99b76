import { addressToNetwork } from './rate.ts'

/** How much of something each address holds at this moment, and all of them together: connections, or bytes on their way. */
export class Holdings {
  readonly #perAddressMax: number
  readonly #max: number
  readonly #held = new Map<string, number>()
  #total = 0

  constructor(limits: { readonly perAddressMax: number; readonly max: number }) {
    this.#perAddressMax = limits.perAddressMax
    this.#max = limits.max
  }

  get total(): number {
    return this.#total
  }

  /** Returns the way to give it back, once, or undefined where the address or all together would hold too much. */
  take(address: string, count: number): (() => void) | undefined {
    const name = addressToNetwork(address)
    const held = (this.#held.get(name) ?? 0) + count
    if (held > this.#perAddressMax || this.#total + count > this.#max) return undefined
    this.#held.set(name, held)
    this.#total += count
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      this.#total -= count
      const left = (this.#held.get(name) ?? count) - count
      if (left > 0) this.#held.set(name, left)
      else this.#held.delete(name)
    }
  }
}
