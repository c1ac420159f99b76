import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Admission } from './admission.ts'
import { Holdings } from './holdings.ts'
import { createHttp } from './http.ts'
import { Journal, type Logger, writeJournalLine } from './journal.ts'
import { openRelayKey } from './key.ts'
import { defaultLimits, type RelayLimits } from './limits.ts'
import { LiveHub } from './live.ts'
import { attachLiveSocket } from './live-socket.ts'
import { DailyQuota } from './quota.ts'
import { RateLimiter } from './rate.ts'
import { Relay } from './relay.ts'
import { SqliteStore } from './sqlite-store.ts'
import { StaticFiles } from './static.ts'
import type { Store } from './store.ts'

export type StartOptions = {
  /** Holds everything the relay keeps; made if absent. */
  readonly dataFolder: string
  /** Loopback unless said otherwise. */
  readonly host?: string
  /** 0 lets the system choose one. */
  readonly port?: number
  /** The relay's name in checkpoints, without spaces or plus signs: a host name. Fixed at the first start. */
  readonly name?: string
  /** Folder of the built web app. */
  readonly webRoot?: string
  readonly limits?: Partial<RelayLimits>
  /** See `AdmissionOptions`. */
  readonly creationToken?: string
  readonly isByInvitation?: boolean
  readonly allowedOrigins?: readonly string[]
  /** Names by which it is reached, beside its own, those of this machine, and addresses. */
  readonly allowedHosts?: readonly string[]
  readonly trustedProxies?: number
  readonly logger?: Logger
  /** Milliseconds since 1970; the system's clock unless given. */
  readonly now?: () => number
  /** See `SqliteOptions`. */
  readonly walBytesMax?: number
  /** In place of the SQLite store in `dataFolder`, which is then used for the key only. Closed by `stop`. */
  readonly store?: Store
}

export type RunningRelay = {
  readonly address: { readonly host: string; readonly port: number }
  readonly url: string
  readonly vkey: string
  readonly name: string
  /** Answers what is in flight, says goodbye to subscribers, closes the store. */
  readonly stop: () => Promise<void>
}

const closingMs = 20
const sweepMs = 3_600_000
const connectionsCheckMs = 5_000

/**
 * Starts a relay on a folder. Rejects with StoreError where the folder cannot be used, and with the system's own error
 * where the port cannot.
 */
export async function startRelay(options: StartOptions): Promise<RunningRelay> {
  const limits = { ...defaultLimits, ...options.limits }
  const journal = new Journal(options.logger ?? writeJournalLine)
  const onFault = (error: unknown) => journal.fault('fault', error)
  const files = options.webRoot === undefined ? undefined : new StaticFiles(options.webRoot)
  const { dataFolder: folder, walBytesMax } = options
  const store =
    options.store ?? (await SqliteStore.open({ folder, ...(walBytesMax !== undefined && { walBytesMax }) }))
  try {
    const { allowedOrigins, trustedProxies, isByInvitation = false } = options
    const signer = await openRelayKey(folder, options.name)
    const relay = await Relay.open({
      store,
      signer,
      limits,
      now: options.now ?? Date.now,
      onFault,
      isByInvitation,
    })
    const hub = new LiveHub(relay)
    const rate = new RateLimiter(limits)
    const admission = new Admission(options)
    const inFlight = new Holdings({
      perAddressMax: limits.inFlightBytesPerAddressMax,
      max: limits.inFlightBytesMax,
    })
    const allowedHosts = [relay.name, ...(options.allowedHosts ?? [])]
    const shared = { hub, rate, allowedOrigins, allowedHosts, trustedProxies }
    const quota = new DailyQuota(limits)
    const http = createHttp({ ...shared, journal, admission, inFlight, quota, files })
    const server = createAdaptorServer({
      fetch: http.fetch,
      createServer,
      serverOptions: {
        requestTimeout: limits.requestTimeoutMs,
        headersTimeout: limits.headersTimeoutMs,
        keepAliveTimeout: limits.idleTimeoutMs,
        connectionsCheckingInterval: Math.min(connectionsCheckMs, limits.headersTimeoutMs),
      },
    }) as Server
    server.maxConnections = limits.connectionsMax
    server.setTimeout(limits.stallTimeoutMs)
    // Behind a proxy all connections are the proxy's, and it is for the proxy to bound them.
    if ((trustedProxies ?? 0) === 0) holdConnections(server, limits)
    const detach = attachLiveSocket({ ...shared, server, onFault })
    const sweep = async () => {
      const logs = await relay.sweep().catch(onFault)
      if (logs !== undefined && logs > 0) journal.info('expired', { logs })
    }
    void sweep()
    const sweeping = setInterval(() => void sweep(), sweepMs).unref()
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1')
    await once(server, 'listening')
    const { address, port } = server.address() as AddressInfo
    const url = `http://${address.includes(':') ? `[${address}]` : address}:${port}`
    journal.info('started', { url, name: relay.name })

    const stop = async () => {
      journal.info('stopping')
      detach()
      clearInterval(sweeping)
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      await relay.stop()
      hub.stop()
      // Connections become idle one by one, as the last answers and streams end.
      const closing = setInterval(() => server.closeIdleConnections(), closingMs)
      const deadline = setTimeout(() => server.closeAllConnections(), limits.stopTimeoutMs)
      await closed
      clearInterval(closing)
      clearTimeout(deadline)
      await store.close()
      journal.info('stopped')
    }
    let stopping: Promise<void> | undefined
    return {
      address: { host: address, port },
      url,
      vkey: relay.verifierKey,
      name: relay.name,
      stop: () => (stopping ??= stop()),
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Ends connections at once that their address has too many of. */
function holdConnections(server: Server, limits: RelayLimits): void {
  const perAddressMax = limits.connectionsPerAddressMax
  const connections = new Holdings({ perAddressMax, max: limits.connectionsMax })
  server.on('connection', socket => {
    const release = connections.take(socket.remoteAddress ?? '', 1)
    if (release === undefined) socket.destroy()
    else socket.once('close', release)
  })
}
