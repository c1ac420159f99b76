import { existsSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { keyFileName } from './key.ts'
import type { RelayLimits } from './limits.ts'
import type { Relay } from './relay.ts'
import { StoreError } from './store.ts'

/** Why a relay is not ready: it stops, its store fails or is full, its disk nearly is, or its key is gone. */
export type Lack = 'stopping' | 'store' | 'room' | 'disk' | 'key'

/** How long a failed write counts, so that a relay from which traffic was taken is tried again. */
const failureMs = 60_000

/** Remembers what last went wrong with writing. */
export class WriteHealth {
  #failed: { readonly lack: Lack; readonly at: number } | undefined

  /** Hears of every error that the relay met. */
  note(error: unknown, now: number): void {
    if (!(error instanceof StoreError)) return
    this.#failed = { lack: error.code === 'store-full' ? 'room' : 'store', at: now }
  }

  lacks(now: number): readonly Lack[] {
    return this.#failed !== undefined && now - this.#failed.at < failureMs ? [this.#failed.lack] : []
  }
}

/** What can be told without the folder. */
export async function findRelayLacks(relay: Relay, health: WriteHealth): Promise<readonly Lack[]> {
  if (relay.isStopping) return ['stopping']
  const isFull = relay.roomBytes <= 0
  const isAnswering = await relay.isAnswering()
  const lacks: readonly Lack[] = [
    ...(isFull ? ['room' as const] : []),
    ...(isAnswering ? [] : ['store' as const]),
  ]
  return [...new Set([...lacks, ...health.lacks(relay.now())])]
}

/** What the folder lacks: a margin on its disk, and the key that signs. */
export function findFolderLacks(folder: string, { diskFreeBytesMin }: RelayLimits): readonly Lack[] {
  const { bavail, bsize } = statfsSync(folder)
  const lacks: Lack[] = bavail * bsize < diskFreeBytesMin ? ['disk'] : []
  return existsSync(join(folder, keyFileName)) ? lacks : [...lacks, 'key']
}
