import { createNoteSigner, randomBytes } from '@goodoffices/log'
import { Admission } from './admission.ts'
import type { Burials } from './burials.ts'
import { Holdings } from './holdings.ts'
import { createHttp } from './http.ts'
import { Journal } from './journal.ts'
import { defaultLimits, type RelayLimits } from './limits.ts'
import { LiveHub } from './live.ts'
import type { LiveConnection } from './live-connection.ts'
import { MemoryStore } from './memory-store.ts'
import { type NoticeOptions, openNotices } from './notice-open.ts'
import type { Operator, SecurityContact } from './operator.ts'
import { DailyQuota } from './quota.ts'
import { RateLimiter } from './rate.ts'
import { findRelayLacks, WriteHealth } from './readiness.ts'
import { Relay } from './relay.ts'
import { StaticFiles } from './static.ts'
import type { Store } from './store.ts'

export type MemoryRelayOptions = {
  readonly name?: string
  /** 32 bytes; random unless given. */
  readonly seed?: Uint8Array
  /** Milliseconds since 1970. */
  readonly now?: () => number
  readonly limits?: Partial<RelayLimits>
  /** See `AdmissionOptions`. */
  readonly creationToken?: string
  readonly isByInvitation?: boolean
  readonly allowedOrigins?: readonly string[]
  readonly allowedHosts?: readonly string[]
  /** Folder of the built web app. */
  readonly webRoot?: string
  /** One that outlives this relay lets a test stop and start it, or make it fail. */
  readonly store?: Store
  readonly burials?: Burials
  readonly notices?: NoticeOptions
  readonly basePath?: string
  readonly operator?: Operator
  readonly security?: SecurityContact
  readonly onFault?: (error: unknown) => void
}

export type MemoryRelay = {
  readonly name: string
  readonly vkey: string
  /** The relay's HTTP interface. Only method, path, headers and body of the request matter. */
  readonly fetch: (request: Request) => Promise<Response>
  /** What a WebSocket at `/v1/live` would carry: messages in by `receive`, out by `onMessage`. */
  readonly connectLive: (handlers: {
    readonly onMessage: (message: Uint8Array) => void
    readonly onClose?: (code: number, reason: string) => void
    /** Bytes sent and not yet taken, to play a slow subscriber. */
    readonly bufferedBytes?: () => number
  }) => LiveConnection
  /** Forgets what is over and unused, which a server does every hour. Returns how many logs. */
  readonly sweep: () => Promise<number>
  /** Tells who is to be told by now, as a server does every few seconds. */
  readonly tell: () => Promise<void>
  readonly stop: () => Promise<void>
}

const unboundAddresses = {
  requestsBurstMax: Number.MAX_SAFE_INTEGER,
  inFlightBytesPerAddressMax: defaultLimits.inFlightBytesMax,
  addressBytesPerDayMax: Number.MAX_SAFE_INTEGER,
  addressLogsPerDayMax: Number.MAX_SAFE_INTEGER,
}

/** The whole relay without a socket, a disk or a thread: for simulation and tests. */
export async function createMemoryRelay(options: MemoryRelayOptions = {}): Promise<MemoryRelay> {
  // Everybody has one address here.
  const limits = { ...defaultLimits, ...unboundAddresses, ...options.limits }
  const now = options.now ?? (() => Date.now())
  const health = new WriteHealth()
  const onFault = (error: unknown) => {
    health.note(error, now())
    options.onFault?.(error)
  }
  const seed = options.seed ?? randomBytes(32)
  const signer = await createNoteSigner(options.name ?? 'relay.example', seed)
  const store = options.store ?? new MemoryStore()
  const relay = await Relay.open({
    store,
    signer,
    limits,
    now,
    onFault,
    isByInvitation: options.isByInvitation ?? false,
    ...(options.burials === undefined ? {} : { burials: options.burials }),
  })
  const hub = new LiveHub(relay)
  const notices = openNotices(options.notices ?? {}, { hub, store, seed, onFault })
  const http = createHttp({
    hub,
    notices,
    journal: new Journal(line => {
      if (line.level === 'error') onFault(new Error(String(line['message'])))
    }),
    rate: new RateLimiter(limits),
    admission: new Admission(options),
    inFlight: new Holdings({
      perAddressMax: limits.inFlightBytesPerAddressMax,
      max: limits.inFlightBytesMax,
    }),
    quota: new DailyQuota(limits),
    allowedHosts: options.allowedHosts,
    findLacks: () => findRelayLacks(relay, health),
    allowedOrigins: options.allowedOrigins,
    basePath: options.basePath,
    operator: options.operator,
    security: options.security,
    files: options.webRoot === undefined ? undefined : new StaticFiles(options.webRoot),
  })
  return {
    name: relay.name,
    vkey: relay.verifierKey,
    fetch: async request => http.fetch(request),
    connectLive: ({ onMessage, onClose, bufferedBytes }) =>
      hub.connect({
        send: message => onMessage(message.payload),
        bufferedBytes: bufferedBytes ?? (() => 0),
        close: (code, reason) => onClose?.(code, reason),
      }),
    sweep: async () => {
      await notices.notices.sweep()
      return relay.sweep()
    },
    tell: () => notices.notices.tick(),
    stop: async () => {
      await notices.notices.stop()
      await relay.stop()
      hub.stop()
    },
  }
}
