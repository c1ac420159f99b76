/** What strangers may hold on to, on a real port of this machine. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signRequest } from '@goodoffices/log'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type RelayLimits, type RunningRelay, startRelay } from '../src/index.ts'
import { makeEpoch } from './harness.ts'

let dataFolder: string
let relay: RunningRelay
const sockets: { readonly destroy: () => void }[] = []

async function start(limits: Partial<RelayLimits>, trustedProxies = 0): Promise<void> {
  relay = await startRelay({ dataFolder, limits, trustedProxies, logger: () => {} })
}

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'relay-strangers-'))
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await relay.stop()
  rmSync(dataFolder, { recursive: true })
})

/** A connection, and all that came over it until it was ended. */
function dial(): { readonly socket: Socket; readonly heard: () => string; readonly ended: Promise<unknown> } {
  const socket = connect(relay.address.port, relay.address.host)
  sockets.push(socket)
  let heard = ''
  socket.on('data', chunk => {
    heard += String(chunk)
  })
  socket.on('error', () => {})
  return { socket, heard: () => heard, ended: new Promise(resolve => socket.once('close', resolve)) }
}

const soon = async (ended: Promise<unknown>, ms = 20_000): Promise<string> =>
  Promise.race([ended.then(() => 'ended'), new Promise<string>(resolve => setTimeout(resolve, ms, 'open'))])

/** Opens a WebSocket as if a proxy had passed it on. */
async function openFrom(address: string): Promise<string> {
  const headers = { 'x-forwarded-for': address }
  const live = new WebSocket(`${relay.url.replace('http', 'ws')}/v1/live`, { headers })
  sockets.push({ destroy: () => live.terminate() })
  return once(live, 'message').then(
    () => 'open',
    () => 'refused',
  )
}

describe('connections', () => {
  test('REL-84 an address has a largest number of connections, of whatever kind', async () => {
    await start({ connectionsPerAddressMax: 3, headersTimeoutMs: 60_000 })
    const held = [dial(), dial()]
    await Promise.all(held.map(({ socket }) => once(socket, 'connect')))
    const live = new WebSocket(`${relay.url.replace('http', 'ws')}/v1/live`)
    await once(live, 'message')
    expect(await soon(dial().ended)).toBe('ended')
    const [first] = held
    first?.socket.destroy()
    await first?.ended
    await expect.poll(async () => (await fetch(`${relay.url}/healthz`)).status).toBe(200)
    live.terminate()
  })

  test('REL-84 addresses of one /64 share their sockets', async () => {
    await start({ socketsPerAddressMax: 2 }, 1)
    const answers: string[] = []
    for (const from of ['2001:db8::1', '2001:db8::2', '2001:db8::3', '2001:db8:0:1::1'])
      answers.push(await openFrom(from))
    expect(answers).toEqual(['open', 'open', 'refused', 'open'])
  })

  test('REL-87 a connection that says nothing, or half of something, is ended', async () => {
    await start({ headersTimeoutMs: 1_500, stallTimeoutMs: 2_500, idleTimeoutMs: 500 })
    const { access } = await makeEpoch()
    const request = { method: 'POST', path: '/v1/logs', body: new Uint8Array(1) }
    const authorization = await signRequest(access, request, Date.now())
    const halves = [
      '',
      'POST /v1/logs HTTP/1.1\r\nHost: localhost\r\nAuthor',
      `POST /v1/logs HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\nAuthorization: ${authorization}\r\n\r\nx`,
      'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n',
    ]
    const calls = halves.map(half => {
      const call = dial()
      call.socket.write(half)
      return call
    })
    expect(await Promise.all(calls.map(({ ended }) => soon(ended)))).toEqual(Array(4).fill('ended'))
    expect(calls.at(-1)?.heard()).toContain('{"ok":true}')
  })

  test('REL-87 a head that comes letter by letter is not waited for', async () => {
    await start({ headersTimeoutMs: 1_500 })
    const call = dial()
    const dripping = setInterval(() => call.socket.write('x'), 300)
    call.socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')
    const outcome = await soon(call.ended, 15_000)
    clearInterval(dripping)
    expect(outcome).toBe('ended')
    expect(call.heard()).toContain('408 Request Timeout')
  })

  test('REL-87 a body that moves slowly is waited for', async () => {
    await start({ stallTimeoutMs: 4_000 })
    const { access } = await makeEpoch()
    const request = { method: 'POST', path: '/v1/logs', body: new Uint8Array(8) }
    const authorization = await signRequest(access, request, Date.now())
    const call = dial()
    call.socket.write(
      `POST /v1/logs HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8\r\nAuthorization: ${authorization}\r\n\r\n`,
    )
    for (let i = 0; i < 8; i++) {
      await new Promise(resolve => setTimeout(resolve, 700))
      call.socket.write(Uint8Array.of(0))
    }
    await expect.poll(call.heard, { timeout: 4_000 }).toContain('400 Bad Request')
  })
})

describe('bodies', () => {
  test('REL-85 a crowd of strangers that announces large bodies is not listened to', async () => {
    await start({})
    const { access } = await makeEpoch()
    const path = `/v1/logs/${'x'.repeat(43)}/envelopes`
    const authorization = await signRequest(
      access,
      { method: 'POST', path, body: new Uint8Array(1) },
      Date.now(),
    )
    const head = (length: number) =>
      `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${length}\r\nAuthorization: ${authorization}\r\n\r\n`
    const before = process.memoryUsage().rss
    const calls = Array.from({ length: 60 }, () => {
      const call = dial()
      call.socket.write(head(4 * 1024 * 1024 - 1))
      call.socket.write(new Uint8Array(1024 * 1024))
      return call
    })
    for (const { heard } of calls)
      await expect.poll(heard, { timeout: 10_000 }).toContain('413 Payload Too Large')
    // Sixty times a mebibyte came; what this process sent is in the figure too.
    expect(process.memoryUsage().rss - before).toBeLessThan(120 * 1024 * 1024)
    expect((await fetch(`${relay.url}/healthz`)).status).toBe(200)
  })

  test('REL-88 a page whose name was led here opens nothing', async () => {
    await start({})
    const call = dial()
    call.socket.write(
      'GET /v1/relay HTTP/1.1\r\nHost: evil.example:7465\r\nOrigin: http://evil.example:7465\r\n\r\n',
    )
    await expect.poll(call.heard).toContain('421 Misdirected Request')
    const live = new WebSocket(`${relay.url.replace('http', 'ws')}/v1/live`, {
      origin: 'http://evil.example:7465',
      headers: { host: 'evil.example:7465' },
    })
    const [error] = (await once(live, 'error')) as [Error]
    expect(error.message).toContain('421')
  })
})
