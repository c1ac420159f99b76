import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { NoteSigner } from '@goodoffices/log'
import { createAdaptorServer } from '@hono/node-server'
import { Admission } from './admission.ts'
import { Burials, burialsFileName } from './burials.ts'
import { Holdings } from './holdings.ts'
import { createHttp } from './http.ts'
import { Journal, type Logger, writeJournalLine } from './journal.ts'
import { openRelayKey, openSharedKey, readRelaySeed, requireBoth } from './key.ts'
import { defaultLimits, type RelayLimits } from './limits.ts'
import { LiveHub } from './live.ts'
import { attachLiveSocket } from './live-socket.ts'
import { writeRefusal } from './message.ts'
import { Metrics } from './metrics.ts'
import { type NoticeOptions, openNotices, tickNotices } from './notice-open.ts'
import type { Operator, SecurityContact } from './operator.ts'
import { PostgresStore } from './postgres-store.ts'
import { DailyQuota } from './quota.ts'
import { RateLimiter } from './rate.ts'
import { findFolderLacks, findRelayLacks, WriteHealth } from './readiness.ts'
import { refusalStatus, refuse } from './refusal.ts'
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
  /** Whether to begin without logs where the key is there and its database is not. */
  readonly isEmptyAccepted?: boolean
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
  readonly notices?: NoticeOptions
  /** REL-133: what a proxy passes on before every path, such as `/talks`. */
  readonly basePath?: string
  readonly operator?: Operator
  readonly security?: SecurityContact
  /** REL-127: where a monitor may ask; 0 lets the system choose a port. */
  readonly metrics?: { readonly port: number; readonly host?: string }
  /** Milliseconds since 1970; the system's clock unless given. */
  readonly now?: () => number
  /** See `SqliteOptions`. */
  readonly walBytesMax?: number
  /**
   * In place of the SQLite store in `dataFolder`, which is then used for the key only: the address of a PostgreSQL database, or a
   * store. Closed by `stop`.
   */
  readonly store?: string | Store
}

export type RunningRelay = {
  readonly address: { readonly host: string; readonly port: number }
  readonly url: string
  /** Where a monitor may ask. */
  readonly metricsUrl?: string
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
 * where the port cannot; then nothing was made.
 */
export async function startRelay(options: StartOptions): Promise<RunningRelay> {
  const limits = { ...defaultLimits, ...options.limits }
  const metrics = options.metrics === undefined ? undefined : new Metrics()
  const logger = options.logger ?? writeJournalLine
  const journal = new Journal(line => {
    metrics?.hear(line)
    logger(line)
  })
  const files = options.webRoot === undefined ? undefined : new StaticFiles(options.webRoot)
  const door = new Door()
  const server = openServer(door, limits)
  // The port first, so that a start which cannot be leaves no folder behind.
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1')
  await once(server, 'listening')
  let store: Store | undefined
  let monitored: Server | undefined
  try {
    monitored = await metrics?.listen(options.metrics?.port ?? 0, options.metrics?.host ?? '127.0.0.1')
    const kept = await openKept(options)
    store = kept.store
    const signer = await kept.openKey()
    const parts = await openParts({ options, limits, journal, store, signer, server, files })
    door.fetch = parts.http.fetch
    const { relay, hub } = parts
    metrics?.watch({ hub, limits })
    const { address, port } = server.address() as AddressInfo
    const url = urlOf(server)
    journal.info('started', { url, name: relay.name })
    const stopParts = { ...parts, store, server, monitored, journal, limits }
    let stopping: Promise<void> | undefined
    return {
      address: { host: address, port },
      url,
      ...(monitored !== undefined && { metricsUrl: `${urlOf(monitored)}/metrics` }),
      vkey: relay.verifierKey,
      name: relay.name,
      stop: () => (stopping ??= stop(stopParts)),
    }
  } catch (error) {
    for (const each of [server, monitored]) {
      each?.close()
      each?.closeAllConnections()
    }
    await store?.close()
    throw error
  }
}

function urlOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`
}

type Parts = {
  readonly relay: Relay
  readonly hub: LiveHub
  readonly http: ReturnType<typeof createHttp>
  /** Takes no more sockets, and sweeps no more. */
  readonly detach: () => Promise<void>
}

/** What answers requests. Until the relay is there, that it is not yet. */
class Door {
  fetch: (request: Request, env: object) => Response | Promise<Response> = () => {
    const headers = { 'Content-Type': 'application/cbor', 'Retry-After': '1', 'Cache-Control': 'no-store' }
    const refusal = refuse('relay/starting').error
    const bytes = writeRefusal(refusal) as Uint8Array<ArrayBuffer>
    return new Response(bytes, { status: refusalStatus[refusal.code], headers })
  }
}

function openServer(door: Door, limits: RelayLimits): Server {
  const server = createAdaptorServer({
    fetch: (request, env) => door.fetch(request, env),
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
  return server
}

/** Where the logs are, and the key that belongs to them. */
type Kept = { readonly store: Store; readonly openKey: () => Promise<NoteSigner> }

async function openKept(options: StartOptions): Promise<Kept> {
  const { dataFolder: folder, name, store: where, walBytesMax, isEmptyAccepted = false } = options
  const openKey = () => openRelayKey(folder, name)
  if (typeof where === 'string') {
    const store = await PostgresStore.open(where)
    return { store, openKey: () => openSharedKey(store, { folder, name, isEmptyAccepted }) }
  }
  if (where !== undefined) return { store: where, openKey }
  requireBoth(folder, isEmptyAccepted)
  const store = await SqliteStore.open({ folder, ...(walBytesMax !== undefined && { walBytesMax }) })
  return { store, openKey }
}

async function openParts(given: {
  readonly options: StartOptions
  readonly limits: RelayLimits
  readonly journal: Journal
  readonly store: Store
  readonly signer: NoteSigner
  readonly server: Server
  readonly files: StaticFiles | undefined
}): Promise<Parts> {
  const { options, limits, journal, store, signer, server, files } = given
  const { allowedOrigins, trustedProxies, isByInvitation = false, now = Date.now } = options
  const health = new WriteHealth()
  const onFault = (error: unknown) => {
    health.note(error, now())
    journal.fault('fault', error)
  }
  const burials = await Burials.open(join(options.dataFolder, burialsFileName))
  const { envelopes } = await burials.repeat(store)
  if (envelopes > 0) journal.warn('destroyed-again', { envelopes })
  const relay = await Relay.open({ store, signer, limits, now, onFault, isByInvitation, burials })
  const hub = new LiveHub(relay)
  const rate = new RateLimiter(limits)
  const allowedHosts = [relay.name, ...(options.allowedHosts ?? [])]
  const quota = new DailyQuota(limits)
  const shared = { hub, rate, quota, allowedOrigins, allowedHosts, trustedProxies }
  const seed = readRelaySeed(options.dataFolder)
  const notices = openNotices(options.notices ?? {}, { hub, store, seed, onFault })
  const http = createHttp({
    ...shared,
    notices,
    journal,
    files,
    basePath: options.basePath,
    operator: options.operator,
    security: options.security,
    admission: new Admission(options),
    inFlight: new Holdings({
      perAddressMax: limits.inFlightBytesPerAddressMax,
      max: limits.inFlightBytesMax,
    }),
    findLacks: async () => [
      ...(await findRelayLacks(relay, health)),
      ...findFolderLacks(options.dataFolder, limits),
    ],
  })
  // Behind a proxy all connections are the proxy's, and it is for the proxy to bound them.
  if ((trustedProxies ?? 0) === 0) holdConnections(server, limits)
  const detachSockets = attachLiveSocket({ ...shared, server, basePath: options.basePath, onFault })
  const sweep = async () => {
    const logs = await relay.sweep().catch(onFault)
    if (logs !== undefined && logs > 0) journal.info('expired', { logs })
    await notices.notices.sweep()
  }
  void sweep()
  const sweeping = setInterval(() => void sweep(), sweepMs).unref()
  const stopTelling = tickNotices(notices.notices)
  const detach = () => {
    clearInterval(sweeping)
    detachSockets()
    return stopTelling()
  }
  return { relay, hub, http, detach }
}

async function stop(
  parts: Parts & {
    readonly store: Store
    readonly server: Server
    readonly monitored: Server | undefined
    readonly journal: Journal
    readonly limits: RelayLimits
  },
): Promise<void> {
  const { relay, hub, store, server, monitored, journal, limits } = parts
  journal.info('stopping')
  monitored?.close()
  monitored?.closeAllConnections()
  await parts.detach()
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
