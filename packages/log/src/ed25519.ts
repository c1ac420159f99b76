import { ed25519 } from '@noble/curves/ed25519.js'
import { type Bytes, base64urlToBytes, bytesToHex, concat, equalBytes, hexToBytes } from './bytes.ts'
import { tagPrefix } from './hash.ts'
import type { Tag } from './tags.ts'

export const publicKeyBytes = 32
export const signatureBytes = 64
export const seedBytes = 32

/** An Ed25519 key pair (RFC 8032) whose secret half stays inside WebCrypto. */
export interface SigningKey {
  readonly publicKey: Bytes
  /** Signs the bytes as they are: for formats that bring their own separation. Otherwise use `signTagged`. */
  readonly sign: (bytes: Uint8Array) => Promise<Bytes>
}

/** WebCrypto's types want memory that nobody else can share; ours never is. */
export const asSource = (bytes: Uint8Array): Bytes => bytes as Bytes

/** RFC 8410, section 7: all of a PKCS #8 private key but the seed, which ends it. */
const pkcs8Head = (hexToBytes('302e020100300506032b657004220420') as { value: Bytes }).value

export const createSigningKey = async (seed: Uint8Array): Promise<SigningKey> => {
  if (seed.length !== seedBytes) throw new RangeError(`an Ed25519 seed has ${seedBytes} bytes`)
  const pkcs8 = concat(pkcs8Head, seed)
  const exportable = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign'])
  const { x } = await crypto.subtle.exportKey('jwk', exportable)
  const publicKey = base64urlToBytes(x ?? '')
  if (!publicKey.ok) throw new TypeError('WebCrypto exported no public key')
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign'])
  return {
    publicKey: publicKey.value,
    sign: async bytes => new Uint8Array(await crypto.subtle.sign('Ed25519', key, asSource(bytes))),
  }
}

/** Imported keys, kept because importing costs as much as verifying; the oldest leaves first. */
const importedKeys = new Map<string, Promise<CryptoKey>>()
export const importedKeysMax = 4096

const importPublicKey = (publicKey: Uint8Array): Promise<CryptoKey> => {
  const name = bytesToHex(publicKey)
  const known = importedKeys.get(name)
  if (known !== undefined) return known
  if (importedKeys.size >= importedKeysMax) importedKeys.delete(importedKeys.keys().next().value as string)
  const imported = crypto.subtle.importKey('raw', asSource(publicKey), 'Ed25519', true, ['verify'])
  importedKeys.set(name, imported)
  return imported
}

/** The neutral point, the one R of small order that a signature by an enrollable key can have. */
const neutralPoint = Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 1 : 0))

/**
 * Whether the signature over these very bytes is the key's. A key or signature of a wrong form is a `false`, and so is
 * one whose R is the neutral point: whoever has the key can make it, Node refuses it, Chromium accepts it.
 */
export const verifyBytes = async (
  publicKey: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> => {
  if (publicKey.length !== publicKeyBytes || signature.length !== signatureBytes) return false
  if (equalBytes(signature.subarray(0, 32), neutralPoint)) return false
  try {
    const key = await importPublicKey(publicKey)
    return await crypto.subtle.verify('Ed25519', key, asSource(signature), asSource(bytes))
  } catch {
    return false // Engines refuse some malformed keys on import and others on use.
  }
}

export const signTagged = (key: SigningKey, tag: Tag, bytes: Uint8Array): Promise<Bytes> =>
  key.sign(concat(tagPrefix(tag), bytes))

/** Whether `signature` is by `publicKey` over the bytes under the tag. */
export const verify = (
  publicKey: Uint8Array,
  tag: Tag,
  bytes: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> => verifyBytes(publicKey, concat(tagPrefix(tag), bytes), signature)

/**
 * Whether a public key may enter a roster: the canonical encoding of a point of prime order (RFC 8032, section 5.1.3, and
 * the order check of FIPS 186-5). WebCrypto engines disagree on other keys, and a signature that one member's software
 * accepts and another's refuses would split their rooms; with this check and that of R in `verifyBytes` they agree. The curve library checks keys only; it never verifies signatures.
 */
export const isEnrollable = (publicKey: Uint8Array): boolean => {
  if (publicKey.length !== publicKeyBytes) return false
  try {
    const point = ed25519.Point.fromBytes(publicKey, false)
    return !point.is0() && point.isTorsionFree()
  } catch {
    return false
  }
}
