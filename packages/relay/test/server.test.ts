import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode, openNote, signLive, signRequest, textToVerifier } from '@goodoffices/log'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import {
  forgetLog,
  type JournalLine,
  listLogs,
  type RunningRelay,
  SqliteStore,
  type StartOptions,
  StoreError,
  startRelay,
} from '../src/index.ts'
import { Member, openNoteOf, valueOf } from './harness.ts'

let dataFolder: string
let relay: RunningRelay
let lines: JournalLine[]

const start = async (options: Partial<StartOptions> = {}): Promise<RunningRelay> => {
  relay = await startRelay({
    dataFolder,
    name: 'talks.example',
    logger: line => lines.push(line),
    ...options,
  })
  return relay
}

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'relay-server-'))
  lines = []
})
afterEach(async () => {
  await relay.stop()
  rmSync(dataFolder, { recursive: true })
})

async function fetchThere(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const body = new Uint8Array(await request.arrayBuffer())
  const { method, headers } = request
  return fetch(`${relay.url}${pathname}${search}`, { method, headers, ...(body.length > 0 && { body }) })
}

class Socket {
  readonly messages: ReturnType<typeof valueOf>[] = []
  readonly socket: WebSocket
  readonly closed: Promise<number>

  constructor(options: { readonly origin?: string; readonly autoPong?: boolean } = {}) {
    this.socket = new WebSocket(`${relay.url.replace('http', 'ws')}/v1/live`, options)
    this.socket.on('message', data => this.messages.push(valueOf(new Uint8Array(data as Buffer))))
    this.closed = new Promise(resolve => {
      this.socket.on('close', resolve)
      this.socket.on('error', () => resolve(-1))
    })
  }

  async waitFor(type: string, count = 1) {
    const found = () => this.messages.filter(message => message.type === type)
    await vi.waitFor(() => expect(found().length).toBeGreaterThanOrEqual(count), 5_000)
    return found()
  }

  async subscribe(member: Member): Promise<void> {
    const [hello] = await this.waitFor('hello')
    const key = member.epoch.access
    const signature = await signLive(key, hello.relay, member.id, hello.nonce)
    this.socket.send(encode({ type: 'subscribe', log: member.id, key: key.publicKey, signature }))
    await this.waitFor('subscribed')
  }
}

describe('a relay on a folder and a port', () => {
  test('REL-95 it listens on loopback, on a port of the system’s choice, under its name and key', async () => {
    await start()
    expect(relay.address.host).toBe('127.0.0.1')
    expect(relay.address.port).toBeGreaterThan(0)
    const card = (await (await fetch(`${relay.url}/v1/relay`)).json()) as { name: string; vkey: string }
    expect(card).toMatchObject({ name: 'talks.example', vkey: relay.vkey })
  })

  test('REL-95 the key is made once, for the owner’s eyes, and stays', async () => {
    const first = (await start()).vkey
    expect(statSync(join(dataFolder, 'relay.key')).mode & 0o777).toBe(0o600)
    expect(statSync(join(dataFolder, 'relay.db')).mode & 0o077).toBe(0)
    await relay.stop()
    expect((await start({})).vkey).toBe(first)
    await relay.stop()
    await expect(start({ name: 'other.example' })).rejects.toBeInstanceOf(StoreError)
    writeFileSync(join(dataFolder, 'relay.key'), 'talks.example short\n')
    await expect(start()).rejects.toMatchObject({ code: 'store-corrupt' })
    expect(readFileSync(join(dataFolder, 'relay.key'), 'utf8')).toBe('talks.example short\n')
  })

  test('REL-95 everything in the folder is for the owner’s eyes', async () => {
    await start()
    for (const name of readdirSync(dataFolder))
      expect([name, statSync(join(dataFolder, name)).mode & 0o077]).toEqual([name, 0])
  })

  test('REL-98 where the port is taken nothing is made', async () => {
    await start()
    const { port } = relay.address
    const other = join(dataFolder, 'other')
    await expect(startRelay({ dataFolder: other, port, logger: () => {} })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
    expect(existsSync(other)).toBe(false)
  })

  test('REL-98 a start that fails lets go of the port', async () => {
    await start()
    const { port } = relay.address
    await relay.stop()
    await expect(start({ port, name: 'other.example' })).rejects.toBeInstanceOf(StoreError)
    expect((await start({ port })).address.port).toBe(port)
  })

  test('REL-130 its host lists its logs, and destroys one for good, with a certificate that it signs', async () => {
    await start()
    const member = await Member.make(fetchThere)
    await member.create([await member.keys(), await member.seal('What nobody should keep.')])
    const other = await Member.make(fetchThere)
    await other.create([await other.keys()])
    const listed = await listLogs(dataFolder)
    const entries = new Map(listed.map(each => [each.log, each.entries]))
    expect([entries.get(member.id), entries.get(other.id), entries.size]).toEqual([2, 1, 2])
    expect(listed.every(({ bytes, used }) => bytes > 0 && used > 0)).toBe(true)
    const given = { folder: dataFolder, log: member.id, now: 1_800_000_000_000 }
    await expect(forgetLog(given)).rejects.toMatchObject({ code: 'store-in-use' })
    await relay.stop()
    expect(await forgetLog({ ...given, log: 'nowhere' })).toBeUndefined()
    const forgotten = await forgetLog(given)
    expect(forgotten?.envelopes).toBe(2)
    const verifier = textToVerifier(relay.vkey)
    const opened = await openNote(forgotten?.certificate ?? '', verifier.ok ? [verifier.value] : [])
    expect(opened.ok && opened.value.text.split('\n').slice(0, 3)).toEqual([
      'goodoffices/forgotten/1',
      `talks.example/${member.id}`,
      '2',
    ])
    await start()
    const { records } = (await member.read()).body
    expect(records.map((record: { envelope?: Uint8Array }) => record.envelope)).toEqual([
      undefined,
      undefined,
    ])
    expect((await other.read()).body.records[0].envelope).toBeDefined()
    // Noted, so that a copy that is put back does not bring it back.
    expect(readFileSync(join(dataFolder, 'destroyed.log'), 'utf8')).toContain(member.id)
  })

  test('REL-133 under a path it answers who signs the whole of it, over HTTP and a socket, and nobody beside it', async () => {
    await start({ basePath: '/talks' })
    const paths = ['/talks/v1/relay', '/talks/readyz', '/readyz', '/v1/relay', '/talksv1/relay', '/talks']
    const statuses = await Promise.all(paths.map(async path => (await fetch(`${relay.url}${path}`)).status))
    expect(statuses).toEqual([200, 200, 200, 404, 404, 404])
    const { origin } = new URL(relay.url)
    const open = (path: string) =>
      new Promise<string>(resolve => {
        const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`)
        socket.once('message', () => resolve('greeted'))
        socket.once('error', () => resolve('refused'))
      })
    expect(await Promise.all([open('/talks/v1/live'), open('/v1/live')])).toEqual(['greeted', 'refused'])
  })

  test('REL-99 a database without its key, and a key without its database, are not begun anew', async () => {
    const { vkey } = await start()
    const member = await Member.make(fetchThere)
    await member.create([await member.keys()])
    await relay.stop()
    const [key, database] = [join(dataFolder, 'relay.key'), join(dataFolder, 'relay.db')]
    const saved = readFileSync(key)
    rmSync(key)
    await expect(start()).rejects.toMatchObject({ code: 'store-corrupt' })
    expect(existsSync(key)).toBe(false)
    writeFileSync(key, saved, { mode: 0o600 })
    for (const name of readdirSync(dataFolder))
      if (name.startsWith('relay.db')) rmSync(join(dataFolder, name))
    await expect(start()).rejects.toMatchObject({ code: 'store-corrupt' })
    expect(existsSync(database)).toBe(false)
    expect((await start({ isEmptyAccepted: true })).vkey).toBe(vkey)
    expect((await member.get('checkpoint')).status).toBe(404)
  })

  test('REL-99 a first start that was interrupted between the two is taken up', async () => {
    await (await SqliteStore.open({ folder: dataFolder })).close()
    expect((await start()).name).toBe('talks.example')
  })

  test('REL-100 it is ready while it can write, and says what it lacks', async () => {
    await start()
    const ask = async () => {
      const response = await fetch(`${relay.url}/readyz`)
      return [response.status, await response.json()]
    }
    expect(await ask()).toEqual([200, { ok: true, lacks: [] }])
    rmSync(join(dataFolder, 'relay.key'))
    expect(await ask()).toEqual([503, { ok: false, lacks: ['key'] }])
    await relay.stop()
    rmSync(dataFolder, { recursive: true })
    await start({ limits: { diskFreeBytesMin: Number.MAX_SAFE_INTEGER, storeBytesMax: 0 } })
    expect(await ask()).toEqual([503, { ok: false, lacks: ['room', 'disk'] }])
    expect((await fetch(`${relay.url}/healthz`)).status).toBe(200)
  })

  test('REL-70 what it acknowledged is there after a stop and a start', async () => {
    await start()
    const member = await Member.make(fetchThere)
    await member.create([await member.keys()])
    const { body } = await member.append([await member.seal()])
    await relay.stop()
    await start()
    const again = await member.read()
    expect(again.body.checkpoint).toBe(body.checkpoint)
    expect(again.body.records).toHaveLength(2)
    expect((await openNoteOf(relay.vkey, member.id, again.body.checkpoint)).size).toBe(2)
  })

  test('REL-51 subscribers on sockets hear of each commit, in one frame', async () => {
    await start()
    const member = await Member.make(fetchThere)
    await member.create([await member.keys()])
    const sockets = [new Socket(), new Socket()]
    for (const socket of sockets) await socket.subscribe(member)
    await member.append([await member.seal(), await member.seal('x'.repeat(100_000))])
    for (const socket of sockets) {
      const [push] = await socket.waitFor('records')
      expect(push).toMatchObject({ from: 1, size: 3 })
      expect(push.records).toHaveLength(2)
      expect(push.records).toEqual((await member.read(1)).body.records)
    }
    expect(await closing(sockets)).toEqual([1001, 1001])
  })

  test('REL-91 a page from elsewhere opens no socket', async () => {
    await start({ allowedOrigins: ['https://other.example'] })
    expect(await new Socket({ origin: 'https://elsewhere.example' }).closed).toBe(-1)
    for (const origin of [relay.url, 'https://other.example'])
      expect((await new Socket({ origin }).waitFor('hello'))[0].relay).toBe('talks.example')
  })

  test('REL-84 an address has a largest number of sockets', async () => {
    await start({ limits: { socketsPerAddressMax: 2 } })
    const [first, second] = [new Socket(), new Socket()]
    await Promise.all([first.waitFor('hello'), second.waitFor('hello')])
    expect(await new Socket().closed).toBe(-1)
    first.socket.close()
    await first.closed
    await vi.waitFor(async () => expect((await new Socket().waitFor('hello')).length).toBe(1))
  })

  test('REL-84 a message beyond the limit, or of text, closes the socket', async () => {
    await start({ limits: { liveMessageBytesMax: 512 } })
    const large = new Socket()
    await large.waitFor('hello')
    large.socket.send(new Uint8Array(513))
    expect(await large.closed).toBe(1009)
    const text = new Socket()
    await text.waitFor('hello')
    text.socket.send('hello')
    expect(await text.closed).toBe(1008)
  })

  test('REL-82 messages on a socket count as requests', async () => {
    await start({ limits: { requestsPerSecondMax: 1, requestsBurstMax: 5 } })
    const socket = new Socket()
    await socket.waitFor('hello')
    for (let i = 0; i < 12; i++) socket.socket.send(encode({ type: 'unsubscribe', log: 'x' }))
    const [refused] = await socket.waitFor('refused')
    expect(refused.refusal).toMatchObject({ code: 'relay/too-many-requests' })
    expect(refused.refusal.waitMs).toBeGreaterThan(0)
    // Of a line that was refused nothing more is read for a while.
    const started = performance.now()
    const before = socket.messages.length
    socket.socket.send(encode({ type: 'unsubscribe', log: 'x' }))
    await vi.waitFor(() => expect(socket.messages.length).toBeGreaterThan(before))
    expect(performance.now() - started).toBeGreaterThan(150)
  })

  test('REL-128 what is appended on a socket counts on the day of its address', async () => {
    await start({ limits: { addressBytesPerDayMax: 3_000 } })
    const member = await Member.make(fetchThere)
    await member.create([await member.keys()])
    const socket = new Socket()
    const [{ nonce }] = await socket.waitFor('hello')
    const { access } = member.epoch
    const signature = await signLive(access, relay.name, member.id, nonce)
    socket.socket.send(encode({ type: 'subscribe', log: member.id, key: access.publicKey, signature }))
    await socket.waitFor('subscribed')
    for (const id of [1, 2, 3, 4]) {
      const envelopes = [await member.seal('x'.repeat(700))]
      socket.socket.send(encode({ type: 'append', log: member.id, id, envelopes }))
    }
    const [refused] = await socket.waitFor('refused')
    expect(refused.refusal).toMatchObject({ code: 'relay/quota', of: 'bytes', max: 3_000 })
    expect((await member.append([await member.seal('x'.repeat(3_000))])).status).toBe(429)
  })

  test('REL-54 a subscriber that stops reading is dropped and told, and others are not held up', async () => {
    await start({ limits: { liveBufferBytesMax: 65_536 } })
    const member = await Member.make(fetchThere)
    await member.create([await member.keys()])
    const [slow, quick] = [new Socket(), new Socket()]
    await slow.subscribe(member)
    await quick.subscribe(member)
    slow.socket.pause()
    const rounds = 40
    for (let i = 0; i < rounds; i++) await member.append([await member.seal('x'.repeat(400_000))])
    await quick.waitFor('records', rounds)
    slow.socket.resume()
    const [behind] = await slow.waitFor('behind')
    const last = slow.messages.filter(message => message.type === 'records').at(-1)
    expect(behind.from).toBe(last.from + 1)
    expect(behind.from).toBeLessThan(rounds)
  })

  test('REL-59 a socket that does not answer pings is ended, one that does is kept', async () => {
    await start({ limits: { livePingMs: 60 } })
    const alive = new Socket()
    await alive.waitFor('hello')
    const dead = new Socket({ autoPong: false })
    await dead.waitFor('hello')
    const ended = await Promise.race([
      dead.closed,
      new Promise(resolve => setTimeout(resolve, 3_000, 'kept')),
    ])
    expect(ended).toBe(1006)
    expect(alive.socket.readyState).toBe(WebSocket.OPEN)
  })

  test('REL-96 a stop answers what is in flight and refuses what is new', async () => {
    await start()
    const member = await Member.make(fetchThere)
    await member.create([await member.keys()])
    const envelopes = await Promise.all(Array.from({ length: 30 }, () => member.seal()))
    const writing = Promise.allSettled(envelopes.map(envelope => member.append([envelope])))
    await new Promise(resolve => setTimeout(resolve, 5))
    await relay.stop()
    const positions: number[] = []
    for (const outcome of await writing)
      if (outcome.status === 'fulfilled' && outcome.value.status === 200)
        positions.push(...outcome.value.body.positions)
    await expect(fetch(`${relay.url}/healthz`)).rejects.toThrow()
    await start()
    const { records } = (await member.read()).body
    for (const position of positions)
      expect(envelopes.some(envelope => Buffer.compare(envelope, records[position].envelope) === 0)).toBe(
        true,
      )
  })

  test('REL-57 REL-58 a stop ends sockets and streams, and waits for neither', async () => {
    await start()
    const member = await Member.make(fetchThere)
    await member.create([await member.keys()])
    const socket = new Socket()
    await socket.subscribe(member)
    const path = `/v1/live/${member.id}`
    const request = { method: 'GET', path, body: new Uint8Array() }
    const authorization = await signRequest(member.epoch.access, request, Date.now())
    const stream = await fetch(`${relay.url}${path}`, { headers: { authorization } })
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader?.read())?.value).toMatch(/^data: /)
    const started = performance.now()
    await relay.stop()
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(await socket.closed).toBe(1001)
    let rest = ''
    for (let read = await reader?.read(); read?.done === false; read = await reader?.read())
      rest += read.value
    expect(rest).toMatch(/event: stopping\ndata:\n\n$/)
  })

  test('REL-97 the log tells what was done and neither what was said nor who said it', async () => {
    await start()
    const member = await Member.make(fetchThere)
    await member.create([await member.keys()])
    await member.append([await member.seal()])
    await member.asOf(1).read()
    await fetch(`${relay.url}/v1/logs/${member.id}/checkpoint`)
    const requests = lines.filter(line => line.event === 'request')
    expect(requests.map(line => [line['method'], line['route'], line['status'], line['code']])).toEqual([
      ['POST', '/v1/logs', 200, undefined],
      ['POST', '/v1/logs/:id/envelopes', 200, undefined],
      ['GET', '/v1/logs/:id/envelopes', 200, undefined],
      ['GET', '/v1/logs/:id/checkpoint', 401, 'relay/unauthenticated'],
    ])
    expect(new Set(requests.slice(1).map(line => line['log'])).size).toBe(1)
    const text = JSON.stringify(lines)
    expect(text).not.toContain(member.id)
    expect(text).not.toContain('127.0.0.1"')
    expect(text).not.toContain(Buffer.from(member.epoch.access.publicKey).toString('base64url'))
  })
})

/** Stops the relay and gives the codes with which it closed the sockets. */
async function closing(sockets: readonly Socket[]): Promise<readonly number[]> {
  await relay.stop()
  return Promise.all(sockets.map(socket => socket.closed))
}

test('REL-127 what a monitor is told counts what the log tells, names nobody, and is nowhere else', async () => {
  const { url, metricsUrl = '' } = await start({ metrics: { port: 0 } })
  const member = await Member.make(fetchThere)
  await member.create([await member.keys()])
  await fetch(`${url}/v1/logs`, { method: 'POST' })
  const answer = await fetch(metricsUrl)
  expect(answer.headers.get('content-type')).toContain('application/openmetrics-text')
  const told = await answer.text()
  expect(told).toMatch(/goodoffices_request_seconds_count\{method="POST",route="\/v1\/logs",status="200"\} 1/)
  expect(told).toContain('goodoffices_refusals_total{code="relay/unauthenticated"} 1')
  expect(Number(/^goodoffices_kept_bytes (\d+)$/m.exec(told)?.[1])).toBeGreaterThan(0)
  const aliases = lines.flatMap(({ log, from }) => [log, from]).filter(each => each !== undefined)
  expect(aliases.length).toBeGreaterThan(1)
  for (const name of [member.id, '127.0.0.1', ...aliases]) expect(told).not.toContain(String(name))
  expect((await fetch(`${url}/metrics`)).status).toBe(404)
  expect((await fetch(metricsUrl.replace('/metrics', '/'))).status).toBe(404)
  await relay.stop()
  await expect(fetch(metricsUrl)).rejects.toThrow()
  await start()
  expect(relay.metricsUrl).toBeUndefined()
})
