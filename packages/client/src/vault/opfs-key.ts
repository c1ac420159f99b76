/**
 * Where a browser keeps a key that no passphrase protects: a file of its own in the origin's private files, since what was ever
 * in IndexedDB stays in its log after it was overwritten there, and after the database was deleted.
 */

import type { KeyAsked } from './opfs-key-worker.ts'
import type { KeyPlace } from './vault.ts'

/** A worker for each: it happens once in the life of an identity. */
function ask(asked: KeyAsked): Promise<boolean> {
  return new Promise(resolve => {
    const worker = new Worker(new URL('./opfs-key-worker.ts', import.meta.url), { type: 'module' })
    const end = (isDone: boolean): void => {
      worker.terminate()
      resolve(isDone)
    }
    worker.addEventListener('message', ({ data }) => end(data === true))
    worker.addEventListener('error', () => end(false))
    worker.postMessage(asked, { transfer: [] })
  })
}

/** Undefined where there is no such file, or the browser keeps none, as in some private windows. */
async function fileOf(name: string): Promise<File | undefined> {
  try {
    const folder = await navigator.storage.getDirectory()
    return await (await folder.getFileHandle(name)).getFile()
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

/** Undefined where the browser has no such files at all. */
export function opfsKeyPlace(vault: string): KeyPlace | undefined {
  if (navigator.storage?.getDirectory === undefined) return undefined
  const name = `${vault}.key`
  return {
    read: async () => {
      const file = await fileOf(name)
      return file === undefined ? undefined : new Uint8Array(await file.arrayBuffer())
    },
    write: bytes => ask({ name, bytes }),
    erase: async () => {
      if ((await fileOf(name)) !== undefined) await ask({ name })
    },
  }
}
