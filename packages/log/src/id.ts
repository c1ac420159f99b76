import { bytesToBase64url } from './bytes.ts'
import { hash } from './hash.ts'
import { tags } from './tags.ts'

/** The brand exists for the type checker alone. */
export type Id<Name extends string> = string & { readonly idOf: Name }

/**
 * Ids of logs and devices are whole SHA-256 hashes, 43 characters in base64url. Half a hash would resist second preimages
 * as well, but not collisions: at 128 bits a person could with 2^64 work make two devices of one id, and show each to
 * different members.
 */
export type LogId = Id<'log'>
export type DeviceId = Id<'device'>

/** A log is named by the public access key of its first epoch, so that only who holds that epoch's key can begin it. */
export const logIdOf = (firstAccessKey: Uint8Array): LogId =>
  bytesToBase64url(hash(tags.logId, firstAccessKey)) as LogId

/** A device is named by both of its public keys, so that neither can be exchanged. */
export const deviceIdOf = (keys: { readonly sign: Uint8Array; readonly wrap: Uint8Array }): DeviceId =>
  bytesToBase64url(hash(tags.deviceId, keys.sign, keys.wrap)) as DeviceId
