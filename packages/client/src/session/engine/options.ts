import type { Identity } from '../../identity/identity.ts'
import type { Strongbox } from '../../identity/strongbox.ts'
import type { RelayPort } from '../../relay/port.ts'
import type { AnyOutbox } from '../outbox.ts'

export type EngineOptions = {
  readonly box: Strongbox
  readonly identity: Identity
  /** The relay at an address. */
  readonly relayAt: (address: string) => RelayPort
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Whether to follow the relays live; a command that asks once does not. */
  readonly live: boolean
  /** Which program this is, see `OpenOptions`. */
  readonly stamp: string | undefined
  /** The outbox of the window that leads, where this is another (SYNC-51); this one then decides and shows, and sends nothing. */
  readonly elsewhere?: AnyOutbox
}
