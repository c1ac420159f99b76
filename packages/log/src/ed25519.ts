import { type Bytes, base64urlToBytes, bytesToBase64url, concat, equalBytes, hexToBytes } from './bytes.ts'
import { enrollablePoint, publicKeyOfSeed, signInSoftware, verifyInSoftware } from './ed25519-software.ts'
import { tagPrefix } from './hash.ts'
import type { Tag } from './tags.ts'

export const publicKeyBytes = 32
export const signatureBytes = 64
export const seedBytes = 32

/** An Ed25519 key pair (RFC 8032) whose secret half stays inside WebCrypto, or in a closure where WebCrypto will not have it. */
export interface SigningKey {
  readonly publicKey: Bytes
  /** Signs the bytes as they are: for formats that bring their own separation. Otherwise use `signTagged`. */
  readonly sign: (bytes: Uint8Array) => Promise<Bytes>
}

/** WebCrypto's types want memory that nobody else can share; ours never is. */
export const asSource = (bytes: Uint8Array): Bytes => bytes as Bytes

/** RFC 8410, section 7: all of a PKCS #8 private key but the seed, which ends it. */
const pkcs8Head = (hexToBytes('302e020100300506032b657004220420') as { value: Bytes }).value

/**
 * The key pair of a 32-byte seed, on every engine: WebCrypto by PKCS #8; by JWK where that is refused (WebKitGTK refuses one seed in
 * 256, those that begin with a zero byte: WebKit bug 307095); in JavaScript where WebCrypto has no Ed25519.
 */
export const createSigningKey = async (seed: Uint8Array): Promise<SigningKey> => {
  if (seed.length !== seedBytes) throw new RangeError(`an Ed25519 seed has ${seedBytes} bytes`)
  return (
    (await orNone(importPkcs8(seed))) ??
    (await orNone(importJwk(seed))) ?? {
      publicKey: publicKeyOfSeed(seed),
      sign: async bytes => signInSoftware(seed, bytes),
    }
  )
}

const orNone = <T>(attempt: Promise<T>): Promise<T | undefined> => attempt.catch(() => undefined)

const importPkcs8 = async (seed: Uint8Array): Promise<SigningKey> => {
  const pkcs8 = concat(pkcs8Head, seed)
  const exportable = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign'])
  const { x } = await crypto.subtle.exportKey('jwk', exportable)
  const publicKey = base64urlToBytes(x ?? '')
  if (!publicKey.ok || publicKey.value.length !== publicKeyBytes)
    throw new TypeError('WebCrypto exported no public key')
  return signingKeyOf(
    publicKey.value,
    await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']),
  )
}

const importJwk = async (seed: Uint8Array): Promise<SigningKey> => {
  const publicKey = publicKeyOfSeed(seed)
  const [d, x] = [bytesToBase64url(seed), bytesToBase64url(publicKey)]
  const jwk = { kty: 'OKP', crv: 'Ed25519', d, x }
  return signingKeyOf(publicKey, await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign']))
}

const signingKeyOf = (publicKey: Bytes, key: CryptoKey): SigningKey => ({
  publicKey,
  sign: async bytes => new Uint8Array(await crypto.subtle.sign('Ed25519', key, asSource(bytes))),
})

/** Verifies with one public key. */
type Verifier = (bytes: Uint8Array, signature: Uint8Array) => Promise<boolean>

/** Keys made ready, kept because that costs as much as verifying; the oldest leaves first. Named by their bytes. */
const verifiers = new Map<string, Verifier | Promise<Verifier>>()
export const verifiersMax = 4096

const nameOf = (publicKey: Uint8Array): string => Reflect.apply(String.fromCharCode, undefined, publicKey)

const verifierOf = (publicKey: Uint8Array): Verifier | Promise<Verifier> => {
  const name = nameOf(publicKey)
  const known = verifiers.get(name)
  if (known !== undefined) return known
  if (verifiers.size >= verifiersMax) verifiers.delete(verifiers.keys().next().value as string)
  const made = importVerifier(new Uint8Array(publicKey)).then(verifier => {
    if (verifiers.has(name)) verifiers.set(name, verifier)
    return verifier
  })
  verifiers.set(name, made)
  return made
}

/** The engine's, or our own where the engine has none: ours knows enrollable keys only, for which both say the same. */
const importVerifier = async (publicKey: Bytes): Promise<Verifier> => {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', true, ['verify'])
    return (bytes, signature) => crypto.subtle.verify('Ed25519', key, asSource(signature), asSource(bytes))
  } catch {
    const point = enrollablePoint(publicKey)
    return async (bytes, signature) =>
      point !== undefined && verifyInSoftware(point, publicKey, bytes, signature)
  }
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
  const known = verifierOf(publicKey)
  try {
    return await (typeof known === 'function' ? known : await known)(bytes, signature)
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
 * Whether a public key may enter a roster: the canonical encoding of a point of prime order. Engines disagree on other keys, and a
 * signature that one member's software accepts and another's refuses would split their rooms; with this check and that of R in
 * `verifyBytes` they agree, and so does our own arithmetic (decision 11).
 */
export const isEnrollable = (publicKey: Uint8Array): boolean => {
  if (publicKey.length !== publicKeyBytes) return false
  const name = nameOf(publicKey)
  const known = enrollable.get(name)
  if (known !== undefined) return known
  if (enrollable.size >= verifiersMax) enrollable.delete(enrollable.keys().next().value as string)
  const isOne = enrollablePoint(publicKey) !== undefined
  enrollable.set(name, isOne)
  return isOne
}

/** A device stands in every room of its member's, and to look at its key takes a millisecond; the oldest leaves first. */
const enrollable = new Map<string, boolean>()
