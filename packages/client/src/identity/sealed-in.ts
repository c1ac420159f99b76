import type { Vault } from '../vault/vault.ts'
import { lockKey } from './lock.ts'

/** Logs lie in a vault as the relay has them: they are sealed under the rooms' keys and not under the device's. */
const logs = 'log/'
const logsEnd = 'log/\uffff'

/** Fetched at once: a snapshot has parts of some megabytes. */
const countMax = 8

/** Everything that a strongbox may have sealed in a vault, in order. */
export async function* sealedIn(vault: Vault): AsyncGenerator<readonly [string, Uint8Array]> {
  for (let after = ''; ; ) {
    const found = await vault.scan('', { after, countMax })
    for (const [key, bytes] of found) if (key !== lockKey && !key.startsWith(logs)) yield [key, bytes]
    const last = found.at(-1)?.[0]
    if (last === undefined) return
    after = last.startsWith(logs) ? logsEnd : last
  }
}
