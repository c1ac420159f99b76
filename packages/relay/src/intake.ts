/** How a request comes in: what is read of it before it is known who asks, and how much of it at once. */
import { base64urlToBytes, type RequestSigners, verifyRequest } from '@goodoffices/log'
import { announcedBytes, bodyLimitedBytes } from './body.ts'
import type { Holdings } from './holdings.ts'
import type { RelayLimits } from './limits.ts'
import { type Outcome, refuse, succeed } from './refusal.ts'
import type { Relay } from './relay.ts'

export type IntakeOptions = {
  readonly relay: Relay
  /** Bytes of bodies that are being read. */
  readonly inFlight: Holdings
}

/** The key that a request says it is signed with, where its header has the right form and time. */
function peekSigner(header: string, now: number, { clockWindowMs }: RelayLimits): Outcome<Uint8Array> {
  const [, encoded = '', digits = ''] =
    /^GoodOffices key=([\w-]{43}), time=([0-9]{1,16}), signature=/.exec(header) ?? []
  const key = base64urlToBytes(encoded)
  if (encoded === '' || !key.ok) return refuse('relay/unauthenticated', { reason: 'access/malformed', now })
  // With the relay's time, so that a client whose clock is wrong can sign again.
  return Math.abs(now - Number(digits)) > clockWindowMs
    ? refuse('relay/unauthenticated', { reason: 'access/clock', now })
    : succeed(key.value)
}

/**
 * The body and who signed the request. Nothing is read of a body before the header is plausible, and no more than a
 * stranger's share unless it names a key of the log `id`; a stranger's must be there soon.
 */
export async function takeIn(
  { relay, inFlight }: IntakeOptions,
  asked: {
    readonly request: Request
    readonly id: string
    readonly address: string
    /** Of a stranger's body; less than that of a member. */
    readonly strangerBytesMax?: number | undefined
  },
): Promise<Outcome<RequestSigners & { readonly body: Uint8Array }>> {
  const { request, id, address } = asked
  const { limits } = relay
  const now = relay.now()
  const header = request.headers.get('authorization') ?? ''
  const claimed = peekSigner(header, now, limits)
  if (!claimed.ok) return claimed
  const announced = announcedBytes(request)
  const strangerBytesMax = asked.strangerBytesMax ?? limits.strangerBodyBytesMax
  const isSmall = announced !== undefined && announced <= strangerBytesMax
  const isKnown = !isSmall && (await relay.isKeyOf(id, claimed.value))
  const bytesMax = isKnown ? limits.bodyBytesMax : strangerBytesMax
  const held: (() => void)[] = []
  const reserve = (bytes: number): Outcome<void> => {
    const release = inFlight.take(address, bytes)
    if (release === undefined) return refuse('relay/busy', { waitMs: limits.busyWaitMs })
    held.push(release)
    return succeed(undefined)
  }
  try {
    const reading = bodyLimitedBytes(request, { bytesMax, reserve })
    const body = await (isKnown || announced === 0 ? reading : within(reading, limits.strangerBodyMsMax))
    if (!body.ok) return body
    const { pathname, search } = new URL(request.url)
    const signed = { method: request.method, path: pathname + search, body: body.value }
    const signers = await verifyRequest(header, signed, now, limits.clockWindowMs)
    return signers.ok
      ? succeed({ ...signers.value, body: body.value })
      : refuse('relay/unauthenticated', { reason: signers.error.code, now })
  } finally {
    for (const release of held) release()
  }
}

/** The body, or `relay/too-slow` where it is not there in time. */
async function within(reading: Promise<Outcome<Uint8Array>>, ms: number): Promise<Outcome<Uint8Array>> {
  const late = Promise.withResolvers<Outcome<never>>()
  const timer = setTimeout(() => late.resolve(refuse('relay/too-slow')), ms)
  // What comes after the answer, the end of the connection mostly, is nobody's any more.
  reading.catch(() => {})
  try {
    return await Promise.race([reading, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
