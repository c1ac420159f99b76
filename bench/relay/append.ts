/**
 * Append to acknowledged-durable, against what the same disk does when it is asked for nothing but fdatasync: over SQLite, and over a
 * PostgreSQL of its own where there is one; by HTTP and over a live line. `node bench/relay/append.ts [folder]`; the folder chooses the disk.
 */
import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../../packages/relay/test/postgres-server.ts'
import { lifted } from './lifted.ts'
import {
  format,
  keepAlive,
  openLine,
  post,
  processorTime,
  quantile,
  type Ready,
  startProcess,
  stopProcess,
  Writer,
} from './load.ts'

const folder = mkdtempSync(join(process.argv[2] ?? tmpdir(), 'relay-bench-'))

/** Appends of 1 KiB, each followed by fdatasync: the most that one caller at a time can have made durable. */
function measureDisk(count: number): number {
  const file = openSync(join(folder, 'raw'), 'w')
  const block = Buffer.alloc(1024, 7)
  const started = performance.now()
  for (let i = 0; i < count; i++) {
    writeSync(file, block)
    fdatasyncSync(file)
  }
  const perSecond = (count / (performance.now() - started)) * 1000
  closeSync(file)
  return perSecond
}

/**
 * Transactions in a write-ahead log, https://www.sqlite.org/fileformat2.html#the_write_ahead_log : a frame ends one
 * when its second word is not 0. With synchronous=FULL each is one wait for the disk.
 */
function countCommits(path: string): number {
  const bytes = readFileSync(path)
  const frameBytes = bytes.readUInt32BE(8) + 24
  let commits = 0
  for (let at = 32; at + frameBytes <= bytes.length; at += frameBytes)
    if (bytes.readUInt32BE(at + 4) > 0) commits++
  return commits
}

type Measured = {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Of the relay, all its threads together; the database's own is not in it. */
  readonly processorUs: number
  /** Unknown where the database keeps its own log. */
  readonly perSync: number | undefined
}
type Over = 'http' | 'line'
type Case = { readonly writers: number; readonly logs: number; readonly rounds: number }

async function measureRelay(options: Case, store: string | undefined, over: Over): Promise<Measured> {
  const dataFolder = mkdtempSync(join(folder, 'data-'))
  const relay = await startProcess('./relay-process.ts', dataFolder, ...(store === undefined ? [] : [store]))
  const agent = keepAlive(options.writers)
  const logs = await Promise.all(Array.from({ length: options.logs }, () => Writer.make()))
  for (const log of logs) await post(relay.url, agent, await log.create())
  const queues: Ready[][] = []
  for (let i = 0; i < options.writers; i++) {
    const log = logs[i % logs.length] as Writer
    queues.push(await Promise.all(Array.from({ length: options.rounds }, () => log.append())))
  }
  const lines = await Promise.all(
    over === 'http' ? [] : queues.map((_, i) => openLine(relay.url, logs[i % logs.length] as Writer)),
  )
  const senders = queues.map((_, i): Send => lines[i]?.append ?? (ready => post(relay.url, agent, ready)))
  const runQueues = (take: (queue: Ready[]) => readonly Ready[]) =>
    Promise.all(queues.map((queue, i) => runAll(senders[i] as Send, take(queue))))
  const warm = Math.ceil(options.rounds / 10)
  await runQueues(queue => queue.splice(0, warm))
  const wal = join(dataFolder, 'relay.db-wal')
  const before = store === undefined ? countCommits(wal) : 0
  const used = await processorTime(relay)
  const started = performance.now()
  const times = (await runQueues(queue => queue)).flat()
  const elapsed = performance.now() - started
  const processorUs = ((await processorTime(relay)) - used) / times.length
  const perSync = store === undefined ? times.length / (countCommits(wal) - before) : undefined
  agent.destroy()
  for (const line of lines) line.end()
  await stopProcess(relay, 'SIGKILL')
  return {
    perSecond: (times.length / elapsed) * 1000,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    processorUs,
    perSync,
  }
}

type Send = (ready: Ready) => Promise<unknown>

async function runAll(send: Send, queue: readonly Ready[]): Promise<number[]> {
  const times: number[] = []
  for (const ready of queue) {
    const started = performance.now()
    await send(ready)
    times.push(performance.now() - started)
  }
  return times
}

const cases: readonly Case[] = [
  { writers: 64, logs: 64, rounds: 150 },
  { writers: 64, logs: 1, rounds: 150 },
  { writers: 1, logs: 1, rounds: 1500 },
]

const disk = measureDisk(3000)
console.log(`disk: ${format(disk)} fdatasync/s, one 1 KiB append each`)
console.log(`limits that the run lifts: ${Object.keys(lifted).join(', ')}\n`)
console.log(
  'store     over  writers  logs  appends/s  against disk  processor µs  appends per fdatasync  p50 ms  p99 ms',
)
const postgres = await startPostgres()
for (const name of postgres === undefined ? ['sqlite'] : ['sqlite', 'postgres'])
  for (const [each, over] of cases.flatMap(each =>
    (['http', 'line'] as const).map(over => [each, over] as const),
  )) {
    const store = name === 'sqlite' ? undefined : await postgres?.fresh()
    const { perSecond, processorUs, perSync, p50, p99 } = await measureRelay(each, store, over)
    const figures = [perSecond, perSecond / disk, processorUs, perSync, p50, p99]
    const widths = [11, 14, 14, 23, 8, 8]
    const row = figures.map((figure, i) =>
      (figure === undefined ? '' : format(figure)).padStart(widths[i] ?? 8),
    )
    console.log(
      `${name.padEnd(10)}${over.padEnd(4)}${String(each.writers).padStart(9)}${String(each.logs).padStart(6)}${row.join('')}`,
    )
  }
await postgres?.stop()
rmSync(folder, { recursive: true })
