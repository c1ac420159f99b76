/** The live connections: one to each relay, and which logs are followed over it, with which key. */

import type { RelayCard, RoomId } from '@goodoffices/core'
import type { AccessKey } from '@goodoffices/log'
import type { LiveConnection, LiveHandlers, RelayPort } from '../relay/port.ts'

export class Lines {
  readonly #portOf: (relay: RelayCard) => RelayPort
  readonly #handlers: LiveHandlers
  readonly #open = new Map<string, LiveConnection>()
  readonly #followed = new Map<RoomId, string>()

  constructor(portOf: (relay: RelayCard) => RelayPort, handlers: LiveHandlers) {
    this.#portOf = portOf
    this.#handlers = handlers
  }

  /** Has a line to a relay, though nothing can be followed there yet. */
  open(relay: RelayCard): void {
    if (URL.canParse(relay.address)) this.#lineTo(relay)
  }

  /** Follows a log from where it has been read to. Said again it changes nothing, but for another key. */
  follow(
    id: RoomId,
    from: { readonly relay: RelayCard; readonly size: number; readonly access: AccessKey },
  ): void {
    const mark = from.access.publicKey.join()
    // An address that nothing can be reached at was reported when the log was read.
    if (this.#followed.get(id) === mark || !URL.canParse(from.relay.address)) return
    this.#followed.set(id, mark)
    this.#lineTo(from.relay).follow(id, from.size, from.access)
  }

  /** The relay tells nothing of the log: following it is to be asked for again. */
  forget(id: RoomId): void {
    this.#followed.delete(id)
  }

  close(): void {
    for (const line of this.#open.values()) line.close()
  }

  #lineTo(relay: RelayCard): LiveConnection {
    const known = this.#open.get(relay.address)
    if (known !== undefined) return known
    const line = this.#portOf(relay).live(this.#handlers)
    this.#open.set(relay.address, line)
    return line
  }
}
