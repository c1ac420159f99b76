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

/** Which window has the vault, where another has it: that one; this one, once that lets it go; or this one at once. */
export type Turn = 'theirs' | 'next' | 'mine'

/** Held for as long as the vault is open. Resolves to the way to let go; `onLost`: another window has taken it. */
function takeLock(
  name: string,
  {
    turn,
    signal,
    onLost,
  }: { readonly turn: Turn; readonly signal?: AbortSignal; readonly onLost: () => void },
): Promise<() => void> {
  const asked = {
    theirs: { ifAvailable: true },
    mine: { steal: true },
    next: signal === undefined ? {} : { signal },
  }
  return new Promise((resolve, reject) => {
    let isHeld = false
    navigator.locks
      .request(`good-offices ${name}`, asked[turn], lock => {
        if (lock === null) return reject(new VaultError('vault-in-use', name))
        isHeld = true
        return new Promise<void>(release => resolve(release))
      })
      .catch((error: unknown) => (isHeld ? onLost() : reject(error)))
  })
}

async function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(storeName))
  return settle(request)
}

/** What stands under a key, whichever window has the vault: for what is asked before it is this one's. */
export async function peekIndexedDb(name: string, key: string): Promise<Uint8Array | undefined> {
  const database = await openDatabase(name)
  try {
    const store = database.transaction(storeName, 'readonly').objectStore(storeName)
    return (await settle(store.get(key))) as Uint8Array | undefined
  } finally {
    database.close()
  }
}

/**
 * The browser's own database. Rejects with `vault-failed` where the browser keeps none (some private windows), and with
 * `vault-in-use` while another window has it open, unless it is this one's `turn`: two that write at once would lose each other's words. `relaxed` is for what can be made again: it does
 * not wait for the disk.
 */
export async function openIndexedDbVault(
  name: string,
  {
    durability = 'strict',
    turn = 'theirs',
    signal,
    onLost = () => undefined,
  }: {
    readonly durability?: 'strict' | 'relaxed'
    readonly turn?: Turn
    /** Ends the waiting for one's turn. */
    readonly signal?: AbortSignal
    /** Another window has taken it away, since this one did not answer: nothing more is read or written here. */
    readonly onLost?: () => void
  } = {},
): Promise<Vault> {
  let isLost = false
  const letGo = await takeLock(name, {
    turn,
    ...(signal === undefined ? {} : { signal }),
    onLost: () => {
      isLost = true
      onLost()
    },
  })
  const database = await openDatabase(name)
  const held = (mode: IDBTransactionMode): IDBTransaction => {
    if (isLost) throw new VaultError('vault-closed', name)
    return database.transaction(storeName, mode, {
      durability: mode === 'readwrite' ? durability : 'default',
    })
  }
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
