/** One device of one person, on a network and with a disk that fail as a generator decides, and that can be killed at any moment. */

import { createHttpRelay, openSession, type Session, type Vault, VaultError } from '@goodoffices/client'
import type { Result } from '@goodoffices/core'
import type { MemoryRelay } from '@goodoffices/relay'
import type { Random } from './random.ts'

export const address = 'http://relay.example'

export type Net = { relay: MemoryRelay; readonly now: () => number; calm: boolean }

export class Seat {
  readonly name: string
  readonly vault: Vault
  readonly #random: Random
  readonly #net: Net
  #session: Session | undefined
  /** Counts up with every start: what an earlier life still tries has no effect. */
  #life = 0
  /** Durable steps and requests until it is killed. */
  #untilDeath = Number.POSITIVE_INFINITY
  isOnline = true

  constructor(name: string, vault: Vault, { random, net }: { readonly random: Random; readonly net: Net }) {
    this.name = name
    this.vault = vault
    this.#random = random
    this.#net = net
  }

  get session(): Session {
    if (this.#session === undefined) throw new Error(`${this.name} is not open`)
    return this.#session
  }

  get isDead(): boolean {
    return this.#untilDeath <= 0
  }

  kill(afterSteps: number): void {
    this.#untilDeath = afterSteps
  }

  /** Takes over a session that was begun outside. */
  adopt(session: Session): void {
    this.#session = session
  }

  async open(): Promise<void> {
    const earlier = this.#session
    this.#life += 1
    this.#untilDeath = Number.POSITIVE_INFINITY
    earlier?.close().catch(ignoreVaultErrors)
    this.#session = value(await openSession(this.options()))
  }

  options() {
    const life = this.#life
    return {
      vault: this.#vaultOf(life),
      live: false,
      now: this.#net.now,
      relayAt: (at: string) =>
        createHttpRelay({
          address: at,
          now: this.#net.now,
          fetch: async (input, init) => this.#fetch(life, () => new Request(input, init)),
        }),
    }
  }

  /** Whether this life goes on after one more step. */
  #step(life: number): boolean {
    this.#untilDeath -= 1
    return life === this.#life && !this.isDead
  }

  #vaultOf(life: number): Vault {
    const { vault } = this
    return {
      read: key => vault.read(key),
      scan: (prefix, options) => vault.scan(prefix, options),
      close: async () => {},
      write: async changes => {
        const isAlive = this.#step(life)
        // Killed in the middle of a write: it was made, or it was not.
        if (isAlive || (life === this.#life && this.#random.chance(0.5))) await vault.write(changes)
        if (!isAlive) throw new VaultError('vault-failed', 'killed')
      },
    }
  }

  async #fetch(life: number, request: () => Request): Promise<Response> {
    const { relay, calm } = this.#net
    if (!this.#step(life)) throw new TypeError('killed')
    if (!this.isOnline) throw new TypeError('no network')
    if (calm) return relay.fetch(request())
    const luck = this.#random.next()
    if (luck < 0.05) throw new TypeError('lost on the way')
    const answer = await relay.fetch(request())
    if (luck < 0.1) throw new TypeError('answer lost')
    if (luck < 0.15) return relay.fetch(request())
    if (luck < 0.17) return new Response('<html>Gateway</html>', { status: 502 })
    return answer
  }
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}

export function ignoreVaultErrors(error: unknown): void {
  if (!(error instanceof VaultError)) throw error
}
