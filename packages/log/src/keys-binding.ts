import { type Bytes, randomBytes, uint64 } from './bytes.ts'
import type { Purpose } from './content.ts'
import { encode } from './encoding.ts'
import type { EpochKey } from './epoch.ts'
import { authenticate } from './hash.ts'
import { hintBytes, type KeysHead, type KeysVersion } from './keys-public.ts'
import { secretBytes } from './secret.ts'
import { tags } from './tags.ts'
import type { WrapBinding } from './wrap.ts'

/** Whose digest it is: keyed with the epoch key, so that nobody outside can confirm a guess. */
interface DigestPlace {
  readonly logId: string
  readonly epoch: number
  readonly epochKey: EpochKey
}

/**
 * The devices of a roster, whatever their order. The digest is keyed with the epoch key: who holds it can check that the
 * envelope was made for the roster they know; the relay, even told a guess by somebody, cannot.
 */
export const digestRoster = (place: DigestPlace, devices: readonly string[]): Bytes => {
  const roster = encode([place.logId, place.epoch, [...devices].sort()])
  return authenticate(place.epochKey.reveal(), tags.roster, roster)
}

/**
 * Tells a device its wrap without trying each. It is keyed with the epoch key before, which the relay does not hold:
 * otherwise whoever knows a device's public key could tell from outside which rooms it is in. Where there is none (the
 * first epoch, or a reader without the history) the devices try the wraps in turn.
 */
export const hintFor = (
  previousKey: EpochKey | undefined,
  epoch: number,
  wrapPublicKey: Uint8Array,
): Bytes =>
  previousKey === undefined
    ? randomBytes(hintBytes)
    : authenticate(previousKey.reveal(), tags.wrapHint, encode([epoch, wrapPublicKey])).slice(0, hintBytes)

/** A wrap opens beside this commitment, these digests and these steward keys, and no others. */
export const bindingOf = (head: KeysHead): WrapBinding => {
  const { version, logId, epoch, commitment, rosterDigest } = head
  const common = [version, logId, epoch, commitment, rosterDigest]
  const slots =
    head.version === 1 ? [] : [head.stewardsDigest, head.stewardKeys.mediators, head.stewardKeys.party]
  return { tag: tags.keysWrap, context: encode([...common, ...slots]) }
}

export const previousPurpose = (version: KeysVersion, logId: string, epoch: number): Purpose => ({
  tag: tags.previousEpoch,
  context: encode([version, logId, epoch]),
})

/** The author's part belongs to these very public bytes. */
export const authorPurpose = (publicHash: Uint8Array): Purpose => ({
  tag: tags.keysAuthor,
  context: publicHash,
})

/** In version 2: the number of the epoch that is followed, in 8 bytes, before its key; zeros where history stays closed. */
export const previousNumberBytes = uint64(0).length
export const previousBytes = previousNumberBytes + secretBytes
