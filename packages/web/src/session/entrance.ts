/** The way in: what this browser's vault says of itself is known at once, the program that opens it is fetched afterwards. */

import {
  inspectVault,
  openIndexedDbVault,
  peekIndexedDb,
  type Vault,
  VaultError,
} from '@goodoffices/client/inspect'
import { fetchPart } from '../route/fetched.ts'
import type { Access, Entrance, Standing } from './session.ts'
import { vaultName } from './vault-name.ts'

const notYet = (): void => undefined

/** The vault; undefined where another window of this browser has it, which is then asked (SYNC-51). */
async function openOwn(): Promise<Vault | undefined> {
  try {
    return await openIndexedDbVault(vaultName, { onLost: () => location.reload() })
  } catch (error) {
    if (error instanceof VaultError && error.code === 'vault-in-use') return undefined
    throw error
  }
}

/** Where another window has the vault: nobody's, or for that window to say. */
async function standingBeside(): Promise<Standing> {
  const found = await inspectVault({ read: key => peekIndexedDb(vaultName, key) })
  return found === 'none' ? 'none' : 'open'
}

/** `taken`: the vault, where it was taken from another window. Rejects with a `VaultError` where the browser does not give what it keeps. */
export async function openEntrance(taken?: Vault): Promise<Entrance> {
  const vault = taken ?? (await openOwn())
  const standing = await (vault === undefined ? standingBeside() : inspectVault(vault))
  let access: Access | undefined
  let begin: (access: Promise<Access>) => void = notYet
  const opened = new Promise<Access>(resolve => {
    begin = resolve
  })
  const listeners = new Set<() => void>()
  const fetchAccess = async (): Promise<Access> => {
    const { openBrowserAccess } = await fetchPart(() => import('./browser-access.ts'))
    access = await openBrowserAccess({ vault, standing })
    for (const listener of listeners) listener()
    return access
  }
  let opening: Promise<Access> | undefined
  return {
    standing: () => access?.standing() ?? standing,
    access: () => access,
    open: () => {
      if (opening === undefined) {
        opening = fetchAccess()
        begin(opening)
      }
      return opened
    },
    opened,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
