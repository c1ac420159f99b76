/** The same phases in a browser, over the vault that the web app uses. */

import { createHttpRelay, openIndexedDbVault } from '@goodoffices/client'
import type { RoomId } from '@goodoffices/core'
import { type Phase, runPhase, type Took } from '../phases.ts'

export type PageGiven = {
  readonly phase: Phase
  readonly room: RoomId
  readonly entries: number
  /** Who opens the room: what a vault of theirs holds, in base64. */
  readonly identity: readonly (readonly [string, string])[]
}

async function measure({ phase, room, entries, identity }: PageGiven): Promise<Took> {
  const vault = await openIndexedDbVault('bench')
  const held = identity.map(
    ([key, text]) => [key, Uint8Array.from(atob(text), letter => letter.charCodeAt(0))] as const,
  )
  await vault.write(new Map(held))
  const relay = createHttpRelay({ address: location.origin })
  return runPhase(phase, { vault, relay, room, entries })
}

Object.assign(globalThis, { measure })
