/** What is measured of a long room, in Node and in a browser alike. */

import { faultsOf, openSession, type RelayPort, type Session, type Vault } from '@goodoffices/client'
import type { MessageId, RoomId, RoomState } from '@goodoffices/core'
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
  /**
   * What this process, or the page's main thread, has had of the processors, where that is told: it hangs less on what else goes on.
   */
  readonly processorMs?: () => number | Promise<number>
}

/** Milliseconds of the clock, and of the processor where that is told. */
export type Spent = { readonly ms: number; readonly processorMs?: number }

/**
 * Until the room was there and its newest words were read; then to read all of it once; then what the session had still to do: a
 * snapshot is kept after the room is there.
 */
export type Took = Spent & { readonly whole: Spent; readonly afterMs: number }

export async function runPhase(phase: Phase, given: Given): Promise<Took> {
  // A cold opening is one without what an earlier one has kept.
  if (phase === 'cold')
    for (const [name] of await given.vault.scan('snapshot/')) await given.vault.write(new Map([[name, null]]))
  const work = phase === 'plain' ? await prepareSignatures(given.entries) : () => open(phase, given)
  const [there, opened] = await spend(given, work)
  const [whole] = await spend(given, () => opened && readWhole(opened, given))
  const [after] = await spend(given, () => opened?.session.close())
  return { ...there, whole, afterMs: after.ms }
}

async function spend<T>({ processorMs }: Given, work: () => T | Promise<T>): Promise<readonly [Spent, T]> {
  const had = await processorMs?.()
  const start = performance.now()
  const done = await work()
  const ms = performance.now() - start
  const has = await processorMs?.()
  return [{ ms, ...(had === undefined || has === undefined ? {} : { processorMs: has - had }) }, done]
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

type Opened = { readonly session: Session; readonly state: RoomState }

async function open(phase: Phase, { vault, relay, room }: Given): Promise<Opened> {
  const session = demand(await openSession({ vault, relayAt: () => relay, live: false, stamp: 'bench' }))
  if (phase === 'relay') await session.goOnline()
  const state = session.room(room)
  const newest = state?.timeline.at(-1)?.about
  if (state === undefined || newest === undefined) throw new Error('no room')
  if (state.messages[newest as MessageId]?.body.startsWith('Line ') !== true) throw new Error('no words')
  return { session, state }
}

/** Everything in the room, as a record that is printed or searched has it read. */
function readWhole({ session, state }: Opened, { room, entries }: Given): void {
  const said = state.timeline.filter(({ kind }) => kind === 'message.say')
  const held = Object.values(state.messages).filter(({ body }) => body !== '')
  if (held.length !== entries || said.length !== entries) throw new Error(`${held.length} messages`)
  if (faultsOf(session, room).length > 0 || state.rejectedCount !== 0) throw new Error('faults')
  if (session.status().troubles.length > 0) throw new Error(JSON.stringify(session.status().troubles))
}
