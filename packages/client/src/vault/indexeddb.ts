import { opfsKeyPlace } from './opfs-key.ts'
import { endOfPrefix, type Vault, VaultError } from './vault.ts'

const storeName = 'held'

const settle = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(toVaultError(request.error)))
  })

const finish = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(toVaultError(transaction.error)))
  })

function toVaultError(cause: DOMException | null): VaultError {
  const code = cause?.name === 'QuotaExceededError' ? 'vault-full' : 'vault-failed'
  return new VaultError(code, cause?.message ?? 'the browser gave no reason', { cause })
}

/** Held for as long as the vault is open. Resolves to the way to let go. */
function takeLock(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(`good-offices ${name}`, { ifAvailable: true }, lock => {
        if (lock === null) return reject(new VaultError('vault-in-use', name))
        return new Promise<void>(release => resolve(release))
      })
      .catch(reject)
  })
}

/**
 * The browser's own database. Rejects with `vault-failed` where the browser keeps none (some private windows), and with
 * `vault-in-use` while another tab has it open: two that write at once would lose each other's words. `relaxed` is for what can be made again: it does
 * not wait for the disk.
 */
export async function openIndexedDbVault(
  name: string,
  { durability = 'strict' }: { readonly durability?: 'strict' | 'relaxed' } = {},
): Promise<Vault> {
  const letGo = await takeLock(name)
  const request = indexedDB.open(name, 1)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(storeName))
  const database = await settle(request)
  const held = (mode: IDBTransactionMode): IDBTransaction =>
    database.transaction(storeName, mode, { durability: mode === 'readwrite' ? durability : 'default' })
  // What can be made again has nobody's key in it.
  const keyPlace = durability === 'strict' ? opfsKeyPlace(name) : undefined
  return {
    ...(keyPlace === undefined ? {} : { keyPlace }),
    read: async key =>
      (await settle(held('readonly').objectStore(storeName).get(key))) as Uint8Array | undefined,
    write: async changes => {
      const transaction = held('readwrite')
      const store = transaction.objectStore(storeName)
      for (const [key, value] of changes) {
        if (value === null) store.delete(key)
        else store.put(value, key)
      }
      await finish(transaction)
    },
    scan: async (prefix, { after, countMax } = {}) => {
      const range =
        after === undefined
          ? IDBKeyRange.bound(prefix, endOfPrefix(prefix))
          : IDBKeyRange.bound(after, endOfPrefix(prefix), true)
      const store = held('readonly').objectStore(storeName)
      const [keys, values] = await Promise.all([
        settle(store.getAllKeys(range, countMax)),
        settle(store.getAll(range, countMax)) as Promise<Uint8Array[]>,
      ])
      return keys.map((key, i) => [key as string, values[i] as Uint8Array] as const)
    },
    close: async () => {
      database.close()
      letGo()
    },
  }
}
