import { setTimeout as pause } from 'node:timers/promises'
import { base64urlToBytes, verifyRequest } from '@goodoffices/log'
import { Hono } from 'hono'
import type { Admission } from './admission.ts'
import { pathWithin } from './base-path.ts'
import type { Holdings } from './holdings.ts'
import { isHostAllowed } from './host.ts'
import { answer, answerRefusal, type Call, type Env } from './http-answer.ts'
import { takeIn } from './intake.ts'
import type { Journal } from './journal.ts'
import type { LiveHub } from './live.ts'
import { type Followed, openLiveStream } from './live-stream.ts'
import {
  type Follow,
  readAppendBody,
  readCreateBody,
  readFollowBody,
  readRestoreBody,
  readRightBody,
  writeAppendAnswer,
  writeCheckpointAnswer,
  writeDestroyAnswer,
  writeProofAnswer,
  writeReadAnswer,
  writeRevokeAnswer,
  writeRightAnswer,
} from './message.ts'
import { addNoticeRoutes } from './notice-http.ts'
import type { OpenNotices } from './notice-open.ts'
import { type Operator, type SecurityContact, securityToText } from './operator.ts'
import type { DailyQuota, QuotaKind } from './quota.ts'
import { overRateMs, type RateLimiter, readAddress } from './rate.ts'
import type { Lack } from './readiness.ts'
import { type Outcome, refuse, succeed } from './refusal.ts'
import type { StaticFiles } from './static.ts'

export type HttpOptions = {
  readonly hub: LiveHub
  readonly journal: Journal
  readonly rate: RateLimiter
  readonly admission: Admission
  /** Bytes of bodies that are being read. */
  readonly inFlight: Holdings
  readonly quota: DailyQuota
  readonly notices: OpenNotices
  /** The relay's own names; all where it does not say. */
  readonly allowedHosts?: readonly string[] | undefined
  /** Origins of web pages served elsewhere that may use the API. */
  readonly allowedOrigins?: readonly string[] | undefined
  /** Reverse proxies of the operator's own between the network and the relay. */
  readonly trustedProxies?: number | undefined
  readonly files?: StaticFiles | undefined
  /** REL-133: what stands before every path, such as `/talks`. */
  readonly basePath?: string | undefined
  readonly operator?: Operator | undefined
  readonly security?: SecurityContact | undefined
  /** What the relay lacks to do its work. */
  readonly findLacks: () => Promise<readonly Lack[]>
}

/** Which log a request is about, and who made it. */
type Signed = {
  readonly id: string
  readonly key: Uint8Array
  readonly steward?: Uint8Array | undefined
}

/** The relay's HTTP interface as a function from request to response; it needs no socket. */
export function createHttp(options: HttpOptions): Hono<Env> {
  const { hub, journal, rate, admission, quota } = options
  const { relay } = hub
  const { limits } = relay
  const { notices, pushKey, sayMail } = options.notices
  const { basePath = '' } = options
  const app = new Hono<Env>(basePath === '' ? {} : { getPath: request => pathWithin(request.url, basePath) })

  app.use(async (c, next) => {
    const started = performance.now()
    const address = readAddress({
      socketAddress: c.env?.incoming?.socket?.remoteAddress ?? '',
      forwardedFor: c.req.header('x-forwarded-for'),
      trustedProxies: options.trustedProxies ?? 0,
    })
    c.set('address', address)
    if (/^\/(health|ready)z$/.test(c.req.path) || isHostAllowed(c.req.header('host'), options.allowedHosts))
      await next()
    else c.res = answerRefusal(c, refuse('relay/host').error)
    c.res.headers.set('Relay-Time', String(relay.now()))
    setSecurityHeaders(c)
    setCorsHeaders(c, options.allowedOrigins ?? [])
    journal.info('request', {
      method: c.req.method,
      route: routeName(c.req.path),
      status: c.res.status,
      code: c.get('refusal'),
      log: c.get('logAlias'),
      from: journal.alias(address),
      ms: Math.round((performance.now() - started) * 10) / 10,
    })
  })

  app.onError((error, c) => {
    journal.fault('request-failed', error)
    return answerRefusal(c, refuse('relay/internal').error)
  })

  app.get('/healthz', c => c.json({ ok: true }))

  app.get('/readyz', async c => {
    const lacks = await options.findLacks()
    return c.json({ ok: lacks.length === 0, lacks }, lacks.length === 0 ? 200 : 503)
  })

  app.get('/.well-known/security.txt', c =>
    options.security === undefined
      ? answerRefusal(c, refuse('relay/unknown-path').error)
      : c.text(securityToText(options.security, relay.now())),
  )

  app.options('/v1/*', c => c.body(null, 204))

  app.use('/v1/*', async (c, next) => {
    const waitMs = rate.take(c.get('address'), performance.now())
    if (waitMs === 0) return next()
    return refuseTooMany(c, waitMs)
  })

  app.get('/v1/relay', c =>
    c.json({
      name: relay.name,
      vkey: relay.verifierKey,
      now: relay.now(),
      creation: admission.creation,
      notices: {
        push: pushKey ?? null,
        mail: sayMail !== undefined,
        delayMs: limits.noticeDelayMsMax,
      },
      ...(options.operator === undefined ? {} : { operator: options.operator }),
      limits,
    }),
  )

  app.post('/v1/logs', async c => {
    const admitted = admission.admit(c.req.raw.headers)
    if (!admitted.ok) return answerRefusal(c, admitted.error)
    const signed = await readSigned(c, limits.creationBodyBytesMax)
    if (!signed.ok) return answerRefusal(c, signed.error)
    const { key, steward, body } = signed.value
    const read = readCreateBody(body, limits.bodyBytesMax)
    if (!read.ok) return answerRefusal(c, read.error)
    if (Buffer.compare(read.value.access, key) !== 0)
      return answerRefusal(c, refuse('relay/malformed', { field: 'access' }).error)
    return withinQuota(c, { bytes: body.length, logs: 1 }, async () =>
      answer(c, await relay.create({ key, steward, ...admitted.value, ...read.value }), writeAppendAnswer),
    )
  })

  app.post('/v1/logs/:id/envelopes', async c => {
    const signed = await readSigned(c)
    if (!signed.ok) return answerRefusal(c, signed.error)
    const { id, key, steward, body } = signed.value
    const read = readAppendBody(body, limits.bodyBytesMax)
    if (!read.ok) return answerRefusal(c, read.error)
    return withinQuota(c, { bytes: body.length }, async () =>
      answer(c, await relay.append(id, { key, steward, ...read.value }), writeAppendAnswer),
    )
  })

  app.post('/v1/logs/:id/restore', async c => {
    const signed = await readSigned(c, limits.creationBodyBytesMax)
    if (!signed.ok) return answerRefusal(c, signed.error)
    const { id, key, steward, body } = signed.value
    const read = readRestoreBody(body, limits.bodyBytesMax)
    if (!read.ok) return answerRefusal(c, read.error)
    return answer(c, await relay.restore(id, { key, steward, ...read.value }), writeCheckpointAnswer)
  })

  app.post('/v1/logs/:id/rights', async c => {
    const signed = await readSigned(c)
    if (!signed.ok) return answerRefusal(c, signed.error)
    const { id, key, body } = signed.value
    const read = readRightBody(body, limits.bodyBytesMax)
    if (!read.ok) return answerRefusal(c, read.error)
    return answer(c, await relay.mint(id, { key, ...read.value }), writeRightAnswer)
  })

  app.delete('/v1/logs/:id/rights/:right', async c => {
    const signed = await readSigned(c)
    if (!signed.ok) return answerRefusal(c, signed.error)
    const { id, key } = signed.value
    const right = base64urlToBytes(c.req.param('right'))
    if (!right.ok || right.value.length !== 32)
      return answerRefusal(c, refuse('relay/malformed', { field: 'right' }).error)
    return answer(c, await relay.revoke(id, { key, right: right.value }), writeRevokeAnswer)
  })

  app.get('/v1/logs/:id/envelopes', c =>
    withQuery(c, { from: 0 }, ['limit', 'bytes'], async ({ id, key, from, limit, bytes }) => {
      const read = await relay.read(id, { key, from, limit, bytes })
      if (read.ok) notices.see(id)
      return answer(c, read, writeReadAnswer)
    }),
  )

  app.delete('/v1/logs/:id/envelopes', c =>
    withQuery(c, { from: undefined, to: undefined }, [], async ({ id, key, steward, from, to }) => {
      const outcome = await relay.destroy(id, { key, steward, from, to })
      return answer(c, outcome, writeDestroyAnswer)
    }),
  )

  app.get('/v1/logs/:id/checkpoint', c =>
    withQuery(c, {}, [], async ({ id, key }) =>
      answer(c, await relay.checkpoint(id, key), writeCheckpointAnswer),
    ),
  )

  app.get('/v1/logs/:id/inclusion', c =>
    withQuery(c, { position: undefined }, ['size'], async ({ id, key, position, size }) =>
      answer(c, await relay.inclusion(id, { key, position, size }), writeProofAnswer),
    ),
  )

  app.get('/v1/logs/:id/consistency', c =>
    withQuery(c, { from: undefined }, ['to'], async ({ id, key, from, to }) =>
      answer(c, await relay.consistency(id, { key, from, to }), writeProofAnswer),
    ),
  )

  app.get('/v1/live/:id', c =>
    withQuery(c, {}, [], async ({ id, key }) => openLiveStream(hub, [{ log: id, key }])),
  )

  app.post('/v1/live', async c => {
    const signed = await readSigned(c, limits.creationBodyBytesMax)
    if (!signed.ok) return answerRefusal(c, signed.error)
    const read = readFollowBody(signed.value.body, limits)
    if (!read.ok) return answerRefusal(c, read.error)
    // Each is a signature to check, so that each is a request.
    const waitMs = Math.max(0, ...read.value.map(() => rate.take(c.get('address'), performance.now())))
    if (waitMs > 0) return refuseTooMany(c, waitMs)
    return openLiveStream(hub, await Promise.all(read.value.map(follow => readFollowed(follow))))
  })

  addNoticeRoutes(app, { relay, rate, quota, notices, sayMail, readSigned })

  app.all('/v1/*', c => answerRefusal(c, refuse('relay/unknown-path').error))

  app.get('*', async c => {
    const file = await options.files?.answer(c.req.raw, isOverTls(c))
    return file ?? answerRefusal(c, refuse('relay/unknown-path').error)
  })

  app.notFound(c => answerRefusal(c, refuse('relay/unknown-path').error))

  /** The request's body, and the keys that signed method, path and body. */
  async function readSigned(
    c: Call,
    strangerBytesMax?: number,
  ): Promise<Outcome<Signed & { readonly body: Uint8Array }>> {
    const id = c.req.param('id') ?? ''
    if (id !== '') c.set('logAlias', journal.alias(id))
    const asked = { request: c.req.raw, id, address: c.get('address'), strangerBytesMax }
    const taken = await takeIn({ relay, inFlight: options.inFlight }, asked)
    return taken.ok ? succeed({ id, ...taken.value }) : taken
  }

  /** REL-113: who follows a log among others signs what would open a stream of it alone. */
  async function readFollowed({ log, authorization }: Follow): Promise<Followed> {
    const request = { method: 'GET', path: `${basePath}/v1/live/${log}`, body: new Uint8Array() }
    const now = relay.now()
    const signers = await verifyRequest(authorization, request, now, limits.clockWindowMs)
    if (signers.ok) return { log, key: signers.value.key }
    return { log, refusal: refuse('relay/unauthenticated', { reason: signers.error.code, now }).error }
  }

  /** Counts what is written on the account of who sent it, as long as their day allows. */
  async function withinQuota(
    c: Call,
    counts: Readonly<Partial<Record<QuotaKind, number>>>,
    work: () => Promise<Response>,
  ): Promise<Response> {
    const asked = Object.entries(counts) as readonly [QuotaKind, number][]
    for (const [kind, count] of asked) {
      const waitMs = quota.waitMs(c.get('address'), kind, count, relay.now())
      if (waitMs > 0)
        return answerRefusal(c, refuse('relay/quota', { of: kind, max: quota.max(kind), waitMs }).error)
    }
    // Counted at once, so that many that come together are counted together; what came to nothing is taken off again.
    const addAll = (sign: 1 | -1): void => {
      for (const [kind, count] of asked) quota.add(c.get('address'), kind, sign * count, relay.now())
    }
    addAll(1)
    const response = await work()
    if (!response.ok) addAll(-1)
    return response
  }

  /** Reads the query's counts: those in `required` (with their defaults) and those that may be absent. */
  async function withQuery<R extends string, O extends string>(
    c: Call,
    required: { readonly [name in R]: number | undefined },
    optional: readonly O[],
    work: (
      query: Signed & { readonly [name in R]: number } & {
        readonly [name in O]: number | undefined
      },
    ) => Promise<Response>,
  ): Promise<Response> {
    const signed = await readSigned(c)
    if (!signed.ok) return answerRefusal(c, signed.error)
    const counts: Record<string, number | undefined> = {}
    for (const name of [...(Object.keys(required) as R[]), ...optional]) {
      const text = c.req.query(name)
      const fallback: number | undefined = name in required ? required[name as R] : undefined
      const isNeeded = name in required && fallback === undefined
      const count = text === undefined ? fallback : readCount(text)
      if ((text !== undefined || isNeeded) && count === undefined)
        return answerRefusal(c, refuse('relay/malformed', { field: name }).error)
      counts[name] = count
    }
    const { id, key, steward } = signed.value
    return work({ id, key, steward, ...counts } as Parameters<typeof work>[0])
  }

  return app
}

function readCount(text: string): number | undefined {
  const count = Number(text)
  return /^(0|[1-9][0-9]{0,15})$/.test(text) && Number.isSafeInteger(count) ? count : undefined
}

async function refuseTooMany(c: Call, waitMs: number): Promise<Response> {
  await pause(overRateMs)
  return answerRefusal(c, refuse('relay/too-many-requests', { waitMs }).error)
}

function isOverTls(c: Call): boolean {
  return c.req.header('x-forwarded-proto') === 'https' || new URL(c.req.url).protocol === 'https:'
}

function setSecurityHeaders(c: Call): void {
  const { headers } = c.res
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Referrer-Policy', 'no-referrer')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  if (!headers.has('Content-Security-Policy'))
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  if (isOverTls(c)) headers.set('Strict-Transport-Security', 'max-age=31536000')
}

function setCorsHeaders(c: Call, allowedOrigins: readonly string[]): void {
  const origin = c.req.header('origin')
  if (origin === undefined || !allowedOrigins.includes(origin)) return
  const { headers } = c.res
  headers.set('Access-Control-Allow-Origin', origin)
  headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
  headers.set('Access-Control-Expose-Headers', 'Relay-Time, Retry-After')
  headers.append('Vary', 'Origin')
  if (c.req.method !== 'OPTIONS') return
  headers.set('Access-Control-Allow-Methods', 'GET, POST, DELETE')
  headers.set('Access-Control-Allow-Headers', 'Authorization, Content-Type, Creation-Right, Creation-Token')
  headers.set('Access-Control-Max-Age', '600')
}

/** The path without what names a log: for the journal. */
function routeName(path: string): string {
  if (path.startsWith('/v1/notices/stop/')) return '/v1/notices/stop'
  const known =
    /^\/(healthz$|readyz$|v1\/relay$|v1\/logs(?=\/|$)|v1\/live(?=\/|$))(\/[^/]+)?(\/[a-z]+)?/.exec(path)
  if (known === null) return path.startsWith('/v1/') ? '/v1/*' : '/*'
  return `/${known[1]}${known[2] === undefined ? '' : '/:id'}${known[3] ?? ''}`
}
