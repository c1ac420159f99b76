/** SYNC-51: the vault, from the window that leads. */

import { askOver, isSilence, type Line, openIndexedDbVault, type Vault } from '@goodoffices/client'
import { vaultName } from './vault-name.ts'

/** Windows asked before it is taken. */
const askedMax = 4
const turnMs = 1_500

/** As that window lets it go; from one that says nothing it is taken, and that one reads and writes nothing more. */
export async function takeVault(line: Line): Promise<Vault> {
  const waiting = new AbortController()
  const next = waitForVault(waiting.signal)
  next.catch(() => undefined)
  const ask = askOver(line)
  for (let asked = 0; asked < askedMax; asked += 1) {
    const isSilent = await ask('yield', null).then(() => false, isOfSilence)
    if (isSilent) break
    // A third window that has waited longer comes first, and is asked in its turn.
    const pause = new Promise<undefined>(resolve => setTimeout(() => resolve(undefined), turnMs))
    const taken = await Promise.race([next, pause])
    if (taken !== undefined) return taken
  }
  waiting.abort()
  return openIndexedDbVault(vaultName, { turn: 'mine', onLost: reload })
}

/** Whatever else it says is a fault. */
function isOfSilence(error: unknown): true {
  if (isSilence(error)) return true
  throw error
}

/** Once the window that leads has let it go, or is closed. Rejects when it is waited for no more. */
export const waitForVault = (signal: AbortSignal): Promise<Vault> =>
  openIndexedDbVault(vaultName, { turn: 'next', signal, onLost: reload })

export const reload = (): void => location.reload()
