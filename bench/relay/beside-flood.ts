/**
 * What somebody else notices of a flood: appends over a live line from one address of this machine, while another address sends as many
 * requests as it can. The relay has its limits as they come. `node bench/relay/beside-flood.ts`
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import {
  format,
  keepAlive,
  openLine,
  post,
  quantile,
  startProcess,
  stopProcess,
  usageOf,
  Writer,
} from './load.ts'

const appends = 150
const apartMs = 20
const floods = ['get', 'unsigned', 'lines'] as const

const folder = mkdtempSync(join(tmpdir(), 'relay-flood-'))
const relay = await startProcess('./flood-process.ts', folder)
const agent = keepAlive(1)
const writer = await Writer.make()
await post(relay.url, agent, await writer.create())
const line = await openLine(relay.url, writer)

/** One append every so many milliseconds, as people write: how long each took. */
async function measure(): Promise<readonly number[]> {
  const ready = await Promise.all(Array.from({ length: appends }, () => writer.append()))
  const times: number[] = []
  for (const each of ready) {
    const started = performance.now()
    await line.append(each)
    times.push(performance.now() - started)
    await pause(apartMs)
  }
  return times
}

console.log(
  '| flood from another address | requests/s | p50 ms | p99 ms | processor of the relay |\n|---|---|---|---|---|',
)
async function report(name: string, flood?: (typeof floods)[number]): Promise<void> {
  const script = new URL('flooder.ts', import.meta.url).pathname
  const child =
    flood && spawn(process.execPath, [script, relay.url, flood], { stdio: ['ignore', 'pipe', 'inherit'] })
  if (child !== undefined) await once(child.stdout, 'data')
  const [before, started] = [await usageOf(relay), performance.now()]
  const times = await measure()
  const elapsed = performance.now() - started
  const share = ((await usageOf(relay)).processorUs - before.processorUs) / 1000 / elapsed
  let sent = 0
  if (child !== undefined) {
    const said = once(child.stdout, 'data')
    child.kill('SIGTERM')
    sent = Number(String((await said)[0]))
    await once(child, 'exit')
  }
  const cells = [sent, quantile(times, 0.5), quantile(times, 0.99)].map(format)
  console.log(`| ${name} | ${cells.join(' | ')} | ${Math.round(share * 100)} % |`)
}

try {
  await measure()
  await report('none')
  await report('requests without a signature, as many as go', 'get')
  await report('appends with a wrong signature', 'unsigned')
  await report('messages over 64 live lines', 'lines')
} finally {
  line.end()
  agent.destroy()
  await stopProcess(relay, 'SIGTERM')
  rmSync(folder, { recursive: true })
}
