import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js'
import { createSHA256 } from 'hash-wasm'
import { type Bytes, concat, utf8 } from './bytes.ts'
import type { Tag } from './tags.ts'

/** Bytes in a SHA-256 hash. */
export const hashBytes = 32

let digest: (bytes: Uint8Array) => Uint8Array = nobleSha256

/** The same function in WebAssembly, several times as fast in Chromium, once it is compiled; without it nothing changes. */
const accelerate = async (): Promise<void> => {
  try {
    const hasher = await createSHA256()
    digest = bytes => hasher.init().update(bytes).digest('binary')
  } catch {
    // A page may forbid WebAssembly.
  }
}
void accelerate()

/**
 * SHA-256, synchronous: a WebCrypto digest costs 4 to 9 µs a call for short input, this one 1 to 4 µs, and a Merkle tree
 * calls it for each leaf and each node.
 */
export const sha256 = (bytes: Uint8Array): Bytes => digest(bytes) as Bytes

const prefixes = new Map<Tag, Bytes>()

/** The tag's length in one byte, then the tag: no tag is a prefix of another's input. */
export const tagPrefix = (tag: Tag): Bytes => {
  let prefix = prefixes.get(tag)
  if (prefix === undefined) {
    const name = utf8(tag)
    prefix = concat(Uint8Array.of(name.length), name)
    prefixes.set(tag, prefix)
  }
  return prefix
}

/**
 * Where the input of one hash is put together: a room's first reading takes some ten hashes an entry, and lists of small arrays for
 * each cost more than the hashing. Nothing here waits, so that no two inputs meet.
 */
let input = new Uint8Array(1 << 12)
let inputLength = 0

/** Longest buffer kept for the next input. */
const inputBytesMax = 1 << 21

/** What an input that was never finished has left is none of the next one's. */
const begin = (): void => {
  inputLength = 0
  if (input.length > inputBytesMax) input = new Uint8Array(1 << 12)
}

const put = (bytes: Uint8Array): void => {
  const end = inputLength + bytes.length
  if (end > input.length) {
    const larger = new Uint8Array(2 * end)
    larger.set(input.subarray(0, inputLength))
    input = larger
  }
  input.set(bytes, inputLength)
  inputLength = end
}

const lengthBytes = new Uint8Array(4)
const lengthView = new DataView(lengthBytes.buffer)

/** 4 bytes, big-endian. */
const putLength = (length: number): void => {
  lengthView.setUint32(0, length)
  put(lengthBytes)
}

const digestInput = (): Bytes => digest(input.subarray(0, inputLength)) as Bytes

/** SHA-256 of parts, one after the other. */
export const sha256Of = (...parts: readonly Uint8Array[]): Bytes => {
  begin()
  for (const part of parts) put(part)
  return digestInput()
}

/** SHA-256 of the tag and of each part with its length (4 bytes) before it, so that no two lists of parts collide. */
export const hash = (tag: Tag, ...parts: readonly Uint8Array[]): Bytes => {
  begin()
  put(tagPrefix(tag))
  for (const part of parts) {
    putLength(part.length)
    put(part)
  }
  return digestInput()
}

const blockBytes = 64
const [innerMask, outerMask] = [0x36, 0x5c]
const masked = new Uint8Array(blockBytes)

/** SHA-256 of the key, as long as a block and masked, and of what follows. */
const digestKeyed = (key: Uint8Array, mask: number, ...message: readonly Uint8Array[]): Bytes => {
  begin()
  masked.fill(mask)
  for (let i = 0; i < key.length; i++) masked[i] = (key[i] as number) ^ mask
  put(masked)
  for (const part of message) put(part)
  return digestInput()
}

/** HMAC-SHA-256 (RFC 2104), over the hash above: every envelope's key takes two. */
const hmac = (key: Uint8Array, ...message: readonly Uint8Array[]): Bytes => {
  const short = key.length > blockBytes ? sha256(key) : key
  return digestKeyed(short, outerMask, digestKeyed(short, innerMask, ...message))
}

const derivedBytesMax = 255 * hashBytes

/** HKDF-SHA-256 (RFC 5869): `length` bytes from key material, for the purpose that the tag and the info name. */
export const deriveBytes = (options: {
  readonly key: Uint8Array
  readonly tag: Tag
  readonly salt?: Uint8Array
  readonly info?: Uint8Array
  readonly length: number
}): Bytes => {
  if (options.length > derivedBytesMax) throw new RangeError(`at most ${derivedBytesMax} bytes are derived`)
  const [prefix, info] = [tagPrefix(options.tag), options.info ?? new Uint8Array()]
  // RFC 2104 pads a short key with zeros: no salt is a salt of zeros, as RFC 5869 has it.
  const extracted = hmac(options.salt ?? new Uint8Array(), options.key)
  const derived = new Uint8Array(options.length)
  let block: Uint8Array = new Uint8Array()
  for (let at = 0; at < options.length; at += hashBytes) {
    block = hmac(extracted, block, prefix, info, Uint8Array.of(at / hashBytes + 1))
    derived.set(block.subarray(0, options.length - at), at)
  }
  return derived
}

/** HMAC-SHA-256 (RFC 2104) over a tagged message. */
export const authenticate = (key: Uint8Array, tag: Tag, message: Uint8Array): Bytes =>
  hmac(key, tagPrefix(tag), message)
