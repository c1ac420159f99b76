import { ed25519 } from '@noble/curves/ed25519.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { type Bytes, concat, equalBytes } from './bytes.ts'

/**
 * Ed25519 (RFC 8032) in JavaScript, for engines that lack it or refuse a good key. Signing takes no constant time here, as no
 * JavaScript does; verifying takes a millisecond or two where an engine takes a twentieth of one.
 */
const { Point } = ed25519
type Point = InstanceType<typeof Point>

export const publicKeyOfSeed = (seed: Uint8Array): Bytes => ed25519.getPublicKey(seed)

export const signInSoftware = (seed: Uint8Array, bytes: Uint8Array): Bytes => ed25519.sign(bytes, seed)

/**
 * The point of a key that may enter a roster: canonically encoded, on the curve and of prime order (RFC 8032, section 5.1.3, and
 * the order check of FIPS 186-5). `undefined` for any other.
 */
export const enrollablePoint = (publicKey: Uint8Array): Point | undefined => {
  try {
    const point = Point.fromBytes(publicKey, false)
    return !point.is0() && point.isTorsionFree() ? point : undefined
  } catch {
    return undefined
  }
}

const littleEndian = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n)

/**
 * Whether S is below the group order and [S]B - [k]A is encoded exactly as R: the equation without the cofactor, compared in
 * bytes, which is what the engines do. The library's own `verify` multiplies by the cofactor and would accept what they refuse.
 */
export const verifyInSoftware = (
  point: Point,
  publicKey: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean => {
  const encodedR = signature.subarray(0, 32)
  const scalar = littleEndian(signature.subarray(32))
  if (scalar >= Point.Fn.ORDER) return false
  const challenge = littleEndian(sha512(concat(encodedR, publicKey, bytes))) % Point.Fn.ORDER
  const found = Point.BASE.multiplyUnsafe(scalar).subtract(point.multiplyUnsafe(challenge))
  return equalBytes(found.toBytes(), encodedR)
}
