import { type Argon2Cost, deriveArgon2id } from './argon2.ts'
import { type Bytes, randomBytes, utf8 } from './bytes.ts'
import { isSealedValue, open, type Purpose, seal, sealedToValue, valueToSealed } from './content.ts'
import { decode, encode, isBytesOf, isCount, isTuple, type Value } from './encoding.ts'
import { type Result, refuse, succeed } from './result.ts'
import { tags } from './tags.ts'

export type PassphraseCost = Argon2Cost

export const passphraseCost: PassphraseCost = { memoryKib: 65_536, passes: 3, lanes: 1 }

/** Most that a blob may ask of the reader's machine; the least is `passphraseCost` itself. */
export const passphraseCostMax: PassphraseCost = { memoryKib: 1_048_576, passes: 16, lanes: 1 }

const passphraseVersion = 1
const saltBytes = 16

/** Runs in a worker where there is an interface: it takes up to half a second, and 64 MiB. */
const deriveKey = (passphrase: string, salt: Uint8Array, cost: PassphraseCost): Promise<Uint8Array> =>
  deriveArgon2id(utf8(passphrase.normalize('NFKC')), salt, cost)

/** Whose blob it is and how it was made are part of the key: a blob cannot be swapped or its cost lowered unnoticed. */
const purposeOf = (purpose: string, salt: Uint8Array, cost: PassphraseCost): Purpose => ({
  tag: tags.passphrase,
  context: encode([passphraseVersion, purpose, cost.memoryKib, cost.passes, cost.lanes, salt]),
})

/** Seals bytes under a passphrase. `purpose` names what they are and whose; the reader must name the same. */
export const sealWithPassphrase = async (options: {
  readonly passphrase: string
  readonly purpose: string
  readonly plaintext: Uint8Array
}): Promise<Bytes> => {
  const salt = randomBytes(saltBytes)
  const key = await deriveKey(options.passphrase, salt, passphraseCost)
  const sealed = await seal(key, options.plaintext, purposeOf(options.purpose, salt, passphraseCost))
  const { memoryKib, passes, lanes } = passphraseCost
  return encode([passphraseVersion, memoryKib, passes, lanes, salt, sealedToValue(sealed)])
}

/** Refuses, before any work, a cost below ours (a downgrade) or beyond reason (a stall). */
export const openWithPassphrase = async (options: {
  readonly passphrase: string
  readonly purpose: string
  readonly blob: Uint8Array
}): Promise<Result<Bytes>> => {
  const decoded = decode(options.blob)
  if (!decoded.ok) return decoded
  const { value } = decoded
  const isOurs = isTuple(
    value,
    version => version === passphraseVersion,
    isCount,
    isCount,
    isCount,
    isBytesOf(saltBytes),
    isSealedValue,
  )
  if (!isOurs) return refuse('encoding/shape', { of: 'passphrase blob' })
  const [, memoryKib, passes, lanes, salt, sealed] = value as readonly [
    number,
    number,
    number,
    number,
    Uint8Array,
    Value,
  ]
  const cost = { memoryKib, passes, lanes }
  // Half a character has no bytes, so that nothing was ever sealed under it.
  if (!options.passphrase.isWellFormed()) return refuse('passphrase/wrong')
  if (!isCostAccepted(cost)) return refuse('passphrase/parameters', { ...cost })
  const key = await deriveKey(options.passphrase, salt, cost)
  const opened = await open(key, valueToSealed(sealed), purposeOf(options.purpose, salt, cost))
  return opened.ok ? succeed(opened.value) : refuse('passphrase/wrong')
}

const isCostAccepted = ({ memoryKib, passes, lanes }: PassphraseCost): boolean =>
  memoryKib >= passphraseCost.memoryKib &&
  memoryKib <= passphraseCostMax.memoryKib &&
  passes >= passphraseCost.passes &&
  passes <= passphraseCostMax.passes &&
  lanes === passphraseCost.lanes
