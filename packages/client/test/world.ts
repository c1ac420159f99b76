/** A relay in memory and members around it: what a test of the client begins with. */

import {
  createHttpRelay,
  createIdentity,
  createMemoryVault,
  type OpenOptions,
  type RelayPort,
  type Session,
  type Vault,
} from '@goodoffices/client'
import type { Result } from '@goodoffices/core'
import { createMemoryRelay, type MemoryRelay, type MemoryRelayOptions } from '@goodoffices/relay'

export const address = 'http://relay.example'

export type World = {
  readonly relay: MemoryRelay
  /** Set to make every request fail as if the network were gone. */
  offline: boolean
  /** Set to lose what is sent, and to let only reads through. */
  mute: boolean
  readonly relayAt: (address: string) => RelayPort
  readonly member: (
    name: string,
    options?: Partial<OpenOptions> & { readonly creationToken?: string; readonly address?: string },
  ) => Promise<Person>
  /** Lets everybody send and read until nothing moves any more. */
  readonly settle: (...people: readonly Person[]) => Promise<void>
}

export type Person = { session: Session; readonly vault: Vault; readonly phrase: readonly string[] }

/** `now`: everybody's clock, the relay's too, in ms since 1970. */
export async function createWorld({
  now = Date.now,
  limits = {},
}: {
  readonly now?: () => number
  readonly limits?: MemoryRelayOptions['limits']
} = {}): Promise<World> {
  return worldAround(await createMemoryRelay({ now, ...(limits === undefined ? {} : { limits }) }), now)
}

/** The world whose relay this is. */
export function worldAround(relay: MemoryRelay, now: () => number): World {
  const world: World = {
    relay,
    offline: false,
    mute: false,
    relayAt: at =>
      createHttpRelay({
        address: at,
        now,
        fetch: async (input, init) => {
          const request = new Request(input, init)
          if (world.offline || (world.mute && request.method !== 'GET')) throw new TypeError('no network')
          return relay.fetch(request)
        },
      }),
    member: async (name, options = {}) => {
      const vault = createMemoryVault()
      const made = value(
        await createIdentity({ vault, name, address, relayAt: world.relayAt, live: false, now, ...options }),
      )
      await made.session.settle()
      await made.session.goOnline()
      return { session: made.session, vault, phrase: made.phrase }
    },
    settle: async (...people) => {
      for (let round = 0; round < 4; round += 1) {
        for (const { session } of people) {
          await session.goOnline()
          await session.settle()
        }
      }
    },
  }
  return world
}

/** The value of a result that must be one. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}
