import { createAccessKey } from './access.ts'
import { equalBytes } from './bytes.ts'
import { open, valueToSealed } from './content.ts'
import type { Device, DeviceKeys } from './device.ts'
import { signatureBytes, verify } from './ed25519.ts'
import { decode, isBytesOf, isText, isTuple, type Value } from './encoding.ts'
import { readEnvelope } from './envelope.ts'
import { commitToEpochKey, type EpochKey } from './epoch.ts'
import { hash } from './hash.ts'
import { type DeviceId, deviceIdOf } from './id.ts'
import {
  authorPurpose,
  bindingOf,
  digestRoster,
  hintFor,
  previousBytes,
  previousNumberBytes,
  previousPurpose,
} from './keys-binding.ts'
import type { FollowedEpoch } from './keys-make.ts'
import { type KeysPublic, type KeysVersion, readKeysPublic } from './keys-public.ts'
import { type Result, refuse, succeed } from './result.ts'
import { Secret, secretBytes } from './secret.ts'
import {
  createStewardKey,
  type StewardKeys,
  type StewardSecret,
  type StewardSlot,
  stewardSlots,
} from './steward.ts'
import { tags } from './tags.ts'

/** Where a keys envelope belongs. */
interface KeysPlace {
  readonly logId: string
  readonly epoch: number
  readonly envelope: Uint8Array
}

/** What an envelope says of the epoch before: its number and key; none, where history stays closed; or nothing that can be read. */
export type PreviousEpoch =
  | { readonly kind: 'closed' }
  | { readonly kind: 'unreadable' }
  | ({ readonly kind: 'key' } & FollowedEpoch)

/**
 * A keys envelope as a recipient reads it. `author` is a claim until `verifyKeysAuthor` has checked it, and all of it is one until
 * `checkEpoch` has.
 */
export interface OpenedKeys {
  readonly version: KeysVersion
  readonly logId: string
  readonly epoch: number
  readonly epochKey: EpochKey
  readonly accessKey: Uint8Array
  /** Of version 2. */
  readonly stewardKeys?: StewardKeys
  readonly stewardsDigest?: Uint8Array
  readonly author: DeviceId
  readonly rosterDigest: Uint8Array
  /** How many devices it was wrapped for. */
  readonly recipients: number
  /** By which they find their wraps (ENV-22). */
  readonly hints: readonly Uint8Array[]
  readonly isHistoryOpen: boolean
  readonly previous: PreviousEpoch
  readonly publicHash: Uint8Array
  readonly signature: Uint8Array
}

/**
 * Whoever was made a steward finds the secret here, checked against the public key that the relay was shown: `steward` in version
 * 1, `stewards` by slot in version 2.
 */
export type ReceivedKeys = OpenedKeys & {
  readonly steward?: StewardSecret
  readonly stewards?: Readonly<Partial<Record<StewardSlot, StewardSecret>>>
}

/**
 * What a device of the roster makes of a keys envelope. It refuses a key that is not the committed one, and an access key
 * that does not follow from it: then some members would hold what others do not. Nor a steward secret that is not the public
 * key's.
 */
export const openKeysEnvelope = async (
  options: KeysPlace & {
    readonly device: Device
    /** The key of the epoch before, if known: it finds the wrap at once. */
    readonly previousKey?: EpochKey
  },
): Promise<Result<ReceivedKeys>> => {
  const read = readKeysAt(options)
  if (!read.ok) return read
  const { keys } = read.value
  const { device, previousKey } = options
  const hint = previousKey && hintFor(previousKey, keys.epoch, device.publicKeys.wrap)
  const hinted = hint === undefined ? [] : keys.wraps.filter(wrapped => equalBytes(wrapped.hint, hint))
  for (const wrapped of hinted.length > 0 ? hinted : keys.wraps) {
    const unwrapped = await device.unwrap(wrapped, bindingOf(keys))
    if (unwrapped === undefined) continue
    const opened = await openWithEpochKey(read.value, new Secret(unwrapped.slice(0, secretBytes)))
    if (!opened.ok) return opened
    const given = unwrapped.subarray(secretBytes)
    return keys.version === 1
      ? receiveSteward(opened.value, keys.stewardKey, given)
      : receiveStewards(opened.value, keys.stewardKeys, given)
  }
  return refuse('envelope/not-a-recipient')
}

const isGiven = (bytes: Uint8Array): boolean => bytes.some(byte => byte !== 0)

/** The secret in these bytes, if it is that of the public key. */
const readSecret = async (bytes: Uint8Array, publicKey: Uint8Array): Promise<StewardSecret | undefined> => {
  const secret = new Secret(bytes)
  return equalBytes((await createStewardKey(secret)).publicKey, publicKey) ? secret : undefined
}

const receiveSteward = async (
  opened: OpenedKeys,
  stewardKey: Uint8Array,
  bytes: Uint8Array,
): Promise<Result<ReceivedKeys>> => {
  if (!isGiven(bytes)) return succeed(opened)
  const steward = await readSecret(bytes, stewardKey)
  return steward === undefined
    ? refuse('envelope/commitment', { of: 'steward key' })
    : succeed({ ...opened, steward })
}

const receiveStewards = async (
  opened: OpenedKeys,
  stewardKeys: StewardKeys,
  bytes: Uint8Array,
): Promise<Result<ReceivedKeys>> => {
  const stewards: Partial<Record<StewardSlot, StewardSecret>> = {}
  for (const [i, slot] of stewardSlots.entries()) {
    const part = bytes.subarray(i * secretBytes, (i + 1) * secretBytes)
    if (!isGiven(part)) continue
    const secret = await readSecret(part, stewardKeys[slot])
    if (secret === undefined) return refuse('envelope/commitment', { of: 'steward key', slot })
    stewards[slot] = secret
  }
  return succeed({ ...opened, stewards })
}

/** The same, for one who holds the epoch's key already and wants to check the envelope that began it. */
export const checkKeysEnvelope = async (
  options: KeysPlace & { readonly epochKey: EpochKey },
): Promise<Result<OpenedKeys>> => {
  const read = readKeysAt(options)
  return read.ok ? openWithEpochKey(read.value, options.epochKey) : read
}

interface ReadKeys {
  readonly keys: KeysPublic
  readonly publicBytes: Uint8Array
  readonly authorPart: Value
}

const readKeysAt = (place: KeysPlace): Result<ReadKeys> => {
  const parts = readEnvelope(place.envelope)
  if (!parts.ok) return parts
  if (parts.value.kind !== 'k') return refuse('envelope/kind', { expected: 'k', found: parts.value.kind })
  const [publicBytes, authorPart] = parts.value.rest as readonly [Uint8Array, Value]
  const keys = readKeysPublic(parts.value.version, publicBytes)
  if (!keys.ok) return keys
  if (keys.value.logId !== place.logId) return refuse('envelope/log')
  if (keys.value.epoch !== place.epoch || parts.value.epoch !== place.epoch)
    return refuse('envelope/epoch', { expected: place.epoch, found: keys.value.epoch })
  return succeed({ keys: keys.value, publicBytes, authorPart })
}

/** Whether a key is the one that an envelope commits to: the first thing to know of it. */
const isCommittedKey = ({ logId, epoch, commitment }: KeysPublic, key: EpochKey): boolean =>
  equalBytes(commitToEpochKey(logId, epoch, key), commitment)

const openWithEpochKey = async (
  { keys, publicBytes, authorPart }: ReadKeys,
  epochKey: EpochKey,
): Promise<Result<OpenedKeys>> => {
  if (!isCommittedKey(keys, epochKey)) return refuse('envelope/commitment', { of: 'epoch key' })
  const { publicKey } = await createAccessKey(epochKey)
  if (!equalBytes(publicKey, keys.accessKey)) return refuse('envelope/commitment', { of: 'access key' })
  const publicHash = hash(tags.keysPublic, publicBytes)
  const opened = await open(epochKey.reveal(), valueToSealed(authorPart), authorPurpose(publicHash))
  if (!opened.ok) return opened
  const decoded = decode(opened.value)
  if (!decoded.ok) return decoded
  if (!isTuple(decoded.value, isText, isBytesOf(signatureBytes)))
    return refuse('encoding/shape', { of: 'keys author' })
  const [author, signature] = decoded.value as readonly [DeviceId, Uint8Array]
  const previous = await readPrevious(keys, epochKey)
  const { version, logId, epoch, accessKey, rosterDigest } = keys
  return succeed({
    version,
    logId,
    epoch,
    epochKey,
    accessKey,
    ...(keys.version === 1 ? {} : { stewardKeys: keys.stewardKeys, stewardsDigest: keys.stewardsDigest }),
    author,
    rosterDigest,
    recipients: keys.wraps.length,
    hints: keys.wraps.map(({ hint }) => hint),
    isHistoryOpen: previous.kind !== 'closed',
    previous,
    publicHash,
    signature,
  })
}

const readPrevious = async (keys: KeysPublic, epochKey: EpochKey): Promise<PreviousEpoch> => {
  if (keys.previous === undefined) return { kind: 'closed' }
  const purpose = previousPurpose(keys.version, keys.logId, keys.epoch)
  const opened = await open(epochKey.reveal(), keys.previous, purpose)
  const expected = keys.version === 1 ? secretBytes : previousBytes
  if (!opened.ok || opened.value.length !== expected) return { kind: 'unreadable' }
  if (keys.version === 1) return { kind: 'key', epoch: keys.epoch - 1, key: new Secret(opened.value) }
  if (!isGiven(opened.value)) return { kind: 'closed' }
  const number = new DataView(opened.value.buffer).getBigUint64(0)
  // What is followed came before; a number beyond what can be counted did not.
  if (number < 1n || number >= BigInt(keys.epoch)) return { kind: 'unreadable' }
  return { kind: 'key', epoch: Number(number), key: new Secret(opened.value.slice(previousNumberBytes)) }
}

/**
 * Whether the keys were made by this device, for exactly this roster. Whether that device may change the roster is the
 * room's own rule.
 */
export const verifyKeysAuthor = async (
  opened: OpenedKeys,
  author: DeviceKeys,
  roster: readonly string[],
): Promise<Result<true>> => {
  if (deviceIdOf(author) !== opened.author) return refuse('envelope/author')
  const isForRoster = equalBytes(digestRoster(opened, roster), opened.rosterDigest)
  if (!isForRoster || opened.recipients !== roster.length) return refuse('envelope/roster')
  const holds = await verify(author.sign, tags.keysAuthor, opened.publicHash, opened.signature)
  return holds ? succeed(true) : refuse('envelope/signature')
}

/**
 * The key of the epoch that this one follows. With `before`, the keys envelope of that epoch, it is the key that those who were
 * given keys there hold (`envelope/previous-commitment` otherwise); without, it is only what the author says.
 */
export const openPreviousEpoch = async (
  options: KeysPlace & {
    readonly epochKey: EpochKey
    readonly before?: Uint8Array
  },
): Promise<Result<EpochKey>> => {
  const read = readKeysAt(options)
  if (!read.ok) return read
  const previous = await readPrevious(read.value.keys, options.epochKey)
  if (previous.kind === 'closed') return refuse('envelope/no-previous')
  if (previous.kind === 'unreadable') return refuse('envelope/previous-unreadable')
  if (options.before === undefined) return succeed(previous.key)
  const fits = checkCommitted({ ...previous, logId: options.logId, envelope: options.before })
  return fits.ok ? succeed(previous.key) : fits
}

/** Whether a key that was found is the one that the keys envelope of its own epoch commits to. */
export const checkCommitted = (place: KeysPlace & { readonly key: EpochKey }): Result<true> => {
  const read = readKeysAt(place)
  if (!read.ok) return read
  return isCommittedKey(read.value.keys, place.key) ? succeed(true) : refuse('envelope/previous-commitment')
}
