import { argon2idAsync } from '@noble/hashes/argon2.js'
import { argon2id } from 'hash-wasm'

/** Argon2id (RFC 9106): memory in KiB, passes over it, lanes. */
export interface Argon2Cost {
  readonly memoryKib: number
  readonly passes: number
  readonly lanes: number
}

/** Bytes in a key that is derived here. */
const derivedBytes = 32

/** Longest time that the JavaScript below keeps its thread, in milliseconds. */
const tickMs = 20

/** Beyond the blocks themselves, for the library's own bookkeeping. */
const spareBytes = 1 << 20

/**
 * Argon2id of 32 bytes: in WebAssembly, or in JavaScript where the engine has none or the page may not use it (Tor Browser above
 * *Standard*, Lockdown Mode). Both make the same bytes; the second takes several times as long.
 */
export const deriveArgon2id = async (
  password: Uint8Array,
  salt: Uint8Array,
  cost: Argon2Cost,
): Promise<Uint8Array> => {
  try {
    return await argon2id({
      password,
      salt,
      memorySize: cost.memoryKib,
      iterations: cost.passes,
      parallelism: cost.lanes,
      hashLength: derivedBytes,
      outputType: 'binary',
    })
  } catch {
    return argon2idAsync(password, salt, {
      m: cost.memoryKib,
      t: cost.passes,
      p: cost.lanes,
      dkLen: derivedBytes,
      asyncTick: tickMs,
      maxmem: cost.memoryKib * 1024 + spareBytes,
    })
  }
}
