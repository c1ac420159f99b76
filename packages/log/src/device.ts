import type { Bytes } from './bytes.ts'
import { createSigningKey, isEnrollable, signTagged } from './ed25519.ts'
import { isBytesOf, isTuple, type Value } from './encoding.ts'
import { deriveBytes } from './hash.ts'
import { type DeviceId, deviceIdOf } from './id.ts'
import { type Result, refuse, succeed } from './result.ts'
import type { Secret } from './secret.ts'
import { type Tag, tags } from './tags.ts'
import { createWrapKey, isWrapKey, type WrapBinding, type Wrapped, wrapPublicKeyBytes } from './wrap.ts'

/** What others know of a device. */
export interface DeviceKeys {
  /** Ed25519, 32 bytes. */
  readonly sign: Uint8Array
  /** MLKEM768-X25519, 1,216 bytes. */
  readonly wrap: Uint8Array
}

/** A device of a person, or their recovery phrase, which is a device on paper. */
export interface Device {
  readonly id: DeviceId
  readonly publicKeys: DeviceKeys
  readonly sign: (tag: Tag, bytes: Uint8Array) => Promise<Bytes>
  /** `undefined` where the bytes were not wrapped for this device in this context. */
  readonly unwrap: (wrapped: Wrapped, binding: WrapBinding) => Promise<Bytes | undefined>
}

/** Both key pairs follow from one seed, by HKDF under two tags. */
export const createDevice = async (seed: Secret): Promise<Device> => {
  const key = seed.reveal()
  const signing = await createSigningKey(deriveBytes({ key, tag: tags.deviceSign, length: 32 }))
  const wrapping = await createWrapKey(deriveBytes({ key, tag: tags.deviceWrap, length: 32 }))
  const publicKeys = { sign: signing.publicKey, wrap: wrapping.publicKey }
  return {
    id: deviceIdOf(publicKeys),
    publicKeys,
    sign: (tag, bytes) => signTagged(signing, tag, bytes),
    unwrap: wrapping.unwrap,
  }
}

/**
 * The id of a device that may enter a roster: both keys are such that every member's software, on any engine, will make
 * the same of them.
 */
export const enrolDevice = (keys: DeviceKeys): Result<DeviceId> =>
  isEnrollable(keys.sign) && isWrapKey(keys.wrap) ? succeed(deviceIdOf(keys)) : refuse('key/not-enrollable')

export const deviceKeysToValue = ({ sign, wrap }: DeviceKeys): Value => [sign, wrap]

export const valueToDeviceKeys = (value: Value): Result<DeviceKeys> => {
  if (!isTuple(value, isBytesOf(32), isBytesOf(wrapPublicKeyBytes)))
    return refuse('encoding/shape', { of: 'device keys' })
  const [sign, wrap] = value as readonly [Uint8Array, Uint8Array]
  return succeed({ sign, wrap })
}
