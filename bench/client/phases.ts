/** What is measured of a long room, in Node and in a browser alike. */

import { faultsOf, openSession, type RelayPort, type Session, type Vault } from '@goodoffices/client'
import type { RoomId } from '@goodoffices/core'
import { createSigningKey, utf8, verifyBytes } from '@goodoffices/log'

export const phases = ['plain', 'relay', 'cold', 'snapshot'] as const
export type Phase = (typeof phases)[number]

export const demand = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

export type Given = {
  readonly vault: Vault
  readonly relay: RelayPort
  readonly room: RoomId
  readonly entries: number
  /** What all threads of this process have had of the processors, where that is told: it hangs less on what else goes on. */
  readonly processorMs?: () => number
}

/** Milliseconds that the phase took, and that the session had still to do: a snapshot is kept after the room is there. */
export type Took = { readonly ms: number; readonly afterMs: number; readonly processorMs?: number }

export async function runPhase(phase: Phase, given: Given): Promise<Took> {
  // A cold opening is one without what an earlier one has kept.
  if (phase === 'cold')
    for (const [name] of await given.vault.scan('snapshot/')) await given.vault.write(new Map([[name, null]]))
  const work = phase === 'plain' ? await prepareSignatures(given.entries) : () => open(phase, given)
  const [start, had] = [performance.now(), given.processorMs?.()]
  const session = await work()
  const [there, has] = [performance.now(), given.processorMs?.()]
  await session?.close()
  const processor = had === undefined || has === undefined ? {} : { processorMs: has - had }
  return { ms: there - start, afterMs: performance.now() - there, ...processor }
}

/** Signatures over about as many bytes as an entry has. */
async function prepareSignatures(entries: number): Promise<() => Promise<undefined>> {
  const key = await createSigningKey(new Uint8Array(32).fill(7))
  const message = utf8('x'.repeat(600))
  const signature = await key.sign(message)
  return async () => {
    for (let at = 0; at < entries; at += 256) {
      const batch = Array.from({ length: Math.min(256, entries - at) }, () =>
        verifyBytes(key.publicKey, message, signature),
      )
      if ((await Promise.all(batch)).includes(false)) throw new Error('a signature that does not hold')
    }
  }
}

async function open(phase: Phase, { vault, relay, room, entries }: Given): Promise<Session> {
  const session = demand(await openSession({ vault, relayAt: () => relay, live: false, stamp: 'bench' }))
  if (phase === 'relay') await session.goOnline()
  const state = session.room(room)
  const held = Object.keys(state?.messages ?? {}).length
  if (held !== entries) throw new Error(`${held} messages`)
  if (faultsOf(session, room).length > 0 || state?.rejectedCount !== 0) throw new Error('faults')
  if (session.status().troubles.length > 0) throw new Error(JSON.stringify(session.status().troubles))
  return session
}
