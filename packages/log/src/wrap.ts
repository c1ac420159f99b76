import { KEM_MLKEM768_X25519 as nobleKem } from '@panva/hpke-noble'
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_MLKEM768_X25519 as nativeKem } from 'hpke'
import type { Bytes } from './bytes.ts'
import { tagPrefix } from './hash.ts'
import type { Tag } from './tags.ts'

/**
 * HPKE (RFC 9180, base mode) with the hybrid MLKEM768-X25519, HKDF-SHA-256 and AES-256-GCM: what is wrapped today stays
 * closed to a quantum computer unless X25519 and ML-KEM fall both.
 */
export const wrapPublicKeyBytes = 1216
export const wrapEncapsulationBytes = 1120

export interface Wrapped {
  readonly encapsulation: Uint8Array
  readonly ciphertext: Uint8Array
}

export interface WrapBinding {
  readonly tag: Tag
  /** Associated data: what the wrapped bytes belong to. */
  readonly context: Uint8Array
}

export interface WrapKey {
  readonly publicKey: Bytes
  /** `undefined` where the bytes were not wrapped for this key in this context. */
  readonly unwrap: (wrapped: Wrapped, binding: WrapBinding) => Promise<Bytes | undefined>
}

const suiteWith = (kem: typeof nativeKem): CipherSuite =>
  new CipherSuite(kem, KDF_HKDF_SHA256, AEAD_AES_256_GCM)

interface ChosenSuite {
  readonly suite: CipherSuite
  readonly isEngines: boolean
}

let chosen: Promise<ChosenSuite> | undefined

/**
 * The engine's own algorithms where it has all that we use, several times as fast; noble's elsewhere, which make the same
 * bytes. All of it is tried, because engines come with ML-KEM and without the SHAKE that derives its keys.
 */
const chooseSuite = (): Promise<ChosenSuite> => {
  chosen ??= (async () => {
    const native = suiteWith(nativeKem)
    try {
      const pair = await native.DeriveKeyPair(new Uint8Array(32))
      const { encapsulatedSecret, ciphertext } = await native.Seal(pair.publicKey, new Uint8Array())
      await native.Open(pair, encapsulatedSecret, ciphertext)
      return { suite: native, isEngines: true }
    } catch {
      return { suite: suiteWith(nobleKem), isEngines: false }
    }
  })()
  return chosen
}

/** Whether this engine wraps by itself. */
export const wrapsInEngine = async (): Promise<boolean> => (await chooseSuite()).isEngines

/** The wrap key that follows from a 32-byte seed. */
export const createWrapKey = async (seed: Uint8Array): Promise<WrapKey> => {
  const { suite } = await chooseSuite()
  const pair = await suite.DeriveKeyPair(seed)
  return {
    publicKey: (await suite.SerializePublicKey(pair.publicKey)) as Bytes,
    unwrap: async ({ encapsulation, ciphertext }, { tag, context }) => {
      try {
        return (await suite.Open(pair, encapsulation, ciphertext, {
          info: tagPrefix(tag),
          aad: context,
        })) as Bytes
      } catch {
        return undefined
      }
    },
  }
}

/** Wraps bytes for a public key; throws where that is no key, which no enrolled device's is. */
export const wrap = async (
  publicKey: Uint8Array,
  secret: Uint8Array,
  { tag, context }: WrapBinding,
): Promise<Wrapped> => {
  const { suite } = await chooseSuite()
  const key = await suite.DeserializePublicKey(publicKey)
  const { encapsulatedSecret, ciphertext } = await suite.Seal(key, secret, {
    info: tagPrefix(tag),
    aad: context,
  })
  return { encapsulation: encapsulatedSecret, ciphertext }
}

/** The hybrid's public key: ML-KEM-768's encapsulation key, then X25519's. */
const kemKeyBytes = 1184
/** FIPS 203: 768 coefficients of 12 bits, two in three bytes, and a seed. */
const coefficientBytes = 1152
const modulus = 3329

/** FIPS 203, section 7.2: every coefficient is reduced. Engines differ in whether they look. */
const isReduced = (kemKey: Uint8Array): boolean => {
  for (let at = 0; at < coefficientBytes; at += 3) {
    const [low = 0, middle = 0, high = 0] = kemKey.subarray(at, at + 3)
    if ((low | ((middle & 15) << 8)) >= modulus || ((middle >> 4) | (high << 4)) >= modulus) return false
  }
  return true
}

const prime = 2n ** 255n - 19n
/** Coordinates of X25519's points of small order, with which every secret is the same: RFC 7748, section 6.1. */
const smallOrder: ReadonlySet<bigint> = new Set([
  0n,
  1n,
  prime - 1n,
  325606250916557431795983626356110631294008115727848805560023387167927233504n,
  39382357235489614581723060781553021112529911719440698176882885853963445705823n,
])

const isOfSmallOrder = (key: Uint8Array): boolean => {
  const coordinate = key.reduceRight(
    (sum, byte, at) => sum * 256n + BigInt(at === 31 ? byte & 127 : byte),
    0n,
  )
  return smallOrder.has(coordinate % prime)
}

/** Whether bytes are a public key that can be wrapped to, decided here for every engine: the other half of `isEnrollable`. */
export const isWrapKey = (publicKey: Uint8Array): boolean =>
  publicKey.length === wrapPublicKeyBytes &&
  isReduced(publicKey.subarray(0, kemKeyBytes)) &&
  !isOfSmallOrder(publicKey.subarray(kemKeyBytes))
