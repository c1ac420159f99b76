import { KEM_MLKEM768_X25519 as nobleKem } from '@panva/hpke-noble'
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_MLKEM768_X25519 as nativeKem } from 'hpke'
import type { Bytes } from './bytes.ts'
import { tagPrefix } from './hash.ts'
import { type Tag, tags } from './tags.ts'

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

let chosen: Promise<CipherSuite> | undefined

/**
 * The engine's own algorithms where it has all that we use, several times as fast; noble's elsewhere, which make the same
 * bytes. All of it is tried, because engines come with ML-KEM and without the SHAKE that derives its keys.
 */
const chooseSuite = (): Promise<CipherSuite> => {
  chosen ??= (async () => {
    const native = suiteWith(nativeKem)
    try {
      const pair = await native.DeriveKeyPair(new Uint8Array(32))
      const { encapsulatedSecret, ciphertext } = await native.Seal(pair.publicKey, new Uint8Array())
      await native.Open(pair, encapsulatedSecret, ciphertext)
      return native
    } catch {
      return suiteWith(nobleKem)
    }
  })()
  return chosen
}

/** The wrap key that follows from a 32-byte seed. */
export const createWrapKey = async (seed: Uint8Array): Promise<WrapKey> => {
  const suite = await chooseSuite()
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
  const suite = await chooseSuite()
  const key = await suite.DeserializePublicKey(publicKey)
  const { encapsulatedSecret, ciphertext } = await suite.Seal(key, secret, {
    info: tagPrefix(tag),
    aad: context,
  })
  return { encapsulation: encapsulatedSecret, ciphertext }
}

/** Whether bytes are a public key that can be wrapped to: the other half of `isEnrollable`. */
export const isWrapKey = async (publicKey: Uint8Array): Promise<boolean> => {
  if (publicKey.length !== wrapPublicKeyBytes) return false
  try {
    await wrap(publicKey, new Uint8Array(1), { tag: tags.keysWrap, context: new Uint8Array() })
    return true
  } catch {
    return false
  }
}
