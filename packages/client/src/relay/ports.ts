/** The relays that a device speaks to, each by one port. */

import type { RelayCard } from '@goodoffices/core'
import { RelayError, type RelayPort } from './port.ts'

export class Ports {
  readonly #relayAt: (address: string) => RelayPort
  readonly #ports = new Map<string, RelayPort>()

  constructor(relayAt: (address: string) => RelayPort) {
    this.#relayAt = relayAt
  }

  /** Throws `address-unreadable` where the card names no address. */
  of({ address }: RelayCard): RelayPort {
    const known = this.#ports.get(address)
    if (known !== undefined) return known
    if (!URL.canParse(address)) throw new RelayError('address-unreadable', { address })
    const port = this.#relayAt(address)
    this.#ports.set(address, port)
    return port
  }
}
