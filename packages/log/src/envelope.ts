import type { Bytes } from './bytes.ts'
import {
  deriveContentKey,
  isSealedValue,
  open,
  openWithContentKey,
  type Purpose,
  type Sealed,
  seal,
  sealedToValue,
  valueToSealed,
} from './content.ts'
import { decodeShared, encode, isBytes, isCount, isList, isTuple, type Value } from './encoding.ts'
import type { EpochKey } from './epoch.ts'
import { type KeysVersion, readKeysPublic } from './keys-public.ts'
import { pad, unpad } from './padding.ts'
import { type Result, refuse, succeed } from './result.ts'
import type { StewardKeys } from './steward.ts'
import { tags } from './tags.ts'

/** The version that sealed envelopes are written in. Keys envelopes are of this one or of the second; a reader refuses any other. */
export const envelopeVersion = 1

/** Longest envelope, and longest text sealed in one: padded and with what surrounds it, it is an envelope still. */
export const envelopeBytesMax = 1 << 20
export const plaintextBytesMax = 983_039

/** What a relay reads of an envelope, and all it can. */
export type EnvelopePeek =
  | { readonly kind: 's'; readonly epoch: number }
  | {
      readonly kind: 'k'
      readonly epoch: number
      readonly logId: string
      /** The public access key of the epoch that begins. */
      readonly accessKey: Uint8Array
      /** Its public steward key; in version 2 the mediators'. */
      readonly stewardKey: Uint8Array
      /** In version 2 both. */
      readonly stewardKeys?: StewardKeys
    }

/** A sealed envelope's place: the log and epoch bound into its key and its associated data. */
export interface EnvelopePlace {
  readonly logId: string
  readonly epoch: number
}

/** The last that was asked for: a room's envelopes are opened one after the other, hundreds in an epoch. */
let last: (EnvelopePlace & { readonly purpose: Purpose }) | undefined

const purposeOf = ({ logId, epoch }: EnvelopePlace): Purpose => {
  if (last?.logId !== logId || last.epoch !== epoch) {
    const context = encode([envelopeVersion, 's', logId, epoch])
    last = { logId, epoch, purpose: { tag: tags.contentKeys, context } }
  }
  return last.purpose
}

/** Seals a text of at most `plaintextBytesMax` bytes; throws on a longer one. */
export const sealEnvelope = async (
  place: EnvelopePlace & { readonly epochKey: EpochKey; readonly plaintext: Uint8Array },
): Promise<Bytes> => {
  if (place.plaintext.length > plaintextBytesMax)
    throw new RangeError('the text is too long for one envelope')
  const sealed = await seal(place.epochKey.reveal(), pad(place.plaintext), purposeOf(place))
  return encode([envelopeVersion, 's', place.epoch, sealedToValue(sealed)])
}

/** The text of a sealed envelope of this log and epoch. */
export const openEnvelope = async (
  place: EnvelopePlace & { readonly epochKey: EpochKey; readonly envelope: Uint8Array },
): Promise<Result<Bytes>> => {
  const sealed = readSealedAt(place)
  if (!sealed.ok) return sealed
  const padded = await open(place.epochKey.reveal(), sealed.value, purposeOf(place))
  return padded.ok ? unpad(padded.value) : padded
}

/** The key of one envelope and no other, to show its text to somebody outside the room. */
export const revealContentKey = (
  place: EnvelopePlace & { readonly epochKey: EpochKey; readonly envelope: Uint8Array },
): Result<Bytes> => {
  const sealed = readSealedAt(place)
  return sealed.ok
    ? succeed(deriveContentKey(place.epochKey.reveal(), sealed.value.salt, purposeOf(place)))
    : sealed
}

/** The text of an envelope whose key was revealed. */
export const openRevealed = async (
  place: EnvelopePlace & { readonly contentKey: Uint8Array; readonly envelope: Uint8Array },
): Promise<Result<Bytes>> => {
  const sealed = readSealedAt(place)
  if (!sealed.ok) return sealed
  const padded = await openWithContentKey(place.contentKey, sealed.value, purposeOf(place))
  return padded.ok ? unpad(padded.value) : padded
}

const readSealedAt = (place: EnvelopePlace & { readonly envelope: Uint8Array }): Result<Sealed> => {
  const parts = readEnvelope(place.envelope)
  if (!parts.ok) return parts
  const { kind, epoch, rest } = parts.value
  if (kind !== 's') return refuse('envelope/kind', { expected: 's', found: kind })
  if (epoch !== place.epoch) return refuse('envelope/epoch', { expected: place.epoch, found: epoch })
  return succeed(valueToSealed(rest[0] as Value))
}

interface EnvelopeParts {
  readonly version: KeysVersion
  readonly kind: 's' | 'k'
  readonly epoch: number
  readonly rest: readonly Value[]
}

const isKnownVersion = (version: Value | undefined, kind: Value | undefined): version is KeysVersion =>
  version === envelopeVersion || (version === 2 && kind === 'k')

const isSealedEnvelope = (value: Value): boolean =>
  isTuple(value, isCount, kind => kind === 's', isCount, isSealedValue)
const isKeysEnvelope = (value: Value): boolean =>
  isTuple(value, isCount, kind => kind === 'k', isCount, isBytes, isSealedValue)

/** `[1, 's', epoch, sealed]` or `[1 or 2, 'k', epoch, public part in bytes, sealed]`, sharing memory with the envelope. */
export const readEnvelope = (bytes: Uint8Array): Result<EnvelopeParts> => {
  if (bytes.length > envelopeBytesMax) return refuse('envelope/too-large', { bytes: bytes.length })
  const decoded = decodeShared(bytes, { bytesMax: envelopeBytesMax })
  if (!decoded.ok) return decoded
  const { value } = decoded
  if (isList(value) && !isKnownVersion(value[0], value[1]))
    return refuse('envelope/version', { found: value[0] })
  if (!isSealedEnvelope(value) && !isKeysEnvelope(value)) return refuse('encoding/shape', { of: 'envelope' })
  const [version, kind, epoch, ...rest] = value as readonly [KeysVersion, 's' | 'k', number, ...Value[]]
  return succeed({ version, kind, epoch, rest })
}

/** What a relay needs to give an envelope its place. It refuses what no member could read for its form. */
export const peekEnvelope = (bytes: Uint8Array): Result<EnvelopePeek> => {
  const parts = readEnvelope(bytes)
  if (!parts.ok) return parts
  const { version, kind, epoch, rest } = parts.value
  if (kind === 's') return succeed({ kind, epoch })
  const keys = readKeysPublic(version, rest[0] as Uint8Array)
  if (!keys.ok) return keys
  if (keys.value.epoch !== epoch)
    return refuse('envelope/epoch', { expected: epoch, found: keys.value.epoch })
  const { logId, accessKey } = keys.value
  const peek = { kind, epoch, logId, accessKey }
  if (keys.value.version === 1) return succeed({ ...peek, stewardKey: keys.value.stewardKey })
  const { stewardKeys } = keys.value
  return succeed({ ...peek, stewardKey: stewardKeys.mediators, stewardKeys })
}
