/** What a device keeps to itself, sealed under a key that is in turn sealed under the person's passphrase. */

import {
  checkPassphrase,
  createSecret,
  decodeShared,
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
import { howLocked, inspectVault, type Lock, lockKey, lockToBytes, readLock } from './lock.ts'
import { sealedIn } from './sealed-in.ts'

export { identityKey } from './lock.ts'

/** Where `session/device/linking.ts` keeps how far a new device has come that has no identity yet. */
export const linkingPrefix = 'linking/'
/** Says that this device's seed was once sealed under a key that may still be found on the disk. */
export const exposedKey = 'seed-exposed'
const purpose = 'good-offices strongbox'

const forgottenAtOnce = 64

/** Largest value kept: a room's snapshot. */
const valueBytesMax = 256 * 1024 * 1024
const valueDepthMax = 40

async function leftoversIn(vault: Vault): Promise<readonly (readonly [string, null])[]> {
  const found = await Promise.all(['out/', linkingPrefix].map(prefix => vault.scan(prefix)))
  return found.flat().map(([name]) => [name, null] as const)
}

/** KEY-12: none at all is a choice; one that is chosen is long enough. */
export function checkChosen(passphrase: string | undefined): Result<null> {
  const checked = passphrase === undefined ? undefined : checkPassphrase(passphrase)
  return checked === undefined || checked.ok ? ok(null) : fail(checked.error.code)
}

type Unlocked = { readonly key: Secret; readonly lock: Lock }

export class Strongbox {
  /** The vault as others write to it: what they had sealed before the key was changed is sealed anew. */
  readonly vault: Vault
  readonly #inner: Vault
  #key: Secret
  /** Under which key each value was sealed that is on its way to the vault. */
  readonly #sealedUnder = new WeakMap<Uint8Array, Secret>()
  /** One write, or change of the key, after the other. */
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(vault: Vault, key: Secret) {
    this.#inner = vault
    this.#key = key
    this.vault = {
      ...vault,
      write: changes => this.#inTurn(async () => vault.write(await this.#renew(changes))),
    }
  }

  static readonly inspect = inspectVault
  static readonly howLocked = howLocked

  /** Without a passphrase the key lies beside what it seals: whoever has the device has it all. */
  static async create(vault: Vault, passphrase: string | undefined): Promise<Strongbox> {
    const key = createSecret()
    // What an attempt cut short has left could not be opened any more.
    await putKey(vault, { key, passphrase, also: new Map(await leftoversIn(vault)) })
    return new Strongbox(vault, key)
  }

  /** Leaves nothing of a vault that can be opened, whoever finds the disk: the key first. */
  static async forget(vault: Vault): Promise<void> {
    await vault.keyPlace?.erase()
    for (;;) {
      const kept = await vault.scan('', { countMax: forgottenAtOnce })
      if (kept.length === 0) break
      await vault.write(new Map(kept.map(([key]) => [key, null])))
    }
    await vault.compact?.()
  }

  /** Puts away what an attempt cut short has left, and the key to it. Not for a vault that has an identity. */
  static async discard(vault: Vault): Promise<void> {
    await vault.keyPlace?.erase()
    await vault.write(new Map([...(await leftoversIn(vault)), [lockKey, null]]))
    await vault.compact?.()
  }

  /** Fails with `passphrase-needed` or `passphrase-wrong`. */
  static async unlock(vault: Vault, passphrase: string | undefined): Promise<Result<Strongbox>> {
    const unlocked = await unlockKey(vault, passphrase)
    if (!unlocked.ok) return unlocked
    // A change of the key that was cut short has left one here which opens nothing.
    if (unlocked.value.lock.how === 'locked') await vault.keyPlace?.erase()
    return ok(new Strongbox(vault, unlocked.value.key))
  }

  /** SYNC-51: over another vault, opened by a key that the window that leads has given. */
  static with(vault: Vault, key: Uint8Array): Strongbox {
    return new Strongbox(vault, new Secret(key))
  }

  /** SYNC-51: what opens all of it, for another window of this device. */
  revealKey(): Uint8Array {
    return this.#key.reveal()
  }

  /**
   * Protects the vault by another passphrase, or by none: with a new key, under which all that is sealed is sealed anew in the same
   * write, so that neither the key that lay open nor what an older passphrase opens is of use to whoever finds it. Fails with
   * `passphrase-needed` or `passphrase-wrong` where `current` does not open it, and with `passphrase/short`; then nothing has changed. From
   * none to none changes nothing either.
   */
  async relock(current: string | undefined, next: string | undefined): Promise<Result<null>> {
    const chosen = checkChosen(next)
    if (!chosen.ok) return chosen
    const unlocked = await unlockKey(this.#inner, current)
    if (!unlocked.ok) return unlocked
    const { lock } = unlocked.value
    // In the one place for an open key a new one would stand before what it opens is kept.
    if (next === undefined && lock.how === 'open' && lock.key === undefined) return ok(null)
    await this.#inTurn(() => this.#rekey(unlocked.value, next))
    return ok(null)
  }

  /**
   * What a passphrase does not keep from whoever finds this device's disk: `key`, what seals everything now; `seed`, the keys with which
   * it acts. Where there is no passphrase, nothing is kept from them.
   */
  async exposure(): Promise<'none' | 'seed' | 'key'> {
    const lock = readLock((await this.#inner.read(lockKey)) ?? new Uint8Array())
    if (lock?.how !== 'locked') return 'none'
    if (!lock.isOwn) return 'key'
    return (await this.get(exposedKey)) === true ? 'seed' : 'none'
  }

  async #rekey({ lock }: Unlocked, next: string | undefined): Promise<void> {
    const former = this.#key
    const key = createSecret()
    const also = new Map<string, Uint8Array | null>()
    for await (const [name, bytes] of sealedIn(this.#inner)) {
      const value = await openUnder(former, name, bytes)
      if (value !== undefined) also.set(name, await sealUnder(key, name, value))
    }
    if (isExposedBy(lock, this.#inner)) also.set(exposedKey, await sealUnder(key, exposedKey, true))
    await putKey(this.#inner, { key, passphrase: next, also })
    this.#key = key
    await this.#inner.compact?.()
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => {})
    return turn
  }

  async #renew(
    changes: ReadonlyMap<string, Uint8Array | null>,
  ): Promise<ReadonlyMap<string, Uint8Array | null>> {
    const renewed = new Map(changes)
    for (const [name, bytes] of changes) {
      const under = bytes === null ? undefined : this.#sealedUnder.get(bytes)
      if (bytes === null || under === undefined || under === this.#key) continue
      const value = await openUnder(under, name, bytes)
      if (value !== undefined) renewed.set(name, await sealUnder(this.#key, name, value))
    }
    return renewed
  }

  async seal(key: string, value: Value): Promise<Uint8Array> {
    const under = this.#key
    const sealed = await sealUnder(under, key, value)
    this.#sealedUnder.set(sealed, under)
    return sealed
  }

  /** `undefined` where nothing is kept or what is kept was not sealed here under this name. */
  async open(key: string, bytes: Uint8Array | undefined): Promise<Value | undefined> {
    return bytes === undefined ? undefined : openUnder(this.#key, key, bytes)
  }

  async put(key: string, value: Value | null): Promise<void> {
    await this.vault.write(new Map([[key, value === null ? null : await this.seal(key, value)]]))
  }

  async get(key: string): Promise<Value | undefined> {
    const bytes = await this.#inTurn(() => this.#inner.read(key))
    return this.open(key, bytes)
  }
}

async function unlockKey(vault: Vault, passphrase: string | undefined): Promise<Result<Unlocked>> {
  const bytes = await vault.read(lockKey)
  if (bytes === undefined) return fail('no-identity')
  const lock = readLock(bytes)
  if (lock === undefined) throw new VaultError('vault-damaged', 'the lock cannot be read')
  if (lock.how === 'open') {
    const held = lock.key ?? (await vault.keyPlace?.read())
    if (held === undefined) throw new VaultError('vault-damaged', 'the key is not where it was put')
    return ok({ key: new Secret(held), lock })
  }
  if (passphrase === undefined) return fail('passphrase-needed')
  const key = await openWithPassphrase({ passphrase, purpose, blob: lock.blob })
  return key.ok ? ok({ key: new Secret(key.value), lock }) : fail('passphrase-wrong')
}

/**
 * Keeps the key, in one write with what is sealed under it: sealed under the passphrase, or open in the one place that can be
 * overwritten. The open key is put there first and erased last, so that at no moment what is kept could not be opened.
 */
async function putKey(
  vault: Vault,
  {
    key,
    passphrase,
    also,
  }: {
    readonly key: Secret
    readonly passphrase: string | undefined
    readonly also: ReadonlyMap<string, Uint8Array | null>
  },
): Promise<void> {
  const { keyPlace } = vault
  const isOpen = passphrase === undefined
  const isPlaced = isOpen && (await keyPlace?.write(key.reveal())) === true
  const open: Lock = isPlaced ? { how: 'open' } : { how: 'open', key: key.reveal() }
  const lock: Lock = isOpen
    ? open
    : {
        how: 'locked',
        blob: await sealWithPassphrase({ passphrase, purpose, plaintext: key.reveal() }),
        isOwn: true,
      }
  await vault.write(new Map([...also, [lockKey, lockToBytes(lock)]]))
  if (!isOpen) await keyPlace?.erase()
}

/**
 * Whether the key that this lock kept may still be found once it has been changed: it lay open among the rest; or an older program had
 * locked it, which may have kept it open before; or its sealed form stays on a disk that this vault cannot clear.
 */
const isExposedBy = (lock: Lock, vault: Vault): boolean =>
  lock.how === 'open' ? lock.key !== undefined : !lock.isOwn || vault.compact === undefined

const purposeOf = (name: string) => ({ tag: tags.keyring, context: encode(name) })

const sealUnder = async (key: Secret, name: string, value: Value): Promise<Uint8Array> =>
  encode(sealedToValue(await seal(key.reveal(), encode(value), purposeOf(name))))

async function openUnder(key: Secret, name: string, bytes: Uint8Array): Promise<Value | undefined> {
  const decoded = decodeShared(bytes, { bytesMax: valueBytesMax })
  const opened =
    decoded.ok && isSealedValue(decoded.value)
      ? await open(key.reveal(), valueToSealed(decoded.value), purposeOf(name))
      : undefined
  if (opened?.ok !== true) return undefined
  // What was opened is nobody else's: bytes in the value can share its memory.
  const value = decodeShared(opened.value, { bytesMax: valueBytesMax, depthMax: valueDepthMax })
  return value.ok ? value.value : undefined
}
