/** A relay over HTTP and WebSocket. */

import { type AccessKey, encode, type SigningKey, signLive, signRequest } from '@goodoffices/log'
import { type LiveConnection, type LiveHandlers, RelayError, type RelayPort } from './port.ts'
import {
  answerBytesMax,
  readAnswer,
  readBytes,
  readCount,
  readFields,
  readNews,
  readPage,
  readRefusal,
  readText,
} from './wire.ts'

export type HttpRelayOptions = {
  /** Such as `https://relay.example`; a path is kept. */
  readonly address: string
  /** Where the host asks for one to create logs. */
  readonly creationToken?: string
  readonly fetch?: typeof fetch
  readonly WebSocket?: typeof WebSocket
  /** Milliseconds since 1970. */
  readonly now?: () => number
  readonly requestMsMax?: number
}

/** A request, and who makes it where it is about a log. */
type Asked = {
  readonly method: string
  readonly path: string
  readonly key?: AccessKey
  readonly steward?: SigningKey | undefined
  readonly body?: Uint8Array
}

const waitMsMin = 500
const waitMsMax = 30_000

export function createHttpRelay(options: HttpRelayOptions): RelayPort {
  const base = options.address.replace(/\/+$/, '')
  const prefix = new URL(base).pathname.replace(/\/+$/, '')
  const send = options.fetch ?? fetch
  const now = options.now ?? Date.now
  const requestMsMax = options.requestMsMax ?? 30_000
  /** What the relay's clock is ahead of ours, learnt when it refuses a time. */
  let clockAheadMs = 0

  async function request(asked: Asked): Promise<Uint8Array> {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await exchange(asked)
      if (answer.ok) return answer.bytes
      const time = answer.error.data['now']
      if (answer.error.code !== 'relay/unauthenticated' || typeof time !== 'number' || attempt > 0)
        throw answer.error
      clockAheadMs = time - now()
    }
  }

  async function exchange({
    method,
    path,
    key,
    steward,
    body,
  }: Asked): Promise<
    { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly error: RelayError }
  > {
    const headers = new Headers({ accept: 'application/cbor' })
    const content = body ?? new Uint8Array()
    if (key !== undefined) {
      const signed = { method, path: `${prefix}${path}`, body: content }
      headers.set('authorization', await signRequest(key, signed, now() + clockAheadMs, steward))
    }
    if (body !== undefined) headers.set('content-type', 'application/cbor')
    if (options.creationToken !== undefined) headers.set('creation-token', options.creationToken)
    try {
      const response = await send(`${base}${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: body as BodyInit }),
        signal: AbortSignal.timeout(requestMsMax),
        cache: 'no-store',
      })
      const bytes = new Uint8Array(await response.arrayBuffer())
      if (bytes.length > answerBytesMax) return { ok: false, error: new RelayError('nonsense') }
      return response.ok ? { ok: true, bytes } : { ok: false, error: readRefusal(bytes, response.status) }
    } catch (cause) {
      return { ok: false, error: new RelayError('unreachable', { address: base }, { cause }) }
    }
  }

  return {
    address: base,
    card: async () => {
      try {
        const card: unknown = JSON.parse(
          new TextDecoder().decode(await request({ method: 'GET', path: '/v1/relay' })),
        )
        const { name, verifier } = readCard(card)
        return { name, verifier }
      } catch (error) {
        throw error instanceof RelayError ? error : new RelayError('nonsense', {}, { cause: error })
      }
    },
    create: async (_log, key, envelopes, steward) => {
      const body = encode({ access: key.publicKey, envelopes })
      return readAnswer(readFields(await request({ method: 'POST', path: '/v1/logs', key, steward, body })))
    },
    append: async (log, key, envelopes, change) => {
      const body = encode({ envelopes, ...(change === undefined ? {} : { expect: change.expect }) })
      const path = `/v1/logs/${log}/envelopes`
      const answer = await request({ method: 'POST', path, key, steward: change?.steward, body })
      return readAnswer(readFields(answer))
    },
    read: async (log, key, from) => {
      const path = `/v1/logs/${log}/envelopes?from=${from}`
      return readPage(readFields(await request({ method: 'GET', path, key })))
    },
    destroy: async (log, key, { from, to, steward }) => {
      const path = `/v1/logs/${log}/envelopes?from=${from}&to=${to}`
      return readCount(readFields(await request({ method: 'DELETE', path, key, steward }))['destroyed'])
    },
    live: handlers =>
      openLive(`${base.replace(/^http/, 'ws')}/v1/live`, handlers, options.WebSocket ?? WebSocket),
  }
}

function readCard(value: unknown): { readonly name: string; readonly verifier: string } {
  if (typeof value === 'object' && value !== null && 'name' in value && 'vkey' in value) {
    const { name, vkey } = value
    if (typeof name === 'string' && typeof vkey === 'string') return { name, verifier: vkey }
  }
  throw new RelayError('nonsense')
}

/** Keeps one connection open, with growing pauses where it cannot, and follows again what was followed. */
function openLive(address: string, handlers: LiveHandlers, Socket: typeof WebSocket): LiveConnection {
  const followed = new Map<string, AccessKey>()
  let socket: WebSocket | undefined
  let greeting: { readonly relay: string; readonly nonce: Uint8Array } | undefined
  let waitMs = waitMsMin
  let timer: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  const subscribe = async (log: string, key: AccessKey): Promise<void> => {
    const connection = socket
    if (greeting === undefined || connection?.readyState !== Socket.OPEN) return
    const signature = await signLive(key, greeting.relay, log, greeting.nonce)
    if (connection.readyState !== Socket.OPEN) return
    connection.send(encode({ type: 'subscribe', log, key: key.publicKey, signature }))
  }

  const hear = (bytes: Uint8Array): void => {
    const fields = readFields(bytes)
    switch (fields['type']) {
      case 'hello':
        greeting = { relay: readText(fields['relay']), nonce: readBytes(fields['nonce']) }
        waitMs = waitMsMin
        handlers.state('live')
        for (const [log, key] of followed) void subscribe(log, key)
        return
      case 'records':
        handlers.news(readNews(fields))
        return
      case 'subscribed':
        readCount(fields['size'])
        handlers.behind(readText(fields['log']))
        return
      case 'ended':
      case 'behind':
        handlers.behind(readText(fields['log']))
        return
      case 'refused':
        if (typeof fields['log'] === 'string') handlers.behind(fields['log'])
        return
      default:
        return
    }
  }

  const connect = (): void => {
    if (isClosed) return
    handlers.state('connecting')
    greeting = undefined
    socket = new Socket(address)
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      try {
        if (data instanceof ArrayBuffer) hear(new Uint8Array(data))
      } catch {
        socket?.close()
      }
    })
    socket.addEventListener('close', () => {
      if (isClosed) return
      handlers.state('offline')
      timer = setTimeout(connect, waitMs * (0.5 + Math.random() / 2))
      waitMs = Math.min(waitMs * 2, waitMsMax)
    })
    socket.addEventListener('error', () => {})
  }
  connect()

  return {
    follow: (log, _from, key) => {
      followed.set(log, key)
      void subscribe(log, key)
    },
    unfollow: log => {
      followed.delete(log)
      if (socket?.readyState === Socket.OPEN) socket.send(encode({ type: 'unsubscribe', log }))
    },
    close: () => {
      isClosed = true
      clearTimeout(timer)
      socket?.close()
    },
  }
}
