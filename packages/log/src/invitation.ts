import { type Bytes, equalBytes } from './bytes.ts'
import { type DeviceKeys, deviceKeysToValue, enrolDevice, valueToDeviceKeys } from './device.ts'
import { decode, encode, isBytesOf, isTuple, type Value } from './encoding.ts'
import type { EpochKey } from './epoch.ts'
import { deriveBytes, hash, hashBytes } from './hash.ts'
import { type Result, refuse, succeed } from './result.ts'
import { Secret } from './secret.ts'
import { tags } from './tags.ts'

/**
 * Three moves in the mailbox, and a code that both sides compare by voice:
 *
 *   offer    inviter  → a commitment to its keys and to a fresh nonce
 *   answer   invitee  → its keys and a fresh nonce
 *   reveal   inviter  → its keys and its nonce, which the commitment allows to be no others
 *
 * Neither side, nor anybody between them, can choose anything once it knows what the other's code depends on. So whoever
 * swaps keys has one try, and the two codes then agree by chance once in a million.
 */
export type InvitationSecret = Secret

/** The first epoch's key of the mailbox where the invitation is answered: its log id and access key follow from it. */
export const invitationEpochKey = (secret: InvitationSecret): EpochKey =>
  new Secret(deriveBytes({ key: secret.reveal(), tag: tags.invitationEpoch, length: 32 }))

/**
 * The secret of the right to make logs that goes with an invitation, or, of a log's first epoch key, of the right to make that one: nobody
 * need be told it, and minting it again is minting the same (REL-15).
 */
export const creationRight = (source: Secret): Secret =>
  new Secret(deriveBytes({ key: source.reveal(), tag: tags.creationRight, length: 32 }))

/** A device's keys, and its 32 random bytes for one invitation. The inviter keeps its nonce until the answer is there. */
export interface InvitationSide {
  readonly keys: DeviceKeys
  readonly nonce: Secret
}

/** First move. */
export const makeOffer = (secret: InvitationSecret, inviter: InvitationSide): Bytes =>
  encode(['offer', commitTo(secret, inviter)])

const commitTo = (secret: InvitationSecret, { keys, nonce }: InvitationSide): Bytes =>
  hash(tags.invitationCommitment, secret.reveal(), nonce.reveal(), encode(deviceKeysToValue(keys)))

/** Second move. It names the offer it answers, so that an offer cannot be exchanged afterwards. */
export const makeAnswer = (offer: Uint8Array, invitee: InvitationSide): Bytes =>
  encode([
    'answer',
    hash(tags.invitationMove, offer),
    deviceKeysToValue(invitee.keys),
    invitee.nonce.reveal(),
  ])

/** Third move, made only once the answer is in the mailbox. */
export const makeReveal = (inviter: InvitationSide): Bytes =>
  encode(['reveal', deviceKeysToValue(inviter.keys), inviter.nonce.reveal()])

/** The invitee's side, as the inviter reads it: for the offer that it made, with keys that can be enrolled. */
export const readAnswer = async (offer: Uint8Array, answer: Uint8Array): Promise<Result<InvitationSide>> => {
  const decoded = decode(answer)
  if (!decoded.ok) return decoded
  const isOurs = isTuple(
    decoded.value,
    kind => kind === 'answer',
    isBytesOf(hashBytes),
    () => true,
    isBytesOf(32),
  )
  if (!isOurs) return refuse('invitation/malformed', { of: 'answer' })
  const [, offerHash, keys, nonce] = decoded.value as readonly [string, Uint8Array, Value, Uint8Array]
  if (!equalBytes(offerHash, hash(tags.invitationMove, offer))) return refuse('invitation/mismatch')
  return readSide(keys, nonce)
}

/** The inviter's side, as the invitee reads it: refused where it is not what the offer committed to. */
export const readReveal = async (
  secret: InvitationSecret,
  offer: Uint8Array,
  reveal: Uint8Array,
): Promise<Result<InvitationSide>> => {
  const offered = decode(offer)
  if (!offered.ok) return offered
  const decoded = decode(reveal)
  if (!decoded.ok) return decoded
  if (!isTuple(offered.value, kind => kind === 'offer', isBytesOf(hashBytes)))
    return refuse('invitation/malformed', { of: 'offer' })
  if (
    !isTuple(
      decoded.value,
      kind => kind === 'reveal',
      () => true,
      isBytesOf(32),
    )
  )
    return refuse('invitation/malformed', { of: 'reveal' })
  const [, commitment] = offered.value as readonly [string, Uint8Array]
  const [, keys, nonce] = decoded.value as readonly [string, Value, Uint8Array]
  const side = await readSide(keys, nonce)
  if (!side.ok) return side
  return equalBytes(commitTo(secret, side.value), commitment) ? side : refuse('invitation/commitment')
}

const readSide = async (value: Value, nonce: Uint8Array): Promise<Result<InvitationSide>> => {
  const keys = valueToDeviceKeys(value)
  if (!keys.ok) return keys
  const id = enrolDevice(keys.value)
  return id.ok ? succeed({ keys: keys.value, nonce: new Secret(nonce) }) : id
}

/** Six decimal digits, which both sides compute alone and compare where nobody between them can speak. */
export const comparisonCode = (
  secret: InvitationSecret,
  inviter: InvitationSide,
  invitee: InvitationSide,
): string => {
  const sides = [inviter, invitee].flatMap(({ keys, nonce }) => [
    encode(deviceKeysToValue(keys)),
    nonce.reveal(),
  ])
  const digest = hash(tags.invitationCode, secret.reveal(), ...sides)
  // 8 bytes modulo a million: the most likely code exceeds the least by less than one part in 10^13.
  const number = new DataView(digest.buffer, digest.byteOffset).getBigUint64(0) % 1_000_000n
  return number.toString().padStart(6, '0')
}
