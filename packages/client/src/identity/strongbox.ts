/** What a device keeps to itself, sealed under a key that is in turn sealed under the person's passphrase. */

import {
  createSecret,
  decode,
  encode,
  isSealedValue,
  open,
  openWithPassphrase,
  Secret,
  seal,
  sealedToValue,
  sealWithPassphrase,
  tags,
  type Value,
  valueToSealed,
} from '@goodoffices/log'
import { fail, ok, type Result } from '../result.ts'
import { type Vault, VaultError } from '../vault/vault.ts'
import { howLocked, inspectVault, lockKey } from './lock.ts'

export { identityKey } from './lock.ts'

/** Where `session/device/linking.ts` keeps how far a new device has come that has no identity yet. */
export const linkingPrefix = 'linking/'
const purpose = 'good-offices strongbox'

/** Largest value kept: a room's snapshot. */
const valueBytesMax = 256 * 1024 * 1024
const valueDepthMax = 40

async function leftoversIn(vault: Vault): Promise<readonly (readonly [string, null])[]> {
  const found = await Promise.all(['out/', linkingPrefix].map(prefix => vault.scan(prefix)))
  return found.flat().map(([name]) => [name, null] as const)
}

/** The key as it is kept: sealed under the passphrase, or open where there is none. */
const lockFor = async (key: Secret, passphrase: string | undefined): Promise<Uint8Array> =>
  passphrase === undefined
    ? encode(['open', key.reveal()])
    : encode(['locked', await sealWithPassphrase({ passphrase, purpose, plaintext: key.reveal() })])

export class Strongbox {
  readonly vault: Vault
  readonly #key: Secret

  private constructor(vault: Vault, key: Secret) {
    this.vault = vault
    this.#key = key
  }

  static readonly inspect = inspectVault
  static readonly howLocked = howLocked

  /** Without a passphrase the key lies beside what it seals: whoever has the device has it all. */
  static async create(vault: Vault, passphrase: string | undefined): Promise<Strongbox> {
    const key = createSecret()
    const lock = await lockFor(key, passphrase)
    // What an attempt cut short has left could not be opened any more.
    await vault.write(new Map([...(await leftoversIn(vault)), [lockKey, lock]]))
    return new Strongbox(vault, key)
  }

  /** Puts away what an attempt cut short has left, and the key to it. Not for a vault that has an identity. */
  static async discard(vault: Vault): Promise<void> {
    await vault.write(new Map([...(await leftoversIn(vault)), [lockKey, null]]))
  }

  /** Fails with `passphrase-needed` or `passphrase-wrong`. */
  static async unlock(vault: Vault, passphrase: string | undefined): Promise<Result<Strongbox>> {
    const lock = await vault.read(lockKey)
    const decoded = lock === undefined ? undefined : decode(lock)
    if (decoded === undefined) return fail('no-identity')
    const [how, held] = decoded.ok && Array.isArray(decoded.value) ? (decoded.value as readonly Value[]) : []
    if (!(held instanceof Uint8Array)) throw new VaultError('vault-damaged', 'the lock cannot be read')
    if (how === 'open') return ok(new Strongbox(vault, new Secret(held)))
    if (passphrase === undefined) return fail('passphrase-needed')
    const key = await openWithPassphrase({ passphrase, purpose, blob: held })
    return key.ok ? ok(new Strongbox(vault, new Secret(key.value))) : fail('passphrase-wrong')
  }

  /**
   * Puts the key under another passphrase, or under none, in one write; what it has sealed stays as it is. Fails with
   * `passphrase-needed` or `passphrase-wrong` where `current` does not open it, and then changes nothing.
   */
  async relock(current: string | undefined, next: string | undefined): Promise<Result<null>> {
    const unlocked = await Strongbox.unlock(this.vault, current)
    if (!unlocked.ok) return unlocked
    await this.vault.write(new Map([[lockKey, await lockFor(this.#key, next)]]))
    return ok(null)
  }

  async seal(key: string, value: Value): Promise<Uint8Array> {
    return encode(
      sealedToValue(
        await seal(this.#key.reveal(), encode(value), { tag: tags.keyring, context: encode(key) }),
      ),
    )
  }

  /** `undefined` where nothing is kept or what is kept was not sealed here under this name. */
  async open(key: string, bytes: Uint8Array | undefined): Promise<Value | undefined> {
    if (bytes === undefined) return undefined
    const decoded = decode(bytes, { bytesMax: valueBytesMax })
    if (!decoded.ok || !isSealedValue(decoded.value)) return undefined
    const opened = await open(this.#key.reveal(), valueToSealed(decoded.value), {
      tag: tags.keyring,
      context: encode(key),
    })
    if (!opened.ok) return undefined
    const value = decode(opened.value, { bytesMax: valueBytesMax, depthMax: valueDepthMax })
    return value.ok ? value.value : undefined
  }

  async put(key: string, value: Value | null): Promise<void> {
    await this.vault.write(new Map([[key, value === null ? null : await this.seal(key, value)]]))
  }

  async get(key: string): Promise<Value | undefined> {
    return this.open(key, await this.vault.read(key))
  }
}
