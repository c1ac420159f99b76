/** What was taken of other windows, by the numbers they gave it: whoever leads next does not take it again (SYNC-52). */

import { decodeShared, encode } from '@goodoffices/log'
import type { Vault } from '../vault/vault.ts'
import type { Changes } from './line.ts'

/** A number is nobody's secret, and opens nothing. */
export const takenPrefix = 'taken/'

/** More than windows ask at once. */
const takenMax = 64

const placeBytesMax = 16

export class Taken {
  /** By windows that led before. */
  readonly #earlier: ReadonlySet<string>
  readonly #here = new Map<string, Promise<unknown>>()
  /** Their keys in the vault, the oldest first. */
  readonly #kept: string[]
  #next: number

  private constructor(kept: readonly (readonly [string, number])[]) {
    this.#kept = kept.map(([key]) => key)
    this.#earlier = new Set(this.#kept.map(key => key.slice(takenPrefix.length)))
    this.#next = (kept.at(-1)?.[1] ?? 0) + 1
  }

  static async open(vault: Vault): Promise<Taken> {
    const found = (await vault.scan(takenPrefix)).map(([key, bytes]) => [key, placeIn(bytes)] as const)
    return new Taken(found.toSorted(([, a], [, b]) => a - b))
  }

  /** Does the work, which keeps the mark in the same write; `was`: what it came to, where it was done before. */
  once<T>(number: string, was: T, work: (mark: Changes) => Promise<T>): Promise<T> {
    if (this.#earlier.has(number)) return Promise.resolve(was)
    const known = this.#here.get(number)
    if (known !== undefined) return known as Promise<T>
    const doing = work(this.#mark(number))
    this.#here.set(number, doing)
    for (const oldest of this.#here.keys()) if (this.#here.size > takenMax) this.#here.delete(oldest)
    return doing
  }

  #mark(number: string): Changes {
    const key = takenPrefix + number
    this.#kept.push(key)
    const forgotten = this.#kept.splice(0, Math.max(0, this.#kept.length - takenMax))
    return new Map([...forgotten.map(old => [old, null] as const), [key, encode(this.#next++)]])
  }
}

function placeIn(bytes: Uint8Array): number {
  const place = decodeShared(bytes, { bytesMax: placeBytesMax })
  return place.ok && typeof place.value === 'number' ? place.value : 0
}
