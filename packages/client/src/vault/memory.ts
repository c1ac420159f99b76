import { endOfPrefix, type Vault } from './vault.ts'

/** A vault that ends with the program: samples, tests, the simulation. */
export function createMemoryVault(): Vault {
  const held = new Map<string, Uint8Array>()
  return {
    read: async key => held.get(key),
    write: async changes => {
      for (const [key, value] of changes) {
        if (value === null) held.delete(key)
        else held.set(key, value)
      }
    },
    scan: async (prefix, { after = '', countMax = Number.POSITIVE_INFINITY } = {}) =>
      [...held]
        .filter(([key]) => key.startsWith(prefix) && key < endOfPrefix(prefix) && key > after)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, countMax),
    close: async () => {},
  }
}
