/**
 * Opening a room of many entries, in Node and in Chromium: read from its relay; cold from the local copy, verifying everything
 * (hashes, tree, signed head, decryption, signatures, rules); and from the device's snapshot; against plain WebCrypto verification of
 * as many Ed25519 signatures in the same run, by the clock | of the processors (in Chromium, of the page's main thread). Each phase has a
 * process of its own, whose peak of memory is printed, what it then took to read all of the room once, and what it had still to do when the
 * room was there: to keep a snapshot.
 *
 * node bench/client/open-room.ts [entries]     default 100,000
 */

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createHttpRelay } from '@goodoffices/client'
import { MemoryStore, startRelay } from '@goodoffices/relay'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { openVaultDirectory } from '../../packages/cli/src/member/vault-directory.ts'
import { findBrowser } from '../../test/e2e/browser.ts'
import { makeLongRoom } from './long-room.ts'
import type { PageGiven } from './page/page.ts'
import { peakOfPages } from './peak.ts'
import { type Phase, phases, type Spent, type Took } from './phases.ts'

type Measured = Took & { readonly peakMb: number }

const entries = Number(process.argv[2] ?? 100_000)
const folder = mkdtempSync(join(tmpdir(), 'goodoffices-bench-'))
const [page, directory] = [join(folder, 'page'), join(folder, 'vault')]
await build({
  root: fileURLToPath(new URL('./page/', import.meta.url)),
  logLevel: 'warn',
  build: { outDir: page, emptyOutDir: true, target: 'es2023' },
})
const limits = { requestsPerSecondMax: 1e9, requestsBurstMax: 1e9 }
const relay = await startRelay({
  dataFolder: folder,
  store: new MemoryStore(),
  webRoot: page,
  limits,
  logger: () => {},
})
const vault = await openVaultDirectory(directory)
const began = performance.now()
const room = await makeLongRoom({ vault, relay: createHttpRelay({ address: relay.url }), entries })
console.log(`made a room of ${entries} entries in ${((performance.now() - began) / 1000).toFixed(1)} s\n`)

// Closed with the session that made the room; what it holds at first is all that a browser is given.
const made = await openVaultDirectory(directory)
const identity = await Promise.all(
  ['lock', 'identity'].map(
    async key => [key, Buffer.from((await made.read(key)) ?? []).toString('base64')] as const,
  ),
)
const key = Buffer.from((await made.keyPlace?.read()) ?? []).toString('base64')
await made.close()

const phaseFile = fileURLToPath(new URL('./open-room-phase.ts', import.meta.url))
const inNode = async (phase: Phase): Promise<Measured> => {
  const args = ['--disable-warning=ExperimentalWarning', phaseFile, phase, directory, relay.url, room]
  const { stdout } = await promisify(execFile)(process.execPath, [...args, String(entries)])
  return JSON.parse(stdout) as Measured
}

const row = (name: string, { whole, afterMs, peakMb, ...there }: Measured, plain: Measured): void => {
  const columns = [
    name.padEnd(34),
    `${there.ms.toFixed(0).padStart(7)} ms`,
    `${((entries / there.ms) * 1000).toFixed(0).padStart(8)}/s`,
    `${against(there, plain)} × plain`,
    `all of it read ${whole.ms.toFixed(0).padStart(5)} ms, ${against(whole, plain)} ×`,
    `peak ${peakMb.toFixed(0).padStart(5)} MB`,
    `then ${afterMs.toFixed(0).padStart(5)} ms`,
  ]
  console.log(columns.join('  '))
}

/** By the clock, and of the processors. */
const against = ({ ms, processorMs = Number.NaN }: Spent, plain: Spent): string =>
  [ms / plain.ms, processorMs / (plain.processorMs ?? Number.NaN)].map(ratio => ratio.toFixed(3)).join(' | ')

const names: Readonly<Record<Phase, string>> = {
  plain: 'plain signature verification',
  relay: 'read from the relay, and verified',
  cold: 'cold: verify everything',
  snapshot: 'from the snapshot',
}

async function measureAll(where: string, measure: (phase: Phase) => Promise<Measured>): Promise<void> {
  console.log(where)
  let plain: Measured | undefined
  for (const phase of phases) {
    const measured = await measure(phase)
    plain ??= measured
    row(names[phase], measured, plain)
  }
}

await measureAll(`Node ${process.versions.node}`, inNode)

const executablePath = findBrowser()
if (executablePath === undefined) process.exitCode = 2
else {
  const browser = await chromium.launchPersistentContext(join(folder, 'browser'), {
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
  })
  await measureAll(`\nChromium ${browser.browser()?.version() ?? ''}`, async phase => {
    const tab = await browser.newPage()
    tab.setDefaultTimeout(0)
    const driven = await browser.newCDPSession(tab)
    await driven.send('Performance.enable', { timeDomain: 'threadTicks' })
    await tab.exposeFunction('processorMs', async () => {
      const { metrics } = await driven.send('Performance.getMetrics')
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
    })
    await tab.goto(relay.url)
    const given: PageGiven = {
      phase,
      room,
      entries,
      ...(phase === 'relay' ? { identity, key } : { identity: [] }),
    }
    const took = await tab.evaluate(
      asked => (globalThis as unknown as { measure: (given: PageGiven) => Promise<Took> }).measure(asked),
      given,
    )
    const peakMb = peakOfPages()
    await tab.close()
    return { ...took, peakMb }
  })
  await browser.close()
}
await relay.stop()
rmSync(folder, { recursive: true, force: true })
