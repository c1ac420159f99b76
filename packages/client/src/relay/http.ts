/** A relay over HTTP, with a live line beside it. */

import { type AccessKey, bytesToBase64url, encode, type SigningKey, signRequest } from '@goodoffices/log'
import { RelayClock, timeIn } from './clock.ts'
import { type LiveLine, openLive } from './live.ts'
import { createNoticePort } from './notices.ts'
import { PageSize } from './page-size.ts'
import {
  type Creation,
  type HeadPort,
  type Pass,
  type RelayAnswer,
  type RelayCardAnswer,
  RelayError,
  type RelayPort,
} from './port.ts'
import { Quiet, readQuietly } from './quiet.ts'
import {
  answerBytesMax,
  readAnswer,
  readCount,
  readFields,
  readHashes,
  readPage,
  readRefusal,
  readText,
} from './wire.ts'

export type HttpRelayOptions = {
  /** Such as `https://relay.example`; a path is kept. */
  readonly address: string
  readonly fetch?: typeof fetch
  readonly WebSocket?: typeof WebSocket
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** After how long a silence a request is given up; however slow the line, what comes is waited for. */
  readonly silenceMsMax?: number
}

/** A request, and who makes it where it is about a log. */
type Asked = {
  readonly method: string
  readonly path: string
  readonly key?: AccessKey
  readonly steward?: SigningKey | undefined
  readonly pass?: Pass | undefined
  readonly body?: Uint8Array
  /** Longest answer that is read. */
  readonly bytesMax?: number
}

const silenceMsDefault = 30_000
/** A card is a name and a key. */
const cardBytesMax = 16 * 1024

/**
 * Speaks to the relay at `address`. Each request fails with a `RelayError`: `unreachable` where nothing was heard for a while, and
 * then it is not known whether a write was kept; `nonsense` for an answer that is none; the relay's own code where it refused.
 */
export function createHttpRelay(options: HttpRelayOptions): RelayPort & HeadPort {
  const base = options.address.replace(/\/+$/, '')
  const prefix = new URL(base).pathname.replace(/\/+$/, '')
  const send = options.fetch ?? fetch
  const now = options.now ?? Date.now
  const silenceMsMax = options.silenceMsMax ?? silenceMsDefault
  const clock = new RelayClock(now)
  const pageSize = new PageSize()
  let line: LiveLine | undefined
  /** Whether the relay takes a number of bytes for a page, and the head that was seen: those that say the time do. */
  let isRecent = false

  async function request(asked: Asked): Promise<Uint8Array> {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await exchange(asked)
      if (answer.ok) return answer.bytes
      if (answer.error.code !== 'relay/unauthenticated' || attempt > 0) throw answer.error
      const { now: time } = answer.error.data
      if (typeof time !== 'number') throw answer.error
      clock.hear(time)
    }
  }

  async function signed({ method, path, key, steward, pass, body }: Asked): Promise<Headers> {
    const headers = new Headers({ accept: 'application/cbor' })
    if (key !== undefined) {
      const content = { method, path: `${prefix}${path}`, body: body ?? new Uint8Array() }
      headers.set('authorization', await signRequest(key, content, clock.now(), steward))
    }
    if (body !== undefined) headers.set('content-type', 'application/cbor')
    if (pass !== undefined) showPass(headers, pass)
    return headers
  }

  async function exchange(
    asked: Asked,
  ): Promise<
    { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly error: RelayError }
  > {
    const { method, path, body } = asked
    const headers = await signed(asked)
    const quiet = new Quiet(silenceMsMax, body?.length)
    const sentAt = now()
    try {
      const response = await send(`${base}${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: body as BodyInit }),
        signal: quiet.signal,
        cache: 'no-store',
      })
      clock.hear(timeIn(response.headers), sentAt)
      isRecent ||= response.headers.has('relay-time')
      const bytes = await readQuietly(response, quiet, asked.bytesMax ?? answerBytesMax)
      if (bytes === undefined) return { ok: false, error: new RelayError('nonsense') }
      line?.answered()
      return response.ok ? { ok: true, bytes } : { ok: false, error: readRefusal(bytes, response.status) }
    } catch (cause) {
      line?.unanswered()
      return { ok: false, error: new RelayError('unreachable', { address: base }, { cause }) }
    } finally {
      quiet.end()
    }
  }

  const askCard = (): Promise<Uint8Array> =>
    request({ method: 'GET', path: '/v1/relay', bytesMax: cardBytesMax })

  const readOn = async (log: string, key: AccessKey, from: number): Promise<Uint8Array> => {
    const bytes = isRecent ? `&bytes=${pageSize.bytes}` : ''
    const askedAt = now()
    try {
      const page = await request({
        method: 'GET',
        path: `/v1/logs/${log}/envelopes?from=${from}${bytes}`,
        key,
      })
      pageSize.heard(page.length, now() - askedAt)
      return page
    } catch (error) {
      pageSize.lost()
      throw error
    }
  }

  return {
    address: base,
    aheadMs: () => clock.aheadMs,
    card: async () => {
      const sentAt = now()
      const card = readCard(await askCard())
      clock.hear(card.now, sentAt)
      return { name: card.name, verifier: card.verifier, creation: card.creation }
    },
    notices: createNoticePort({
      request,
      authorize: (key, method, path) =>
        signRequest(key, { method, path, body: new Uint8Array() }, clock.now()),
      card: async () => readJson(await askCard()),
    }),
    create: async (_log, key, envelopes, { steward, pass } = {}) => {
      const body = encode({ access: key.publicKey, envelopes })
      const answer = await request({ method: 'POST', path: '/v1/logs', key, steward, pass, body })
      return readAnswer(readFields(answer))
    },
    mint: async (log, key, { right, logs, until }) => {
      const body = encode({ right, logs, until })
      const answer = await request({ method: 'POST', path: `/v1/logs/${log}/rights`, key, body })
      return readCount(readFields(answer)['logs'])
    },
    revoke: async (log, key, right) => {
      const path = `/v1/logs/${log}/rights/${bytesToBase64url(right)}`
      return readCount(readFields(await request({ method: 'DELETE', path, key }))['logs'])
    },
    append: async (log, key, envelopes, change, seen = '') => {
      const byHttp = async (): Promise<RelayAnswer> => {
        const body = encode({
          envelopes,
          ...(change === undefined ? {} : { expect: change.expect }),
          ...(isRecent && seen !== '' ? { seen } : {}),
        })
        const path = `/v1/logs/${log}/envelopes`
        return readAnswer(
          readFields(await request({ method: 'POST', path, key, steward: change?.steward, body })),
        )
      }
      const placed = change === undefined ? line?.append(log, key, envelopes, seen) : undefined
      // What was not taken on the line, or may not have been, is asked for again: an envelope enters a log once (REL-64).
      return placed === undefined ? byHttp() : placed.catch(byHttp)
    },
    restore: async (log, key, { records, checkpoint, proof, steward }) => {
      const kept = records.map(({ time, hash, envelope }) =>
        envelope === undefined ? { time, hash } : { time, envelope },
      )
      const body = encode({ from: records[0]?.position ?? 0, records: kept, checkpoint, proof })
      await request({ method: 'POST', path: `/v1/logs/${log}/restore`, key, steward, body })
    },
    read: async (log, key, from) => readPage(readFields(await readOn(log, key, from))),
    destroy: async (log, key, { from, to, steward }) => {
      const path = `/v1/logs/${log}/envelopes?from=${from}&to=${to}`
      return readCount(readFields(await request({ method: 'DELETE', path, key, steward }))['destroyed'])
    },
    head: async (log, key) => {
      const path = `/v1/logs/${log}/checkpoint`
      return readText(readFields(await request({ method: 'GET', path, key }))['checkpoint'])
    },
    consistency: async (log, key, from, to) => {
      const path = `/v1/logs/${log}/consistency?from=${from}&to=${to}`
      return readHashes(readFields(await request({ method: 'GET', path, key }))['proof'])
    },
    live: handlers => {
      line = openLive({
        address: base,
        prefix,
        fetch: send,
        WebSocket: options.WebSocket ?? WebSocket,
        clock,
        handlers,
      })
      return line
    },
  }
}

/** A token is shown as it was typed, but for what no header holds: then it is none, and the relay says so. */
function showPass(headers: Headers, pass: Pass): void {
  if ('right' in pass) headers.set('creation-right', bytesToBase64url(pass.right.reveal()))
  else headers.set('creation-token', /^[\x20-\x7E]+$/.test(pass.token) ? pass.token : 'unreadable')
}

const creations: readonly string[] = ['open', 'token', 'invitation'] satisfies readonly Creation[]

/** A host that does not say is open, as those of before were. */
const readCreation = (value: unknown): Creation =>
  typeof value === 'string' && creations.includes(value) ? (value as Creation) : 'open'

function readJson(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>
  } catch (cause) {
    throw new RelayError('nonsense', {}, { cause })
  }
  throw new RelayError('nonsense')
}

function readCard(bytes: Uint8Array): RelayCardAnswer & { readonly now: unknown } {
  const { name, vkey, now, creation } = readJson(bytes)
  if (typeof name !== 'string' || typeof vkey !== 'string') throw new RelayError('nonsense')
  return { name, verifier: vkey, creation: readCreation(creation), now }
}
