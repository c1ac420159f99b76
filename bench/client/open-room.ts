/**
 * Opening a room of many entries: cold, verifying everything (hashes, tree, signed head, decryption, signatures, rules), and from
 * the device's snapshot; against plain WebCrypto verification of as many Ed25519 signatures in the same run.
 *
 * node bench/client/open-room.ts [entries]     default 100,000
 */

import { performance } from 'node:perf_hooks'
import {
  createHttpRelay,
  createIdentity,
  createMemoryVault,
  newId,
  openSession,
  type RelayPort,
} from '@goodoffices/client'
import type { MessageId, RoomId } from '@goodoffices/core'
import { createSigningKey, utf8, verifyBytes } from '@goodoffices/log'
import { createMemoryRelay } from '@goodoffices/relay'

const entries = Number(process.argv[2] ?? 100_000)
const address = 'http://relay.example'
const relay = await createMemoryRelay({ limits: { requestsPerSecondMax: 1e9 } })
const relayAt = (at: string): RelayPort =>
  createHttpRelay({ address: at, fetch: (input, init) => relay.fetch(new Request(input, init)) })

const demand = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const vault = createMemoryVault()
const options = { vault, relayAt, live: false }
const { session: writer } = demand(await createIdentity({ ...options, name: 'Mediator', address }))
await writer.goOnline()
await writer.settle()
const { process: talks } = demand(
  await writer.createProcess({ title: 'Talks', terms: { role: 'carry', disclosure: 'open' }, parties: [] }),
)
await writer.settle()
const room = writer.rooms(talks).find(({ kind }) => kind === 'desk')?.id as RoomId
const lines = 500
const began = performance.now()
for (let written = 0; written < entries; written += lines) {
  const acts = Array.from({ length: Math.min(lines, entries - written) }, (_, i) => ({
    room,
    act: {
      kind: 'message.say',
      message: newId<MessageId>(),
      form: 'paper',
      binding: false,
      body: `Line ${written + i}. ${'The two sides took note of the point and will come back to it. '.repeat(4)}`,
    } as const,
  }))
  // Straight to the relay: what is measured here is reading.
  demand(await writer.actAll(acts))
  await writer.settle()
}
console.log(`wrote ${entries} entries in ${((performance.now() - began) / 1000).toFixed(1)} s`)
await writer.close()

async function time(work: () => Promise<void>): Promise<{ ms: number; heapMb: number }> {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const start = performance.now()
  await work()
  return { ms: performance.now() - start, heapMb: (process.memoryUsage().rss - before) / 2 ** 20 }
}

const key = await createSigningKey(new Uint8Array(32).fill(7))
const message = utf8('x'.repeat(600))
const signature = await key.sign(message)
const plain = await time(async () => {
  for (let at = 0; at < entries; at += 256) {
    const batch = Array.from({ length: Math.min(256, entries - at) }, () =>
      verifyBytes(key.publicKey, message, signature),
    )
    if ((await Promise.all(batch)).includes(false)) throw new Error('a signature that does not hold')
  }
})

const open = async (isCold: boolean): Promise<void> => {
  if (isCold) for (const [name] of await vault.scan('snapshot/')) await vault.write(new Map([[name, null]]))
  const session = demand(await openSession(options))
  const held = Object.keys(session.room(room)?.messages ?? {}).length
  if (held !== entries) throw new Error(`${held} messages`)
}
const cold = await time(() => open(true))
const warm = await time(() => open(false))

const row = (name: string, { ms, heapMb }: { ms: number; heapMb: number }) =>
  console.log(
    `${name.padEnd(34)} ${ms.toFixed(0).padStart(7)} ms  ${((entries / ms) * 1000).toFixed(0).padStart(8)}/s  ${(ms / plain.ms).toFixed(2).padStart(5)} × plain  ${heapMb.toFixed(0).padStart(5)} MB`,
  )
row('plain signature verification', plain)
row('cold: verify everything', cold)
row('from the snapshot', warm)
