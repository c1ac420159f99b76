/**
 * A service at work: talks whose members are connected and write now and then, over SQLite or over PostgreSQL with one node or several.
 *
 *     node bench/relay/service.ts [--processes 1000] [--members 10] [--connected 2000] [--seconds 60] [--per-second 200] [--nodes 1] [--postgres]
 *
 * Of each talks' members (so many logs: one for each, and the table) some are connected, and follow the table and their own log on one line. Prints how long
 * an append took, how long until everybody else at the table had it, memory for each line, and what is kept for each entry. The load shares the machine.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { decode, encode, isRecord, signLive } from '@goodoffices/log'
import { WebSocket } from 'ws'
import { query, startPostgres } from '../../packages/relay/test/postgres-server.ts'
import { lifted } from './lifted.ts'
import {
  format,
  keepAlive,
  post,
  quantile,
  type Running,
  startProcess,
  stopProcess,
  usageOf,
  Writer,
} from './load.ts'

const { values } = parseArgs({
  options: {
    processes: { type: 'string', default: '1000' },
    members: { type: 'string', default: '10' },
    connected: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '60' },
    'per-second': { type: 'string', default: '200' },
    nodes: { type: 'string', default: '1' },
    postgres: { type: 'boolean', default: false },
  },
})
const [processes, members, connected, seconds, perSecond, nodes] = [
  values.processes,
  values.members,
  values.connected,
  values.seconds,
  values['per-second'],
  values.nodes,
].map(Number) as [number, number, number, number, number, number]

/** One member's line: the table and their own log on it. */
type Line = { readonly table: Writer; readonly append: () => Promise<number>; readonly end: () => void }

/** When each envelope that is under way was sent, by its bytes at a fixed place; and how long each took to everybody else. */
const sentAt = new Map<string, number>()
const pushes: number[] = []
const nameOf = (envelope: Uint8Array): string => Buffer.from(envelope.subarray(-24)).toString('base64')

async function openMember(url: string, table: Writer, own: Writer): Promise<Line> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/live`, { perMessageDeflate: false })
  const answers = new Map<number, () => void>()
  const greeted = Promise.withResolvers<{ readonly relay: string; readonly nonce: Uint8Array }>()
  const following = Promise.withResolvers<void>()
  let subscribed = 0
  const mine = new Set<string>()
  socket.on('error', greeted.reject)
  socket.on('message', (data: Buffer) => {
    const read = decode(new Uint8Array(data), { bytesMax: 64 * 1024 * 1024 })
    if (!read.ok || !isRecord(read.value)) throw new Error('not a message')
    const { type, id, records, relay, nonce } = read.value
    if (type === 'hello' && typeof relay === 'string') greeted.resolve({ relay, nonce: nonce as Uint8Array })
    if (type === 'subscribed' && (subscribed += 1) === 2) following.resolve()
    if (type === 'refused' || type === 'behind') throw new Error(JSON.stringify(read.value))
    if (type === 'appended' && typeof id === 'number') answers.get(id)?.()
    for (const record of Array.isArray(records) ? records : []) {
      const name = isRecord(record) ? nameOf(record['envelope'] as Uint8Array) : ''
      const started = sentAt.get(name)
      if (started !== undefined && !mine.delete(name)) pushes.push(performance.now() - started)
    }
  })
  const hello = await greeted.promise
  for (const { id: log, key } of [table, own]) {
    const signature = await signLive(key, hello.relay, log, hello.nonce)
    socket.send(encode({ type: 'subscribe', log, key: key.publicKey, signature }))
  }
  await following.promise
  let count = 0
  return {
    table,
    append: async () => {
      const { envelope } = await table.append()
      if (envelope === undefined) throw new Error('nothing to append')
      const id = (count += 1)
      const { promise, resolve } = Promise.withResolvers<void>()
      answers.set(id, resolve)
      mine.add(nameOf(envelope))
      const started = performance.now()
      sentAt.set(nameOf(envelope), started)
      socket.send(encode({ type: 'append', log: table.id, id, envelopes: [envelope] }))
      await promise
      answers.delete(id)
      return performance.now() - started
    },
    end: () => socket.terminate(),
  }
}

const folder = mkdtempSync(join(tmpdir(), 'relay-service-'))
const server = values.postgres ? await startPostgres() : undefined
const store = await server?.fresh()
const running: Running[] = []
const urlOf = (i: number): string => (running[i % running.length] as Running).url
const agent = keepAlive(16)

await startNodes()
const talks: { readonly table: Writer; readonly own: readonly Writer[] }[] = []
for (let i = 0; i < processes; i++) {
  const [table, ...own] = await Promise.all(Array.from({ length: members + 1 }, () => Writer.make()))
  if (table === undefined) throw new Error('talks without a table')
  await Promise.all([table, ...own].map(async each => post(urlOf(i), agent, await each.create())))
  talks.push({ table, own })
}
/** What is kept so far. A file is measured when its write-ahead log is folded into it, which is when the relay ends. */
async function bytesKept(): Promise<number> {
  if (store !== undefined) {
    const [row] = (await query(
      store,
      `SELECT sum(pg_total_relation_size(c.oid)) AS bytes FROM pg_class c
       WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace`,
    )) as { readonly bytes: string }[]
    return Number(row?.bytes)
  }
  return statSync(join(folder, 'relay.db')).size
}
async function startNodes(): Promise<void> {
  for (let i = 0; i < (store === undefined ? 1 : nodes); i++)
    running.push(await startProcess('./relay-process.ts', folder, ...(store === undefined ? [] : [store])))
}
const stopNodes = async (): Promise<void> => {
  for (const each of running.splice(0)) await stopProcess(each, 'SIGTERM')
}
const residentOf = async (): Promise<number> => {
  const all = await Promise.all(running.map(each => usageOf(each)))
  return all.reduce((sum, { residentMiB }) => sum + residentMiB, 0)
}
await stopNodes()
const before = await bytesKept()
await startNodes()
const idle = await residentOf()
const lines: Line[] = []
for (let i = 0; i < connected; i++) {
  const at = talks[i % talks.length] as (typeof talks)[number]
  const own = at.own[Math.floor(i / talks.length) % at.own.length] as Writer
  lines.push(await openMember(urlOf(i), at.table, own))
}
const withLines = await residentOf()
const usedBefore = (await Promise.all(running.map(each => usageOf(each)))).reduce(
  (sum, u) => sum + u.processorUs,
  0,
)
const times: number[] = []
const waiting: Promise<void>[] = []
const started = performance.now()
for (let i = 0; i < seconds * perSecond; i++) {
  const due = started + (i * 1000) / perSecond
  const early = due - performance.now()
  if (early > 1) await new Promise(resolve => setTimeout(resolve, early))
  const line = lines[Math.floor(Math.random() * lines.length)] as Line
  waiting.push(line.append().then(time => void times.push(time)))
}
await Promise.all(waiting)
const elapsed = (performance.now() - started) / 1000
await new Promise(resolve => setTimeout(resolve, 500))
const used =
  (await Promise.all(running.map(each => usageOf(each)))).reduce((sum, u) => sum + u.processorUs, 0) -
  usedBefore
for (const line of lines) line.end()
await stopNodes()
const kept = (await bytesKept()) - before

console.log(
  `${new Date().toISOString().slice(0, 16)}Z, ${store === undefined ? 'sqlite' : `postgres, ${running.length} nodes`}`,
)
console.log(`limits that the run lifts: ${Object.keys(lifted).join(', ')}`)
console.log(
  `talks ${processes}, members ${processes * members}, logs ${processes * (members + 1)}, connected ${lines.length}`,
)
console.log(
  `appends ${times.length} in ${format(elapsed)} s: p50 ${format(quantile(times, 0.5))} ms, p99 ${format(quantile(times, 0.99))} ms`,
)
console.log(
  `pushes ${pushes.length}: p50 ${format(quantile(pushes, 0.5))} ms, p99 ${format(quantile(pushes, 0.99))} ms`,
)
console.log(`processor ${format(used / times.length)} µs an append, its pushes included`)
console.log(
  `resident ${format(idle)} MiB before the lines, ${format(((withLines - idle) * 1024) / lines.length)} KiB for each line with two logs`,
)
console.log(
  `kept ${format(kept / times.length)} bytes an entry of about 1 KiB, so ${format(((kept / times.length) * 1e6) / 1024 ** 3)} GiB for a million`,
)
agent.destroy()
await server?.stop()
rmSync(folder, { recursive: true, force: true })
process.exit(0)
