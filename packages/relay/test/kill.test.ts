import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sha256 } from '@goodoffices/log'
import { afterAll, expect, test } from 'vitest'
import { SqliteStore, verifyStore } from '../src/index.ts'
import { Member } from './harness.ts'

const folder = mkdtempSync(join(tmpdir(), 'relay-kill-'))
afterAll(() => rmSync(folder, { recursive: true }))

const script = new URL('./relay-process.ts', import.meta.url).pathname

async function startProcess(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  // Small, so that kills fall into checkpoints as well.
  const walBytesMax = String(256 * 1024)
  const child = spawn(process.execPath, [script, folder, walBytesMax], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  return { child, url: String(line).trim() }
}

/** In each loop, before the kill. */
const acknowledgedMin = 25

/** As `fetch`, to wherever the relay is just now. */
const place = { url: '' }
async function fetchThere(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const body = new Uint8Array(await request.arrayBuffer())
  const { method, headers } = request
  return fetch(`${place.url}${pathname}${search}`, { method, headers, ...(body.length > 0 && { body }) })
}

test('REL-70 killed under load, the relay has lost nothing it acknowledged', {
  timeout: 120_000,
}, async () => {
  const loops = Number(process.env['GOODOFFICES_RUNS'] ?? 5)
  const acknowledged: { readonly id: string; readonly position: number; readonly hash: Uint8Array }[] = []
  const refused: number[] = []
  for (let loop = 0; loop < loops; loop++) {
    const { child, url } = await startProcess()
    place.url = url
    const members = await Promise.all(Array.from({ length: 8 }, () => Member.make(fetchThere)))
    const write = async (member: Member, index: number): Promise<unknown> => {
      await member.create([await member.keys()])
      for (let round = 0; ; round++) {
        const envelope = await member.seal('x'.repeat(1 + ((round * 977) % 6_000)))
        const { status, body } = await member.append([envelope])
        if (status !== 200) return refused.push(status)
        acknowledged.push({ id: member.id, position: body.positions[0], hash: sha256(envelope) })
        // Half of them change keys as well.
        if (index % 2 === 0 && round % 10 === 9) await member.rekey(body.size)
      }
    }
    const writing = Promise.allSettled(members.map(write))
    // However slow the machine is, something was acknowledged when it is killed.
    const enough = (loop + 1) * acknowledgedMin
    while (acknowledged.length < enough) await new Promise(resolve => setTimeout(resolve, 5))
    await new Promise(resolve => setTimeout(resolve, (loop * 131) % 400))
    child.kill('SIGKILL')
    await once(child, 'exit')
    await writing

    const report = await verifyStore(folder)
    expect(report.findings).toEqual([])
    expect(report.records).toBeGreaterThanOrEqual(acknowledged.length)
    const store = await SqliteStore.open({ folder })
    for (const { id, position, hash } of acknowledged) {
      const [found] = await store.find(id, [hash])
      expect(found?.position).toBe(position)
    }
    await store.close()
  }
  expect(refused).toEqual([])
  expect(acknowledged.length).toBeGreaterThanOrEqual(loops * acknowledgedMin)
})
