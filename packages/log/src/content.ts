import { type Bytes, concat, equalBytes, randomBytes } from './bytes.ts'
import { asSource } from './ed25519.ts'
import { isBytes, isBytesOf, isTuple, type Value } from './encoding.ts'
import { deriveBytes, hash, hashBytes, tagPrefix } from './hash.ts'
import { type Result, refuse, succeed } from './result.ts'
import { type Tag, tags } from './tags.ts'

/**
 * Bytes under a key that no other bytes are under. AES-GCM alone would let one ciphertext open to different texts under
 * different keys; the commitment, a hash of the very key, leaves one.
 */
export interface Sealed {
  readonly salt: Uint8Array
  readonly commitment: Uint8Array
  readonly ciphertext: Uint8Array
}

/** What the sealed bytes are for, and the place they belong to: both go into the key and the associated data. */
export interface Purpose {
  readonly tag: Tag
  readonly context: Uint8Array
}

export const saltBytes = 32
const keyBytes = 32
const authenticationBytes = 16

/** Never twice under one key, since each salt makes its own: the nonce can be constant. */
const nonce = new Uint8Array(12)

export const deriveContentKey = (key: Uint8Array, salt: Uint8Array, { tag, context }: Purpose): Bytes =>
  deriveBytes({ key, salt, tag, info: context, length: keyBytes })

const commit = (contentKey: Uint8Array, { tag, context }: Purpose): Bytes =>
  hash(tags.commitment, contentKey, tagPrefix(tag), context)

/** Of purposes that are used again: those of an epoch's envelopes. */
const parameters = new WeakMap<Purpose, AesGcmParams>()

const parametersOf = (purpose: Purpose): AesGcmParams => {
  const known = parameters.get(purpose)
  if (known !== undefined) return known
  const additionalData = concat(tagPrefix(purpose.tag), purpose.context)
  const made = { name: 'AES-GCM', iv: nonce, additionalData }
  parameters.set(purpose, made)
  return made
}

const importKey = (contentKey: Uint8Array, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', asSource(contentKey), 'AES-GCM', false, [use])

export const seal = async (key: Uint8Array, plaintext: Uint8Array, purpose: Purpose): Promise<Sealed> => {
  const salt = randomBytes(saltBytes)
  const contentKey = deriveContentKey(key, salt, purpose)
  const imported = await importKey(contentKey, 'encrypt')
  const ciphertext = await crypto.subtle.encrypt(parametersOf(purpose), imported, asSource(plaintext))
  return { salt, commitment: commit(contentKey, purpose), ciphertext: new Uint8Array(ciphertext) }
}

export const open = (key: Uint8Array, sealed: Sealed, purpose: Purpose): Promise<Result<Bytes>> =>
  openWithContentKey(deriveContentKey(key, sealed.salt, purpose), sealed, purpose)

/** With the key of these bytes alone: what an evidence export reveals. */
export const openWithContentKey = async (
  contentKey: Uint8Array,
  { commitment, ciphertext }: Sealed,
  purpose: Purpose,
): Promise<Result<Bytes>> => {
  if (!equalBytes(commit(contentKey, purpose), commitment)) return refuse('envelope/commitment')
  try {
    const imported = await importKey(contentKey, 'decrypt')
    return succeed(
      new Uint8Array(await crypto.subtle.decrypt(parametersOf(purpose), imported, asSource(ciphertext))),
    )
  } catch {
    return refuse('envelope/undecryptable')
  }
}

export const sealedToValue = ({ salt, commitment, ciphertext }: Sealed): Value => [
  salt,
  commitment,
  ciphertext,
]

const [isSalt, isHash] = [isBytesOf(saltBytes), isBytesOf(hashBytes)]

export const isSealedValue = (value: Value): boolean =>
  isTuple(value, isSalt, isHash, isBytes) && (value[2] as Uint8Array).length >= authenticationBytes

/** Of a value that `isSealedValue` accepts. */
export const valueToSealed = (value: Value): Sealed => {
  const [salt, commitment, ciphertext] = value as readonly [Uint8Array, Uint8Array, Uint8Array]
  return { salt, commitment, ciphertext }
}
