import { type Bytes, base64urlToBytes, bytesToBase64url } from './bytes.ts'
import {
  createSigningKey,
  publicKeyBytes,
  type SigningKey,
  signatureBytes,
  signTagged,
  verify,
} from './ed25519.ts'
import { encode } from './encoding.ts'
import { deriveBytes, sha256 } from './hash.ts'
import { type Result, refuse, succeed } from './result.ts'
import type { Secret } from './secret.ts'
import { tags } from './tags.ts'

/** The pair that shows a relay that a member of a log asks, and not which. It follows from the log's epoch key. */
export type AccessKey = SigningKey

/** Made ready once for each secret: that costs as much as signing, and an epoch's key is asked for it by all that check and use it. */
const accessKeys = new WeakMap<Secret, Promise<AccessKey>>()

/** Anyone with the epoch key makes the same pair. */
export const createAccessKey = (epochKey: Secret): Promise<AccessKey> => {
  const known = accessKeys.get(epochKey)
  if (known !== undefined) return known
  const made = createSigningKey(deriveBytes({ key: epochKey.reveal(), tag: tags.accessSeed, length: 32 }))
  accessKeys.set(epochKey, made)
  return made
}

export interface AccessRequest {
  /** Upper case. */
  readonly method: string
  /** Path with query, as on the request line. */
  readonly path: string
  readonly body: Uint8Array
}

export const accessScheme = 'GoodOffices'

/** How far a request's time may be from the relay's clock, in milliseconds. */
export const accessWindowMs = 300_000

const requestMessage = ({ method, path, body }: AccessRequest, time: number): Bytes =>
  encode([method, path, time, sha256(body)])

/**
 * The `Authorization` header's value. `time` in milliseconds since 1970; `steward` where the request is one that only who
 * administers the room may make.
 */
export const signRequest = async (
  key: AccessKey,
  request: AccessRequest,
  time: number,
  steward?: SigningKey,
): Promise<string> => {
  const message = requestMessage(request, time)
  const signature = await signTagged(key, tags.accessRequest, message)
  const header = `${accessScheme} key=${bytesToBase64url(key.publicKey)}, time=${time}, signature=${bytesToBase64url(signature)}`
  if (steward === undefined) return header
  const countersigned = await signTagged(steward, tags.stewardRequest, message)
  return `${header}, steward=${bytesToBase64url(steward.publicKey)}, countersignature=${bytesToBase64url(countersigned)}`
}

const headerForm =
  /^GoodOffices key=([\w-]{43}), time=(0|[1-9][0-9]{0,15}), signature=([\w-]{86})(?:, steward=([\w-]{43}), countersignature=([\w-]{86}))?$/

/** The public keys whose holders made a request. */
export interface RequestSigners {
  readonly key: Bytes
  /** Where the request was countersigned. */
  readonly steward?: Bytes
}

/**
 * Who signed the request; whether they may do what is asked is the caller's to decide. A request can be repeated by whoever
 * saw it within the window, so that what it does must not depend on being sent once.
 */
export const verifyRequest = async (
  header: string,
  request: AccessRequest,
  now: number,
  windowMs: number = accessWindowMs,
): Promise<Result<RequestSigners>> => {
  const [, encodedKey, digits, encodedSignature, encodedSteward, encodedCountersignature] =
    headerForm.exec(header) ?? []
  const signed = readSignature(encodedKey, encodedSignature)
  const time = Number(digits)
  if (signed === undefined || !Number.isSafeInteger(time)) return refuse('access/malformed')
  if (Math.abs(now - time) > windowMs) return refuse('access/clock', { now, time })
  const message = requestMessage(request, time)
  if (!(await verify(signed.key, tags.accessRequest, message, signed.signature)))
    return refuse('access/signature')
  if (encodedSteward === undefined) return succeed({ key: signed.key })
  const countersigned = readSignature(encodedSteward, encodedCountersignature)
  if (countersigned === undefined) return refuse('access/malformed')
  return (await verify(countersigned.key, tags.stewardRequest, message, countersigned.signature))
    ? succeed({ key: signed.key, steward: countersigned.key })
    : refuse('access/signature', { of: 'steward' })
}

const readSignature = (
  encodedKey: string | undefined,
  encodedSignature: string | undefined,
): { readonly key: Bytes; readonly signature: Bytes } | undefined => {
  const key = base64urlToBytes(encodedKey ?? '')
  const signature = base64urlToBytes(encodedSignature ?? '')
  return key.ok &&
    signature.ok &&
    key.value.length === publicKeyBytes &&
    signature.value.length === signatureBytes
    ? { key: key.value, signature: signature.value }
    : undefined
}

/** Bytes in the nonce that a relay sends on a fresh connection. */
export const liveNonceBytes = 32

/** A subscription's message: bound to the relay by name and to the connection by its nonce, so that none can be replayed. */
const liveMessage = (relayName: string, logId: string, nonce: Uint8Array): Bytes =>
  encode([relayName, logId, nonce])

export const signLive = (
  key: AccessKey,
  relayName: string,
  logId: string,
  nonce: Uint8Array,
): Promise<Bytes> => signTagged(key, tags.accessLive, liveMessage(relayName, logId, nonce))

export const verifyLive = (claim: {
  readonly publicKey: Uint8Array
  readonly relayName: string
  readonly logId: string
  readonly nonce: Uint8Array
  readonly signature: Uint8Array
}): Promise<boolean> =>
  verify(
    claim.publicKey,
    tags.accessLive,
    liveMessage(claim.relayName, claim.logId, claim.nonce),
    claim.signature,
  )
