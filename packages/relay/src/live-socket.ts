import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { Holdings } from './holdings.ts'
import { isHostAllowed } from './host.ts'
import type { LiveHub } from './live.ts'
import { closeCode, type LivePipe } from './live-pipe.ts'
import type { DailyQuota } from './quota.ts'
import { overRateMs, type RateLimiter, readAddress } from './rate.ts'
import { refuse } from './refusal.ts'

export type LiveSocketOptions = {
  readonly server: Server
  readonly hub: LiveHub
  readonly rate: RateLimiter
  readonly quota: DailyQuota
  readonly allowedOrigins?: readonly string[] | undefined
  readonly allowedHosts?: readonly string[] | undefined
  readonly trustedProxies?: number | undefined
  readonly basePath?: string | undefined
  readonly onFault: (error: unknown) => void
}

const path = '/v1/live'

/** Takes WebSocket connections at `/v1/live`. Returns the way to stop taking them. */
export function attachLiveSocket(options: LiveSocketOptions): () => void {
  const { server, hub, rate } = options
  const { limits } = hub.relay
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: limits.liveMessageBytesMax,
    clientTracking: false,
  })
  const held = new Holdings({ perAddressMax: limits.socketsPerAddressMax, max: limits.connectionsMax })

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const address = readAddress({
      socketAddress: request.socket.remoteAddress ?? '',
      forwardedFor: joinHeader(request.headers['x-forwarded-for']),
      trustedProxies: options.trustedProxies ?? 0,
    })
    if (request.url?.split('?', 1)[0] !== `${options.basePath ?? ''}${path}`)
      return rejectUpgrade(socket, '404 Not Found')
    if (!isHostAllowed(request.headers.host, options.allowedHosts))
      return rejectUpgrade(socket, '421 Misdirected Request')
    if (!isOriginAllowed(request, options.allowedOrigins ?? [])) return rejectUpgrade(socket, '403 Forbidden')
    const release = rate.take(address, performance.now()) > 0 ? undefined : held.take(address, 1)
    if (release === undefined) return rejectUpgrade(socket, '429 Too Many Requests')
    socket.once('close', release)
    sockets.handleUpgrade(request, socket, head, webSocket => {
      serveSocket({ webSocket, socket, address }, options)
    })
  }
  server.on('upgrade', upgrade)
  return () => {
    server.off('upgrade', upgrade)
    sockets.close()
  }
}

function serveSocket(
  peer: { readonly webSocket: WebSocket; readonly socket: Duplex; readonly address: string },
  { hub, rate, quota, onFault }: LiveSocketOptions,
): void {
  const { webSocket, socket, address } = peer
  const pipe: LivePipe = {
    send: message => {
      // Written to the socket as it is: the frame is the same for a thousand subscribers and made once.
      if (webSocket.readyState !== webSocket.OPEN) return
      // What is said in one turn, an answer and the news of the same append mostly, is one call of the system.
      if (socket.writableCorked === 0) {
        socket.cork()
        process.nextTick(() => socket.uncork())
      }
      socket.write(message.wrapped(wrapInFrame))
    },
    bufferedBytes: () => socket.writableLength,
    close: (code, reason) => webSocket.close(code, reason),
  }
  const { relay } = hub
  const connection = hub.connect(pipe, {
    max: quota.max('bytes'),
    waitMs: bytes => quota.waitMs(address, 'bytes', bytes, relay.now()),
    add: bytes => quota.add(address, 'bytes', bytes, relay.now()),
  })
  let isAlive = true
  const ping = setInterval(() => {
    if (!isAlive) return webSocket.terminate()
    isAlive = false
    webSocket.ping()
  }, relay.limits.livePingMs)
  webSocket.on('pong', () => {
    isAlive = true
  })
  webSocket.on('message', (data, isBinary) => {
    const waitMs = rate.take(address, performance.now())
    if (waitMs > 0) {
      webSocket.pause()
      setTimeout(() => webSocket.resume(), overRateMs).unref()
      return connection.refuseRequest(refuse('relay/too-many-requests', { waitMs }).error)
    }
    if (!isBinary) return webSocket.close(closeCode.policy, 'binary messages only')
    connection.receive(joinData(data)).catch(onFault)
  })
  // A broken frame or connection; the close that follows does what is needed.
  webSocket.on('error', () => {})
  webSocket.on('close', () => {
    clearInterval(ping)
    connection.closed()
  })
}

/** One unmasked binary frame: RFC 6455, section 5.2. */
export function wrapInFrame(payload: Uint8Array): Uint8Array {
  const finalBinary = 0x82
  const { length } = payload
  if (length < 126) return Buffer.concat([Uint8Array.of(finalBinary, length), payload])
  const head = Buffer.alloc(length < 65_536 ? 4 : 10)
  head[0] = finalBinary
  head[1] = length < 65_536 ? 126 : 127
  if (length < 65_536) head.writeUInt16BE(length, 2)
  else head.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([head, payload])
}

function joinData(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

/** Browsers say where a page came from: pages of the relay's own host, and those the operator named. */
function isOriginAllowed(request: IncomingMessage, allowedOrigins: readonly string[]): boolean {
  const { origin, host } = request.headers
  if (origin === undefined || allowedOrigins.includes(origin)) return true
  return URL.parse(origin)?.host === host
}

function joinHeader(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header
}

function rejectUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
