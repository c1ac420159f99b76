import type { Bytes } from './bytes.ts'
import { isSealedValue, type Sealed, sealedToValue, valueToSealed } from './content.ts'
import { publicKeyBytes } from './ed25519.ts'
import { decode, encode, isBytesOf, isCount, isList, isText, isTuple, type Value } from './encoding.ts'
import { hashBytes } from './hash.ts'
import { type Result, refuse, succeed } from './result.ts'
import { secretBytes } from './secret.ts'
import type { StewardKeys } from './steward.ts'
import { type Wrapped, wrapEncapsulationBytes } from './wrap.ts'

/** Most devices that one keys envelope wraps for, so that it stays within `envelopeBytesMax`. */
export const recipientsMax = 512

export const hintBytes = 8

/** 1: one steward key. 2: two of them, the stewards bound, and always a sealed key of the epoch before, or its semblance. */
export type KeysVersion = 1 | 2

/** What is wrapped for each device: the epoch key, and one steward secret or two. */
export const keysBytes: Readonly<Record<KeysVersion, number>> = { 1: 2 * secretBytes, 2: 3 * secretBytes }

const authenticationBytes = 16

/** The epoch's keys for one device; the hint tells the device that it is the one. */
export interface WrappedKeys extends Wrapped {
  readonly hint: Uint8Array
}

interface KeysCommon {
  readonly logId: string
  readonly epoch: number
  readonly commitment: Uint8Array
  readonly accessKey: Uint8Array
  /** Binds the devices of the roster without naming them: see `digestRoster`. */
  readonly rosterDigest: Uint8Array
}

interface FirstKeys extends KeysCommon {
  readonly version: 1
  /** The public half of the epoch's steward key. */
  readonly stewardKey: Uint8Array
  /** The key of the epoch before, sealed under the new one; absent in a log's first epoch, and where history stays closed. */
  readonly previous?: Sealed
}

interface SecondKeys extends KeysCommon {
  readonly version: 2
  readonly stewardKeys: StewardKeys
  /** Binds the devices of both slots: see `digestStewards`. */
  readonly stewardsDigest: Uint8Array
  /** The number and key of the epoch that this one follows, or zeros, sealed under the new one. */
  readonly previous: Sealed
}

/** What is said in the open, but for the wraps. */
export type KeysHead = FirstKeys | SecondKeys

/** The part of a keys envelope that everybody sees, the relay included. */
export type KeysPublic = KeysHead & { readonly wraps: readonly WrappedKeys[] }

const wrapsToValue = (wraps: readonly WrappedKeys[]): Value =>
  wraps.map(({ hint, encapsulation, ciphertext }) => [hint, encapsulation, ciphertext])

export const keysPublicToBytes = (keys: KeysPublic): Bytes => {
  const { logId, epoch, commitment, accessKey, rosterDigest } = keys
  const wraps = wrapsToValue(keys.wraps)
  if (keys.version === 1) {
    const previous = keys.previous === undefined ? null : sealedToValue(keys.previous)
    return encode([logId, epoch, commitment, accessKey, keys.stewardKey, rosterDigest, previous, wraps])
  }
  const { mediators, party } = keys.stewardKeys
  const digests = [rosterDigest, keys.stewardsDigest]
  const previous = sealedToValue(keys.previous)
  return encode([logId, epoch, commitment, accessKey, [mediators, party], ...digests, previous, wraps])
}

const isHash = isBytesOf(hashBytes)
const isKey = isBytesOf(publicKeyBytes)

export const readKeysPublic = (version: KeysVersion, bytes: Uint8Array): Result<KeysPublic> => {
  const decoded = decode(bytes)
  if (!decoded.ok) return decoded
  const keys = version === 1 ? readFirst(decoded.value) : readSecond(decoded.value)
  if (keys === undefined) return refuse('encoding/shape', { of: 'keys envelope' })
  const count = keys.wraps.length
  return count === 0 || count > recipientsMax ? refuse('envelope/recipients', { count }) : succeed(keys)
}

type WrapValues = readonly (readonly [Uint8Array, Uint8Array, Uint8Array])[]

const valueToWraps = (wraps: WrapValues): readonly WrappedKeys[] =>
  wraps.map(([hint, encapsulation, ciphertext]) => ({ hint, encapsulation, ciphertext }))

const isWrapsValue =
  (version: KeysVersion) =>
  (value: Value): boolean => {
    const isWrapped = isBytesOf(keysBytes[version] + authenticationBytes)
    return (
      isList(value) &&
      value.every(wrap => isTuple(wrap, isBytesOf(hintBytes), isBytesOf(wrapEncapsulationBytes), isWrapped))
    )
  }

const isAbsentOrSealed = (value: Value): boolean => value === null || isSealedValue(value)

const readFirst = (value: Value): KeysPublic | undefined => {
  if (!isTuple(value, isText, isCount, isHash, isKey, isKey, isHash, isAbsentOrSealed, isWrapsValue(1)))
    return undefined
  type Fields = [string, number, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Value, WrapValues]
  const [logId, epoch, commitment, accessKey, stewardKey, rosterDigest, previous, wraps] =
    value as Readonly<Fields>
  return {
    version: 1,
    logId,
    epoch,
    commitment,
    accessKey,
    stewardKey,
    rosterDigest,
    ...(previous === null ? {} : { previous: valueToSealed(previous) }),
    wraps: valueToWraps(wraps),
  }
}

const isKeyPair = (value: Value): boolean => isTuple(value, isKey, isKey)

const readSecond = (value: Value): KeysPublic | undefined => {
  if (
    !isTuple(value, isText, isCount, isHash, isKey, isKeyPair, isHash, isHash, isSealedValue, isWrapsValue(2))
  )
    return undefined
  type Pair = readonly [Uint8Array, Uint8Array]
  type Fields = [string, number, Uint8Array, Uint8Array, Pair, Uint8Array, Uint8Array, Value, WrapValues]
  const [logId, epoch, commitment, accessKey, keys, rosterDigest, stewardsDigest, previous, wraps] =
    value as Readonly<Fields>
  const [mediators, party] = keys
  return {
    version: 2,
    logId,
    epoch,
    commitment,
    accessKey,
    stewardKeys: { mediators, party },
    rosterDigest,
    stewardsDigest,
    previous: valueToSealed(previous),
    wraps: valueToWraps(wraps),
  }
}
