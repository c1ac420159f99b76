/** A live line that dies in silence, and networks that let through only some of the ways in which it may come. */

import type { LiveHandlers } from '@goodoffices/client'
import {
  type AccessKey,
  bytesToBase64url,
  createAccessKey,
  createEpochKey,
  decode,
  encode,
  type Value,
} from '@goodoffices/log'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RelayClock } from '../src/relay/clock.ts'
import { type LiveLine, openLive } from '../src/relay/live.ts'

type Listener = (event: { readonly data?: unknown }) => void

/** A WebSocket to nowhere: a test plays the relay. */
class FakeSocket {
  static readonly OPEN = 1
  static all: FakeSocket[] = []
  readyState = 1
  isClosed = false
  readonly sent: Uint8Array[] = []
  readonly #listeners = new Map<string, Listener[]>()

  constructor() {
    FakeSocket.all.push(this)
  }
  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener])
  }
  send(bytes: Uint8Array): void {
    this.sent.push(bytes)
  }
  close(): void {
    this.isClosed = true
  }
  hear(message: Value): void {
    const data = Uint8Array.from(encode(message)).buffer
    for (const listener of this.#listeners.get('message') ?? []) listener({ data })
  }
  fail(): void {
    for (const listener of this.#listeners.get('close') ?? []) listener({})
  }
}

const lastSocket = (): FakeSocket => {
  const socket = FakeSocket.all.at(-1)
  if (socket === undefined) throw new Error('no socket')
  return socket
}

let line: LiveLine | undefined
let key: AccessKey
let states: string[]
let behind: string[]
let fetched: ((signal: AbortSignal | undefined) => Promise<Response>) | undefined

const handlers: LiveHandlers = {
  news: () => {},
  behind: log => behind.push(log),
  unfollowed: log => behind.push(log),
  state: state => states.push(state),
}

function begin(): LiveLine {
  line = openLive({
    address: 'http://relay.example',
    prefix: '',
    fetch: async (_, init) => {
      if (fetched === undefined) throw new TypeError('no network')
      return fetched(init?.signal ?? undefined)
    },
    WebSocket: FakeSocket as unknown as typeof WebSocket,
    clock: new RelayClock(() => Date.now()),
    handlers,
  })
  line.follow('log', 0, key)
  return line
}

const hello = { type: 'hello', relay: 'relay.example', nonce: new Uint8Array(32), now: 1_800_000_000_000 }
const beat = { type: 'beat', now: 1_800_000_000_000 }
const event = (message: Value): Uint8Array =>
  new TextEncoder().encode(`data: ${bytesToBase64url(encode(message))}\n\n`)

/** A stream that says these and stays open until it is given up. */
const streamOf = (signal: AbortSignal | undefined, ...messages: readonly Value[]): Response =>
  new Response(
    new ReadableStream<Uint8Array>({
      start: controller => {
        for (const message of messages) controller.enqueue(event(message))
        signal?.addEventListener('abort', () => controller.error(new Error('given up')))
      },
    }),
  )

const truly = globalThis.setTimeout

/** Lets what waits for a signature have it, and then time pass. */
async function pass(ms: number): Promise<void> {
  await new Promise(resolve => truly(resolve, 60))
  await vi.advanceTimersByTimeAsync(ms)
  await new Promise(resolve => truly(resolve, 60))
}

beforeEach(async () => {
  key = await createAccessKey(createEpochKey())
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  FakeSocket.all = []
  states = []
  behind = []
  fetched = undefined
})

afterEach(() => {
  line?.close()
  vi.useRealTimers()
})

describe('SYNC-31 a line that dies in silence', () => {
  it('is begun anew once it has been silent longer than a relay ever is', async () => {
    begin()
    lastSocket().hear(hello)
    lastSocket().hear(beat)
    await pass(39_000)
    expect(FakeSocket.all).toHaveLength(1)
    lastSocket().hear(beat)
    await pass(39_000)
    expect(FakeSocket.all).toHaveLength(1)
    await pass(2_000)
    expect(FakeSocket.all[0]?.isClosed).toBe(true)
    expect(FakeSocket.all).toHaveLength(2)
    expect(states).toEqual(['connecting', 'live', 'offline', 'connecting'])
  })

  it('is asked first where the relay does not beat, and stays while it answers', async () => {
    begin()
    lastSocket().hear(hello)
    await pass(0)
    const before = lastSocket().sent.length
    await pass(41_000)
    expect(lastSocket().sent.length).toBe(before + 1)
    lastSocket().hear({ type: 'subscribed', log: 'log', epoch: 1, size: 4, checkpoint: '' })
    await pass(30_000)
    expect(FakeSocket.all).toHaveLength(1)
    await pass(27_000)
    expect(FakeSocket.all).toHaveLength(2)
  })

  it('is asked when another request is not answered', async () => {
    const { unanswered } = begin()
    lastSocket().hear(hello)
    lastSocket().hear(beat)
    await pass(0)
    unanswered.call(line)
    await pass(16_000)
    expect(FakeSocket.all).toHaveLength(2)
  })

  it('is begun anew at once when another request is answered', async () => {
    begin()
    lastSocket().hear(hello)
    lastSocket().fail()
    expect(FakeSocket.all).toHaveLength(1)
    line?.answered()
    expect(FakeSocket.all).toHaveLength(2)
  })
})

describe('SYNC-50 what is appended goes over the line that follows its log', () => {
  const envelope = new Uint8Array([7])
  const subscribed = { type: 'subscribed', log: 'log', epoch: 1, size: 4, checkpoint: '' }
  const append = (by = key) => line?.append('log', by, [envelope], 'a note')

  it('with the key by which it does, where the relay takes it, and brings its answer back', async () => {
    begin()
    expect(append()).toBeUndefined()
    lastSocket().hear({ ...hello, bytesMax: 200 })
    await pass(0)
    expect(append()).toBeUndefined()
    lastSocket().hear(subscribed)
    expect(append(await createAccessKey(createEpochKey()))).toBeUndefined()
    expect(line?.append('other', key, [envelope], '')).toBeUndefined()
    expect(line?.append('log', key, [new Uint8Array(200)], '')).toBeUndefined()
    const [first, second] = [append(), append()]
    const sent = lastSocket()
      .sent.slice(-2)
      .map(bytes => decode(bytes))
    expect(sent).toMatchObject([
      { value: { type: 'append', log: 'log', id: 0, envelopes: [envelope], seen: 'a note' } },
      { value: { id: 1 } },
    ])
    lastSocket().hear({
      type: 'appended',
      log: 'log',
      id: 1,
      positions: [5],
      times: [6],
      size: 6,
      checkpoint: 'c',
    })
    expect(await second).toEqual({ places: [{ position: 5, time: 6 }], size: 6, checkpoint: 'c' })
    lastSocket().hear({ type: 'refused', log: 'log', id: 0, refusal: { code: 'relay/full' } })
    await expect(first).rejects.toMatchObject({ code: 'relay/full' })
    // The log is followed as before.
    expect(behind).toEqual(['log'])
    for (const type of ['ended', 'behind', 'refused']) {
      lastSocket().hear(subscribed)
      expect(append()?.catch(() => {})).toBeDefined()
      lastSocket().hear({ type, log: 'log', from: 0, size: 1 })
      expect(append(), type).toBeUndefined()
    }
    lastSocket().hear(subscribed)
    line?.unfollow('log')
    expect(append()).toBeUndefined()
  })

  it('is given up where the line dies, nothing is answered, or the relay is asked too much', async () => {
    const openOne = async () => {
      lastSocket().hear({ ...hello, bytesMax: 200 })
      await pass(0)
      lastSocket().hear(subscribed)
      const failed = vi.fn()
      append()?.catch(({ code }: { readonly code: string }) => failed(code))
      return failed
    }
    begin()
    const refused = await openOne()
    lastSocket().hear({ type: 'refused', log: null, refusal: { code: 'relay/too-many-requests' } })
    await pass(0)
    expect(refused).toHaveBeenCalledWith('relay/too-many-requests')
    const silent = await openOne()
    await pass(16_000)
    expect(silent).toHaveBeenCalledWith('unreachable')
    expect(FakeSocket.all).toHaveLength(2)
    const nonsense = await openOne()
    lastSocket().hear({ type: 'appended', log: 'log', id: 0, positions: 'none' })
    await pass(700)
    expect(nonsense).toHaveBeenCalledWith('unreachable')
    expect(FakeSocket.all).toHaveLength(3)
    const cut = await openOne()
    lastSocket().fail()
    await pass(0)
    expect(cut).toHaveBeenCalledWith('unreachable')
    expect(append()).toBeUndefined()
  })

  it('goes by HTTP to a relay of before', async () => {
    begin()
    lastSocket().hear(hello)
    await pass(0)
    lastSocket().hear(subscribed)
    expect(append()).toBeUndefined()
  })
})

const failSockets = async (): Promise<void> => {
  lastSocket().fail()
  await pass(600)
  lastSocket().fail()
  await pass(1_200)
}

describe('SYNC-31 a network that lets no WebSocket through', () => {
  it('hears by events', async () => {
    fetched = async signal =>
      streamOf(signal, beat, { type: 'subscribed', log: 'log', epoch: 1, size: 4, checkpoint: '' })
    begin()
    await failSockets()
    await pass(100)
    expect(states.at(-1)).toBe('live')
    expect(behind).toContain('log')
  })

  it('is asked now and then where events are held back, and says so', async () => {
    fetched = async signal => streamOf(signal)
    begin()
    await failSockets()
    await pass(0)
    await pass(11_000)
    expect(states.at(-1)).toBe('polling')
    const asked = behind.length
    expect(asked).toBeGreaterThan(0)
    await pass(20_000)
    expect(behind.length).toBe(asked + 1)
    expect(states.at(-1)).toBe('polling')
  })

  it('is not taken for blocked where there is no network at all', async () => {
    begin()
    await failSockets()
    await pass(60_000)
    expect(states).not.toContain('polling')
    expect(states).not.toContain('live')
  })

  it('is left behind as soon as a WebSocket gets through', async () => {
    fetched = async () => new Response(null, { status: 404 })
    begin()
    await failSockets()
    await pass(1_000)
    expect(states.at(-1)).toBe('polling')
    await pass(300_000)
    lastSocket().hear(hello)
    expect(states.at(-1)).toBe('live')
    const asked = behind.length
    await pass(21_000)
    expect(behind.length).toBe(asked)
  })
})
