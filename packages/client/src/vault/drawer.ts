import type { Vault } from './vault.ts'

/** A part of a vault as a vault of its own: its keys begin with a name there. Closing it leaves the vault open. */
export function drawerOf(vault: Vault, name: string): Vault {
  const inside = `${name}/`
  return {
    read: key => vault.read(inside + key),
    write: changes =>
      vault.write(new Map([...changes].map(([key, value]) => [inside + key, value] as const))),
    scan: async (prefix, { after, countMax } = {}) => {
      const found = await vault.scan(inside + prefix, {
        ...(after === undefined ? {} : { after: inside + after }),
        ...(countMax === undefined ? {} : { countMax }),
      })
      return found.map(([key, value]) => [key.slice(inside.length), value] as const)
    },
    close: async () => {},
  }
}
