/**
 * From the start of an append to its arrival at each of 1,000 subscribers, against a bare broadcast of as many bytes
 * over the same library. `node bench/relay/fan-out.ts [subscribers]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode, encode, isRecord, signLive } from '@goodoffices/log'
import { WebSocket } from 'ws'
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

const subscribers = Number(process.argv[2] ?? 1000)
const paced = { messages: 50, perSecond: 5 }
const saturated = { messages: 200, writers: 8 }

type Figures = {
  readonly p50: number
  readonly p99: number
  readonly deliveriesPerSecond: number
  /** Of the sender's process, all its threads together, for each delivery while saturated. */
  readonly processorUs: number
}
type Sender = () => Promise<void>

/** `send` resolves when its message has been sent; messages arrive in `arrived`, one call per subscriber. */
async function measure(
  send: Sender,
  count: { arrived: number; times: number[] },
  running: Running,
): Promise<Figures> {
  const expectArrivals = async (messages: number, work: () => Promise<void>) => {
    const target = count.arrived + messages * subscribers
    await work()
    while (count.arrived < target) await new Promise(resolve => setTimeout(resolve, 1))
  }
  await expectArrivals(5, async () => {
    for (let i = 0; i < 5; i++) await send()
  })
  const times: number[] = []
  for (let i = 0; i < paced.messages; i++) {
    const started = performance.now()
    count.times = []
    await expectArrivals(1, send)
    times.push(...count.times.map(time => time - started))
    await new Promise(resolve =>
      setTimeout(resolve, Math.max(0, 1000 / paced.perSecond - (performance.now() - started))),
    )
  }
  const { processorUs: used } = await usageOf(running)
  const started = performance.now()
  await expectArrivals(saturated.messages, async () => {
    let left = saturated.messages
    const write = async () => {
      while (left-- > 0) await send()
    }
    await Promise.all(Array.from({ length: saturated.writers }, write))
  })
  const elapsed = performance.now() - started
  return {
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    deliveriesPerSecond: ((saturated.messages * subscribers) / elapsed) * 1000,
    processorUs: ((await usageOf(running)).processorUs - used) / (saturated.messages * subscribers),
  }
}

async function measureRelay(folder: string): Promise<Figures> {
  const relay = await startProcess('./relay-process.ts', folder)
  const agent = keepAlive(saturated.writers)
  const writer = await Writer.make()
  await post(relay.url, agent, await writer.create())
  const count = { arrived: 0, times: [] as number[] }
  const sockets: WebSocket[] = []
  for (let i = 0; i < subscribers; i++) {
    const socket = new WebSocket(`${relay.url.replace('http', 'ws')}/v1/live`, { perMessageDeflate: false })
    sockets.push(socket)
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject)
      let isSubscribed = false
      socket.on('message', data => {
        if (isSubscribed) {
          // One frame carries one commit, which may hold several envelopes: count what arrived, in records.
          count.arrived += recordsIn(data as Buffer)
          count.times.push(performance.now())
          return
        }
        const message = read(data as Buffer)
        if (message['type'] === 'hello') void subscribe(socket, writer, message)
        else if (message['type'] === 'subscribed') {
          isSubscribed = true
          resolve()
        } else reject(new Error(String(message['type'])))
      })
    })
  }
  const ready = await Promise.all(
    Array.from({ length: 5 + paced.messages + saturated.messages }, () => writer.append()),
  )
  const figures = await measure(
    async () => {
      const next = ready.pop()
      if (next === undefined) throw new Error('no request left')
      await post(relay.url, agent, next)
    },
    count,
    relay,
  )
  for (const socket of sockets) socket.terminate()
  agent.destroy()
  await stopProcess(relay, 'SIGKILL')
  return figures
}

/** The same frame reaches every subscriber: read it once. */
let lastFrame: { readonly bytes: Buffer; readonly records: number } | undefined
function recordsIn(bytes: Buffer): number {
  if (lastFrame === undefined || !lastFrame.bytes.equals(bytes)) {
    const { records } = read(bytes)
    lastFrame = { bytes: Buffer.from(bytes), records: Array.isArray(records) ? records.length : 0 }
  }
  return lastFrame.records
}

function read(bytes: Buffer): { readonly [name: string]: unknown } {
  const decoded = decode(new Uint8Array(bytes), { bytesMax: 64 * 1024 * 1024 })
  if (!decoded.ok || !isRecord(decoded.value)) throw new Error('not a live message')
  return decoded.value
}

async function subscribe(
  socket: WebSocket,
  { id, key }: Writer,
  hello: { readonly [name: string]: unknown },
): Promise<void> {
  const signature = await signLive(key, String(hello['relay']), id, hello['nonce'] as Uint8Array)
  socket.send(encode({ type: 'subscribe', log: id, key: key.publicKey, signature }))
}

async function measureBroadcast(): Promise<Figures> {
  const server = await startProcess('./broadcast-process.ts')
  const count = { arrived: 0, times: [] as number[] }
  const sockets: WebSocket[] = []
  for (let i = 0; i <= subscribers; i++) {
    const socket = new WebSocket(server.url.replace('http', 'ws'), { perMessageDeflate: false })
    sockets.push(socket)
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  }
  const [sender, ...listeners] = sockets
  for (const socket of listeners)
    socket.on('message', () => {
      count.arrived += 1
      count.times.push(performance.now())
    })
  const message = new Uint8Array(1400)
  const figures = await measure(
    async () => {
      const heard = new Promise(resolve => sender?.once('message', resolve))
      sender?.send(message)
      await heard
    },
    count,
    server,
  )
  for (const socket of sockets) socket.terminate()
  await stopProcess(server, 'SIGKILL')
  return figures
}

const folder = mkdtempSync(join(tmpdir(), 'relay-bench-'))
const bare = await measureBroadcast()
const relay = await measureRelay(folder)
rmSync(folder, { recursive: true })
console.log(
  `${subscribers} subscribers      at ${paced.perSecond}/s: p50 ms  p99 ms   saturated: deliveries/s  processor µs each`,
)
const rows: readonly (readonly [string, Figures])[] = [
  ['bare broadcast', bare],
  ['relay', relay],
  [
    'relay / bare',
    {
      p50: relay.p50 / bare.p50,
      p99: relay.p99 / bare.p99,
      deliveriesPerSecond: relay.deliveriesPerSecond / bare.deliveriesPerSecond,
      processorUs: relay.processorUs / bare.processorUs,
    },
  ],
]
for (const [name, { p50, p99, deliveriesPerSecond, processorUs }] of rows)
  console.log(
    `${name.padEnd(22)}${format(p50).padStart(14)}${format(p99).padStart(8)}${format(deliveriesPerSecond).padStart(26)}${format(processorUs).padStart(19)}`,
  )
