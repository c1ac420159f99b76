import { createAccessKey } from './access.ts'
import { type Bytes, concat, equalBytes, randomBytes } from './bytes.ts'
import { open, type Purpose, seal, sealedToValue, valueToSealed } from './content.ts'
import type { Device, DeviceKeys } from './device.ts'
import { signatureBytes, verify } from './ed25519.ts'
import { decode, encode, isBytesOf, isText, isTuple, type Value } from './encoding.ts'
import { envelopeVersion, readEnvelope } from './envelope.ts'
import { commitToEpochKey, type EpochKey } from './epoch.ts'
import { authenticate, hash } from './hash.ts'
import { type DeviceId, deviceIdOf } from './id.ts'
import {
  hintBytes,
  type KeysPublic,
  keysPublicToBytes,
  readKeysPublic,
  recipientsMax,
  type WrappedKeys,
} from './keys-public.ts'
import { type Result, refuse, succeed } from './result.ts'
import { Secret, secretBytes } from './secret.ts'
import { createStewardKey, createStewardSecret, type StewardSecret } from './steward.ts'
import { tags } from './tags.ts'
import { type WrapBinding, wrap } from './wrap.ts'

/**
 * The devices of a roster, whatever their order. The digest is keyed with the epoch key: who holds it can check that the
 * envelope was made for the roster they know; the relay, even told a guess by somebody, cannot.
 */
export const digestRoster = (
  place: { readonly logId: string; readonly epoch: number; readonly epochKey: EpochKey },
  devices: readonly string[],
): Bytes => {
  const roster = encode([place.logId, place.epoch, [...devices].sort()])
  return authenticate(place.epochKey.reveal(), tags.roster, roster)
}

/**
 * Tells a device its wrap without trying each. It is keyed with the epoch key before, which the relay does not hold:
 * otherwise whoever knows a device's public key could tell from outside which rooms it is in. Where there is none (the
 * first epoch, or a reader without the history) the devices try the wraps in turn.
 */
const hintFor = (previousKey: EpochKey | undefined, epoch: number, wrapPublicKey: Uint8Array): Bytes =>
  previousKey === undefined
    ? randomBytes(hintBytes)
    : authenticate(previousKey.reveal(), tags.wrapHint, encode([epoch, wrapPublicKey])).slice(0, hintBytes)

type KeysHead = Pick<KeysPublic, 'logId' | 'epoch' | 'commitment' | 'rosterDigest'>

const bindingOf = ({ logId, epoch, commitment, rosterDigest }: KeysHead): WrapBinding => ({
  tag: tags.keysWrap,
  context: encode([envelopeVersion, logId, epoch, commitment, rosterDigest]),
})

const previousPurpose = (logId: string, epoch: number): Purpose => ({
  tag: tags.previousEpoch,
  context: encode([envelopeVersion, logId, epoch]),
})

/** The author's part belongs to these very public bytes. */
const authorPurpose = (publicHash: Uint8Array): Purpose => ({ tag: tags.keysAuthor, context: publicHash })

/** A steward is given the epoch's steward secret beside its key. */
export type KeysRecipient = DeviceKeys & { readonly isSteward: boolean }

/**
 * The envelope that begins an epoch. `previousKey` is absent in a log's first epoch; `isHistoryOpen: false` wraps the new
 * key without the one before, so that who joins now reads from here on.
 */
export const makeKeysEnvelope = async (options: {
  readonly logId: string
  readonly epoch: number
  readonly epochKey: EpochKey
  readonly previousKey?: EpochKey
  readonly isHistoryOpen?: boolean
  /** Made anew unless given. */
  readonly steward?: StewardSecret
  /** Every device of the new roster, the author's too. */
  readonly roster: readonly KeysRecipient[]
  readonly author: Device
}): Promise<Bytes> => {
  const { logId, epoch, epochKey, previousKey, roster, author } = options
  if (roster.length === 0 || roster.length > recipientsMax)
    throw new RangeError('a roster of 1 to 512 devices')
  const key = epochKey.reveal()
  const head: KeysHead = {
    logId,
    epoch,
    commitment: commitToEpochKey(logId, epoch, epochKey),
    rosterDigest: digestRoster({ logId, epoch, epochKey }, roster.map(deviceIdOf)),
  }
  const steward = options.steward ?? createStewardSecret()
  const wraps = await Promise.all(
    roster.map(async (device): Promise<WrappedKeys> => {
      // As long for everybody, so that the relay cannot tell who administers.
      const keys = concat(key, device.isSteward ? steward.reveal() : noSteward)
      const wrapped = await wrap(device.wrap, keys, bindingOf(head))
      return { ...wrapped, hint: hintFor(previousKey, epoch, device.wrap) }
    }),
  )
  const isPreviousSealed = previousKey !== undefined && options.isHistoryOpen !== false
  const publicBytes = keysPublicToBytes({
    ...head,
    accessKey: (await createAccessKey(epochKey)).publicKey,
    stewardKey: (await createStewardKey(steward)).publicKey,
    ...(isPreviousSealed
      ? { previous: await seal(key, previousKey.reveal(), previousPurpose(logId, epoch)) }
      : {}),
    wraps: wraps.sort((a, b) => compareBytes(a.hint, b.hint)),
  })
  const publicHash = hash(tags.keysPublic, publicBytes)
  const signature = await author.sign(tags.keysAuthor, publicHash)
  const authorPart = await seal(key, encode([author.id, signature]), authorPurpose(publicHash))
  return encode([envelopeVersion, 'k', epoch, publicBytes, sealedToValue(authorPart)])
}

/** In the place of a steward's secret, for those who are none. */
const noSteward = new Uint8Array(secretBytes)

/** By the hints, which say nothing: the order of the roster stays inside. */
const compareBytes = (a: Uint8Array, b: Uint8Array): number => {
  const i = a.findIndex((byte, at) => byte !== b[at])
  return i < 0 ? 0 : (a[i] as number) - (b[i] as number)
}

/** A keys envelope as a recipient reads it. `author` is a claim until `verifyKeysAuthor` has checked it. */
export interface OpenedKeys {
  readonly logId: string
  readonly epoch: number
  readonly epochKey: EpochKey
  readonly accessKey: Uint8Array
  readonly author: DeviceId
  readonly rosterDigest: Uint8Array
  /** How many devices it was wrapped for. */
  readonly recipients: number
  readonly isHistoryOpen: boolean
  readonly publicHash: Uint8Array
  readonly signature: Uint8Array
}

/** Whoever was made a steward finds the secret here, checked against the public key that the relay was shown. */
export type ReceivedKeys = OpenedKeys & { readonly steward?: StewardSecret }

/**
 * What a device of the roster makes of a keys envelope. It refuses a key that is not the committed one, and an access key
 * that does not follow from it: then some members would hold what others do not. Nor a steward secret that is not the public
 * key's.
 */
export const openKeysEnvelope = async (options: {
  readonly logId: string
  readonly epoch: number
  readonly envelope: Uint8Array
  readonly device: Device
  /** The key of the epoch before, if known: it finds the wrap at once. */
  readonly previousKey?: EpochKey
}): Promise<Result<ReceivedKeys>> => {
  const read = readKeysAt(options)
  if (!read.ok) return read
  const { keys } = read.value
  const { device, previousKey } = options
  const hint = previousKey && hintFor(previousKey, keys.epoch, device.publicKeys.wrap)
  const hinted = hint === undefined ? [] : keys.wraps.filter(wrapped => equalBytes(wrapped.hint, hint))
  for (const wrapped of hinted.length > 0 ? hinted : keys.wraps) {
    const unwrapped = await device.unwrap(wrapped, bindingOf(keys))
    if (unwrapped === undefined) continue
    const opened = await openWithEpochKey(read.value, unwrapped.slice(0, secretBytes))
    return opened.ok ? receiveSteward(opened.value, keys, unwrapped.slice(secretBytes)) : opened
  }
  return refuse('envelope/not-a-recipient')
}

const receiveSteward = async (
  opened: OpenedKeys,
  { stewardKey }: KeysPublic,
  bytes: Uint8Array,
): Promise<Result<ReceivedKeys>> => {
  if (equalBytes(bytes, noSteward)) return succeed(opened)
  const steward = new Secret(bytes)
  const { publicKey } = await createStewardKey(steward)
  return equalBytes(publicKey, stewardKey)
    ? succeed({ ...opened, steward })
    : refuse('envelope/commitment', { of: 'steward key' })
}

/** The same, for one who holds the epoch's key already and wants to check the envelope that began it. */
export const checkKeysEnvelope = async (options: {
  readonly logId: string
  readonly epoch: number
  readonly envelope: Uint8Array
  readonly epochKey: EpochKey
}): Promise<Result<OpenedKeys>> => {
  const read = readKeysAt(options)
  return read.ok ? openWithEpochKey(read.value, options.epochKey.reveal()) : read
}

interface ReadKeys {
  readonly keys: KeysPublic
  readonly publicBytes: Uint8Array
  readonly authorPart: Value
}

const readKeysAt = (options: {
  readonly logId: string
  readonly epoch: number
  readonly envelope: Uint8Array
}): Result<ReadKeys> => {
  const parts = readEnvelope(options.envelope)
  if (!parts.ok) return parts
  if (parts.value.kind !== 'k') return refuse('envelope/kind', { expected: 'k', found: parts.value.kind })
  const [publicBytes, authorPart] = parts.value.rest as readonly [Uint8Array, Value]
  const keys = readKeysPublic(publicBytes)
  if (!keys.ok) return keys
  if (keys.value.logId !== options.logId) return refuse('envelope/log')
  if (keys.value.epoch !== options.epoch || parts.value.epoch !== options.epoch)
    return refuse('envelope/epoch', { expected: options.epoch, found: keys.value.epoch })
  return succeed({ keys: keys.value, publicBytes, authorPart })
}

const openWithEpochKey = async (
  { keys, publicBytes, authorPart }: ReadKeys,
  keyBytes: Uint8Array,
): Promise<Result<OpenedKeys>> => {
  const epochKey = new Secret(keyBytes)
  if (!equalBytes(commitToEpochKey(keys.logId, keys.epoch, epochKey), keys.commitment))
    return refuse('envelope/commitment')
  const { publicKey } = await createAccessKey(epochKey)
  if (!equalBytes(publicKey, keys.accessKey)) return refuse('envelope/commitment', { of: 'access key' })
  const publicHash = hash(tags.keysPublic, publicBytes)
  const opened = await open(keyBytes, valueToSealed(authorPart), authorPurpose(publicHash))
  if (!opened.ok) return opened
  const decoded = decode(opened.value)
  if (!decoded.ok) return decoded
  if (!isTuple(decoded.value, isText, isBytesOf(signatureBytes)))
    return refuse('encoding/shape', { of: 'keys author' })
  const [author, signature] = decoded.value as readonly [DeviceId, Uint8Array]
  return succeed({
    logId: keys.logId,
    epoch: keys.epoch,
    epochKey,
    accessKey: keys.accessKey,
    author,
    rosterDigest: keys.rosterDigest,
    recipients: keys.wraps.length,
    isHistoryOpen: keys.previous !== undefined,
    publicHash,
    signature,
  })
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
 * The key of the epoch before, out of the envelope that ended it. Its own keys envelope, checked with `checkKeysEnvelope`,
 * shows that it is the one that the members of that epoch had.
 */
export const openPreviousEpoch = async (options: {
  readonly logId: string
  readonly epoch: number
  readonly envelope: Uint8Array
  readonly epochKey: EpochKey
}): Promise<Result<EpochKey>> => {
  const read = readKeysAt(options)
  if (!read.ok) return read
  const { previous } = read.value.keys
  if (previous === undefined) return refuse('envelope/no-previous')
  const key = await open(options.epochKey.reveal(), previous, previousPurpose(options.logId, options.epoch))
  if (!key.ok) return key
  return key.value.length === 32 ? succeed(new Secret(key.value)) : refuse('key/length')
}
