/**
 * Append to acknowledged-durable, against what the same disk does when it is asked for nothing but fdatasync: over SQLite, and over a
 * PostgreSQL of its own where there is one; by HTTP and over a live line. `node bench/relay/append.ts [folder]`; the folder chooses the disk.
 */
import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, query, startPostgres } from '../../packages/relay/test/postgres-server.ts'
import { lifted } from './lifted.ts'
import {
  format,
  keepAlive,
  openLine,
  post,
  quantile,
  type Ready,
  startProcess,
  stopProcess,
  usageOf,
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
  readonly residentMiB: number
  /** Unknown where the database keeps its own log. */
  readonly perSync: number | undefined
}
type Over = 'http' | 'line'

/** What the same database does for nobody but its clients: one row of 1 KiB in a transaction of its own. */
async function measureInserts(
  address: string,
  clients: number,
  rounds: number,
): Promise<Omit<Measured, 'residentMiB'>> {
  await query(address, 'CREATE TABLE plain (id bigserial PRIMARY KEY, body bytea NOT NULL)')
  const body = Buffer.alloc(1024, 7)
  const held = await connect(address, clients)
  const insert = (client: (typeof held)[number]) =>
    client.query({ name: 'plain', text: 'INSERT INTO plain (body) VALUES ($1)', values: [body] })
  await Promise.all(held.map(insert))
  const { user, system } = process.cpuUsage()
  const started = performance.now()
  const times = (
    await Promise.all(
      held.map(client =>
        runAll(
          () => insert(client),
          Array.from({ length: rounds }, () => undefined),
        ),
      ),
    )
  ).flat()
  const elapsed = performance.now() - started
  const used = process.cpuUsage({ user, system })
  await Promise.all(held.map(client => client.end()))
  return {
    perSecond: (times.length / elapsed) * 1000,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    processorUs: (used.user + used.system) / times.length,
    perSync: undefined,
  }
}
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
  const { processorUs: used } = await usageOf(relay)
  const started = performance.now()
  const times = (await runQueues(queue => queue)).flat()
  const elapsed = performance.now() - started
  const { processorUs: usedThen, residentMiB } = await usageOf(relay)
  const perSync = store === undefined ? times.length / (countCommits(wal) - before) : undefined
  agent.destroy()
  for (const line of lines) line.end()
  await stopProcess(relay, 'SIGKILL')
  return {
    perSecond: (times.length / elapsed) * 1000,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    processorUs: (usedThen - used) / times.length,
    residentMiB,
    perSync,
  }
}

type Send = (ready: Ready) => Promise<unknown>

async function runAll<T>(send: (each: T) => Promise<unknown>, queue: readonly T[]): Promise<number[]> {
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
  'store     over  writers  logs  appends/s  against disk  processor µs  MiB  appends per fdatasync  p50 ms  p99 ms',
)
const print = (
  head: string,
  figures: Omit<Measured, 'residentMiB'> & { readonly residentMiB?: number },
): void => {
  const { perSecond, processorUs, residentMiB, perSync, p50, p99 } = figures
  const row = [perSecond, perSecond / disk, processorUs, residentMiB, perSync, p50, p99]
  const widths = [11, 14, 14, 5, 23, 8, 8]
  const cells = row.map((figure, i) => (figure === undefined ? '' : format(figure)).padStart(widths[i] ?? 8))
  console.log(`${head}${cells.join('')}`)
}
const postgres = await startPostgres()
for (const name of postgres === undefined ? ['sqlite'] : ['sqlite', 'postgres'])
  for (const each of cases) {
    for (const over of ['http', 'line'] as const) {
      const store = name === 'sqlite' ? undefined : await postgres?.fresh()
      const figures = await measureRelay(each, store, over)
      print(
        `${name.padEnd(10)}${over.padEnd(4)}${String(each.writers).padStart(9)}${String(each.logs).padStart(6)}`,
        figures,
      )
    }
    if (name === 'sqlite' || postgres === undefined || each.logs < each.writers) continue
    // The client's processor time, since the database's own is not the relay's either.
    const plain = await measureInserts(await postgres.fresh(), each.writers, each.rounds)
    print(`${'plain'.padEnd(14)}${String(each.writers).padStart(9)}${' '.repeat(6)}`, plain)
  }
await postgres?.stop()
rmSync(folder, { recursive: true })
