/** What a vault says of itself while it is locked: nothing here opens anything, so that a screen can be shown before what does. */

import { decode } from '@goodoffices/log'
import type { Vault } from '../vault/vault.ts'

/** Where the key that seals the rest is kept. */
export const lockKey = 'lock'
/** Where `identity.ts` keeps whose vault it is: until it does, the vault is nobody's. */
export const identityKey = 'identity'

/** Whether this vault has been set up, and whether it asks for a passphrase. */
export async function inspectVault(vault: Vault): Promise<'none' | 'open' | 'locked'> {
  return (await vault.read(identityKey)) === undefined ? 'none' : howLocked(vault)
}

/** The same, of a vault whose identity is still to come. */
export async function howLocked(vault: Vault): Promise<'none' | 'open' | 'locked'> {
  const lock = await vault.read(lockKey)
  if (lock === undefined) return 'none'
  const decoded = decode(lock)
  return decoded.ok && Array.isArray(decoded.value) && decoded.value[0] === 'open' ? 'open' : 'locked'
}
