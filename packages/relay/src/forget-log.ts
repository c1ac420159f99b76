import { join } from 'node:path'
import { bytesToBase64, frontierRoot, logOrigin, signNote } from '@goodoffices/log'
import { Burials, burialsFileName, bury } from './burials.ts'
import { openRelayKey, requireKey } from './key.ts'
import { PostgresStore } from './postgres-store.ts'
import { SqliteStore } from './sqlite-store.ts'
import { headToState } from './state.ts'

export type Forgotten = {
  readonly envelopes: number
  readonly bytes: number
  /** A note that the relay signs: of which log, how long it was, with which root, and when. */
  readonly certificate: string
}

/**
 * REL-130: destroys every envelope of a log on its host's own authority, and notes that as if members had asked. Undefined where there is no such
 * log. `folder` holds the key; `store` is the database, where the logs are not in the folder. Rejects with StoreError.
 */
export async function forgetLog(given: {
  readonly folder: string
  readonly store?: string | undefined
  readonly log: string
  /** Milliseconds since 1970. */
  readonly now: number
}): Promise<Forgotten | undefined> {
  const { folder, log: id, now } = given
  if (given.store === undefined) requireKey(folder)
  const store =
    given.store === undefined ? await SqliteStore.open({ folder }) : await PostgresStore.open(given.store)
  try {
    const head = await store.head(id)
    if (head === undefined) return undefined
    const signer = await openRelayKey(folder, undefined)
    const burials = await Burials.open(join(folder, burialsFileName))
    const { envelopes, bytes } = await bury({ store, burials }, { id, from: 0, to: head.size })
    const { size, root } = { size: head.size, root: frontierRoot(headToState(head).frontier) }
    const lines = ['goodoffices/forgotten/1', logOrigin(signer.name, id), size, bytesToBase64(root), now]
    return { envelopes, bytes, certificate: await signNote(`${lines.join('\n')}\n`, signer) }
  } finally {
    await store.close()
  }
}
