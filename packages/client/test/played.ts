/**
 * Talks played once and had many times: the relay's store and the members' vaults as they were when everybody had joined. Each
 * copy is a world of its own, with its own relay and sessions, and costs a sixth of what founding one does.
 */

import { createMemoryVault, openSession, type Vault } from '@goodoffices/client'
import { createMemoryRelay, MemoryStore, type Store } from '@goodoffices/relay'
import { type Person, value, type World, worldAround } from './world.ts'

/** A store, and everything that was written to it, in order. */
function recordedStore(): { readonly store: Store; readonly writeTo: (other: Store) => Promise<void> } {
  const store = new MemoryStore()
  const writes: ((to: Store) => Promise<unknown>)[] = []
  const createLog: Store['createLog'] = log => {
    writes.push(to => to.createLog(log))
    return MemoryStore.prototype.createLog.call(store, log)
  }
  const append: Store['append'] = change => {
    writes.push(to => to.append(change))
    return MemoryStore.prototype.append.call(store, change)
  }
  Object.assign(store, { createLog, append })
  return {
    store,
    writeTo: async other => {
      for (const write of writes) await write(other)
    },
  }
}

/** A vault of its own with the same bytes in it. */
export async function copyVault(vault: Vault): Promise<Vault> {
  const copy = createMemoryVault()
  await copy.write(new Map(await vault.scan('')))
  return copy
}

/** What a play leaves: people by name, and whatever else its tests need to know. */
export type Played<T> = { readonly people: Readonly<Record<string, Person>>; readonly known: T }

/** Plays once, at the first call, and gives each caller a copy. `now`: the clock of the play and of the copies. */
export function playedOnce<T>(
  play: (world: World) => Promise<Played<T>>,
  now: () => number,
): (clock: () => number) => Promise<Played<T> & { readonly world: World }> {
  const seed = crypto.getRandomValues(new Uint8Array(32))
  let first: Promise<Played<T> & { readonly writeTo: (other: Store) => Promise<void> }> | undefined
  const playFirst = async () => {
    const { store, writeTo } = recordedStore()
    const world = worldAround(await createMemoryRelay({ now, seed, store }), now)
    const played = await play(world)
    for (const { session } of Object.values(played.people)) await session.close()
    return { ...played, writeTo }
  }
  return async clock => {
    first ??= playFirst()
    const { people, known, writeTo } = await first
    const store = new MemoryStore()
    await writeTo(store)
    const world = worldAround(await createMemoryRelay({ now: clock, seed, store }), clock)
    const copies = Object.entries(people).map(async ([name, { vault, phrase }]) => {
      const copy = await copyVault(vault)
      const options = { vault: copy, relayAt: world.relayAt, live: false, now: clock }
      const session = value(await openSession(options))
      await session.goOnline()
      return [name, { session, vault: copy, phrase }] as const
    })
    return { world, people: Object.fromEntries(await Promise.all(copies)), known }
  }
}
