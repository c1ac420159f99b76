import type { Bytes } from './bytes.ts'
import { isSealedValue, type Sealed, sealedToValue, valueToSealed } from './content.ts'
import { publicKeyBytes } from './ed25519.ts'
import { decode, encode, isBytesOf, isCount, isList, isText, isTuple, type Value } from './encoding.ts'
import { hashBytes } from './hash.ts'
import { type Result, refuse, succeed } from './result.ts'
import { type Wrapped, wrapEncapsulationBytes } from './wrap.ts'

/** Most devices that one keys envelope wraps for, so that it stays within `envelopeBytesMax`. */
export const recipientsMax = 512

export const hintBytes = 8
const wrappedKeysBytes = 32 + 32 + 16

/** The epoch's keys for one device; the hint tells the device that it is the one. */
export interface WrappedKeys extends Wrapped {
  readonly hint: Uint8Array
}

/** The part of a keys envelope that everybody sees, the relay included. */
export interface KeysPublic {
  readonly logId: string
  readonly epoch: number
  readonly commitment: Uint8Array
  readonly accessKey: Uint8Array
  /** The public half of the epoch's steward key. */
  readonly stewardKey: Uint8Array
  /** Binds the devices of the roster without naming them: see `digestRoster`. */
  readonly rosterDigest: Uint8Array
  /** The key of the epoch before, sealed under the new one; absent in a log's first epoch, and where history stays closed. */
  readonly previous?: Sealed
  readonly wraps: readonly WrappedKeys[]
}

export const keysPublicToBytes = (keys: KeysPublic): Bytes =>
  encode([
    keys.logId,
    keys.epoch,
    keys.commitment,
    keys.accessKey,
    keys.stewardKey,
    keys.rosterDigest,
    keys.previous === undefined ? null : sealedToValue(keys.previous),
    keys.wraps.map(({ hint, encapsulation, ciphertext }) => [hint, encapsulation, ciphertext]),
  ])

export const readKeysPublic = (bytes: Uint8Array): Result<KeysPublic> => {
  const decoded = decode(bytes)
  if (!decoded.ok) return decoded
  const { value } = decoded
  const isOurs = isTuple(
    value,
    isText,
    isCount,
    isBytesOf(hashBytes),
    isBytesOf(publicKeyBytes),
    isBytesOf(publicKeyBytes),
    isBytesOf(hashBytes),
    item => item === null || isSealedValue(item),
    item => isList(item) && item.every(isWrapValue),
  )
  if (!isOurs) return refuse('encoding/shape', { of: 'keys envelope' })
  const [logId, epoch, commitment, accessKey, stewardKey, rosterDigest, previous, wraps] = value as readonly [
    string,
    number,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Value,
    readonly (readonly [Uint8Array, Uint8Array, Uint8Array])[],
  ]
  if (wraps.length === 0 || wraps.length > recipientsMax)
    return refuse('envelope/recipients', { count: wraps.length })
  return succeed({
    logId,
    epoch,
    commitment,
    accessKey,
    stewardKey,
    rosterDigest,
    ...(previous === null ? {} : { previous: valueToSealed(previous) }),
    wraps: wraps.map(([hint, encapsulation, ciphertext]) => ({ hint, encapsulation, ciphertext })),
  })
}

const isWrapValue = (value: Value): boolean =>
  isTuple(value, isBytesOf(hintBytes), isBytesOf(wrapEncapsulationBytes), isBytesOf(wrappedKeysBytes))
