/**
 * The line to the relays, as one command uses it: after the first failure it does not try again, so that a command without a
 * connection ends at once, and it remembers what failed so that the person can be told.
 */

import { createHttpRelay, RelayError, type RelayPort } from '@goodoffices/client'

/** `reason`: of a certificate that this machine does not trust. */
export type LineFailure = { readonly code: string; readonly address: string; readonly reason?: string }

export type LineOptions = {
  readonly offline: boolean
  readonly silenceMsMax: number
  /** A relay that has failed is asked again. */
  readonly isPatient?: boolean
}

export class RelayLine {
  readonly #options: LineOptions
  readonly #failures = new Map<string, RelayError>()
  #answered = false

  constructor(options: LineOptions) {
    this.#options = options
  }

  /** Whether any relay has answered. */
  get isReached(): boolean {
    return this.#answered && this.#failures.size === 0
  }

  get failure(): LineFailure | undefined {
    const [first] = this.#failures
    if (first === undefined) return undefined
    const [address, error] = first
    const reason = untrusted(error)
    return { address, code: error.code, ...(reason === undefined ? {} : { reason }) }
  }

  at(address: string): RelayPort {
    const port = createHttpRelay({ address, silenceMsMax: this.#options.silenceMsMax })
    const ask = <T>(request: () => Promise<T>): Promise<T> => this.#ask(port.address, request)
    const { notices } = port
    return {
      address: port.address,
      aheadMs: () => port.aheadMs?.(),
      card: () => ask(() => port.card()),
      create: (...request) => ask(() => port.create(...request)),
      mint: (...request) => ask(() => port.mint(...request)),
      revoke: (...request) => ask(() => port.revoke(...request)),
      append: (...request) => ask(() => port.append(...request)),
      restore: (...request) => ask(() => port.restore(...request)),
      read: (...request) => ask(() => port.read(...request)),
      destroy: (...request) => ask(() => port.destroy(...request)),
      live: handlers => port.live(handlers),
      ...(notices !== undefined && {
        notices: {
          offered: () => ask(() => notices.offered()),
          register: (...request) => ask(() => notices.register(...request)),
          list: (...request) => ask(() => notices.list(...request)),
          confirm: (...request) => ask(() => notices.confirm(...request)),
          end: (...request) => ask(() => notices.end(...request)),
        },
      }),
    }
  }

  async #ask<T>(address: string, request: () => Promise<T>): Promise<T> {
    if (this.#options.offline) throw new RelayError('unreachable', { address })
    const known = this.#failures.get(address)
    if (known !== undefined && this.#options.isPatient !== true) throw known
    try {
      const answer = await request()
      this.#answered = true
      this.#failures.delete(address)
      return answer
    } catch (error) {
      if (error instanceof RelayError) {
        this.#answered = true
        if (error.isPassing) this.#failures.set(address, error)
      }
      throw error
    }
  }
}

/** As Node names what is wrong with a certificate; undefined where it is something else. */
function untrusted(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && typeof cause.code === 'string' && /CERT|SIGNED|ERR_TLS/.test(cause.code))
      return cause.code
  return undefined
}
