/** What a vault says of itself while it is locked: nothing here opens anything, so that a screen can be shown before what does. */

import { decode, encode, isList } from '@goodoffices/log'
import type { Vault } from '../vault/vault.ts'

/** Where the key that seals the rest is kept. */
export const lockKey = 'lock'
/** Where `identity.ts` keeps whose vault it is: until it does, the vault is nobody's. */
export const identityKey = 'identity'

/** Whether this vault has been set up, and whether it asks for a passphrase. */
export async function inspectVault(vault: Pick<Vault, 'read'>): Promise<'none' | 'open' | 'locked'> {
  return (await vault.read(identityKey)) === undefined ? 'none' : howLocked(vault)
}

/** The same, of a vault whose identity is still to come. */
export async function howLocked(vault: Pick<Vault, 'read'>): Promise<'none' | 'open' | 'locked'> {
  const lock = await vault.read(lockKey)
  if (lock === undefined) return 'none'
  return readLock(lock)?.how === 'open' ? 'open' : 'locked'
}

/** Where the key is: open in its own place, open here where a vault has none, or sealed under a passphrase. */
export type Lock =
  | { readonly how: 'open'; readonly key?: Uint8Array }
  | {
      readonly how: 'locked'
      readonly blob: Uint8Array
      /** Set by a program that makes a new key for each passphrase: release 0.1 kept the one that had lain open. */
      readonly isOwn: boolean
    }

const ownMark = 2

export const lockToBytes = (lock: Lock): Uint8Array =>
  lock.how === 'open'
    ? encode(lock.key === undefined ? ['open'] : ['open', lock.key])
    : encode(['locked', lock.blob, ...(lock.isOwn ? [ownMark] : [])])

export function readLock(bytes: Uint8Array): Lock | undefined {
  const decoded = decode(bytes)
  const [how, held, mark] = decoded.ok && isList(decoded.value) ? decoded.value : []
  if (how === 'open' && held === undefined) return { how }
  if (!(held instanceof Uint8Array)) return undefined
  if (how === 'open') return { how, key: held }
  return how === 'locked' ? { how, blob: held, isOwn: mark === ownMark } : undefined
}
