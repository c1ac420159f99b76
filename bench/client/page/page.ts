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
  /** The key that opens it, which lies in a place of its own. */
  readonly key?: string
}

async function measure({ phase, room, entries, identity, key }: PageGiven): Promise<Took> {
  const vault = await openIndexedDbVault('bench')
  await vault.write(new Map(identity.map(([name, text]) => [name, toBytes(text)] as const)))
  if (key !== undefined) await vault.keyPlace?.write(toBytes(key))
  const relay = createHttpRelay({ address: location.origin })
  return runPhase(phase, { vault, relay, room, entries, processorMs })
}

/** Of this page's main thread: who drives the browser knows. */
declare const processorMs: () => Promise<number>

const toBytes = (text: string): Uint8Array => Uint8Array.from(atob(text), letter => letter.charCodeAt(0))

Object.assign(globalThis, { measure })
