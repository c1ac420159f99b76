import { createPrivateKey, sign } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import {
  base64urlToBytes,
  bytesToBase64url,
  createNoteSigner,
  type NoteSigner,
  randomBytes,
  verifierToText,
} from '@goodoffices/log'
import type { PostgresStore } from './postgres-store.ts'
import { Database } from './sqlite-database.ts'
import { databaseFileName } from './sqlite-file.ts'
import { StoreError } from './store.ts'

export const keyFileName = 'relay.key'
const seedBytes = 32

/**
 * REL-99: key and database belong together. A key that is gone would be made anew, and members would take the relay for
 * another; a database that is gone would be begun anew, and what it held with it.
 */
export function requireBoth(folder: string, isEmptyAccepted: boolean): void {
  const [key, database] = [join(folder, keyFileName), join(folder, databaseFileName)]
  const [hasKey, hasDatabase] = [existsSync(key), existsSync(database)]
  if (hasDatabase && !hasKey && !isEmptyDatabase(database))
    throw new StoreError(
      'store-corrupt',
      `${database} is there and ${key} is not. Nothing was changed. Put the key back from a backup: with another, ` +
        "members' software takes this relay for a stranger.",
    )
  if (hasKey && !hasDatabase && !isEmptyAccepted)
    throw new StoreError(
      'store-corrupt',
      `${key} is there and ${database} is not. Nothing was changed. Put the database back from a backup, or start ` +
        'with the key alone: members then bring back what they have.',
    )
}

/** A first start that was interrupted leaves a database without logs, and no key yet. */
function isEmptyDatabase(path: string): boolean {
  const database = new Database({ path, mode: 'read' })
  try {
    return database.usage().logs === 0
  } finally {
    database.close()
  }
}

/**
 * The key that signs checkpoints: from its file in the data folder, made with mode 0600 at the first start. The file
 * holds the relay's name and the seed, since clients remember the two together. Without `name`, the file's own.
 */
export async function openRelayKey(folder: string, name: string | undefined): Promise<NoteSigner> {
  const path = join(folder, keyFileName)
  const kept = readKeyFile(path) ?? writeKeyFile(path, name ?? 'localhost')
  if (name !== undefined && kept.name !== name)
    throw new StoreError(
      'store-failed',
      `${path} belongs to the relay "${kept.name}", not "${name}". Nothing was changed. ` +
        'Members know the relay by that name: start it under it, or use another folder.',
    )
  return toSigner(kept)
}

/**
 * REL-121: the key of a service whose logs are in a database that several relays may use. All of them sign with it, each from a file
 * of its own, and the database knows which it is.
 */
export async function openSharedKey(
  store: PostgresStore,
  given: { readonly folder: string; readonly name: string | undefined; readonly isEmptyAccepted: boolean },
): Promise<NoteSigner> {
  const { folder, name, isEmptyAccepted } = given
  const path = join(folder, keyFileName)
  const owner = await store.owner()
  const hasKey = existsSync(path)
  if (owner !== undefined && !hasKey)
    throw new StoreError(
      'store-corrupt',
      `${store.place} holds the logs of the relay ${owner}, and there is no ${path}. Nothing was changed. Put there the ` +
        'relay.key of that relay: all that share a database sign with one key.',
    )
  if (owner === undefined && hasKey && !isEmptyAccepted)
    throw new StoreError(
      'store-corrupt',
      `${path} is there and ${store.place} is empty. Nothing was changed. Name the database that belongs to this key, or ` +
        'start with the key alone: members then bring back what they have.',
    )
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const signer = await openRelayKey(folder, name)
  const [claimed, own] = [await store.claim(verifierToText(signer)), verifierToText(signer)]
  if (claimed !== own)
    throw new StoreError(
      'store-corrupt',
      `${store.place} holds the logs of the relay ${claimed}, and ${path} is the key of ${own}. Nothing was changed. ` +
        'Put there the relay.key of that relay, or name another database.',
    )
  return signer
}

/** The secret that the relay's key is made of, for what else follows from it. The key is there. */
export function readRelaySeed(folder: string): Uint8Array {
  const kept = readKeyFile(join(folder, keyFileName))
  if (kept === undefined) throw new Error('a relay without its key')
  return kept.seed
}

/** REL-99: for a folder that is copied or checked: the key is there and is one, so that a relay starts from it. Throws as a start would. */
export function requireKey(folder: string): void {
  requireBoth(folder, false)
  readKeyFile(join(folder, keyFileName))
}

/** The verifier key of a folder's relay; undefined where it has no key. Throws as a start would. */
export async function verifierKeyOf(folder: string): Promise<string | undefined> {
  const kept = readKeyFile(join(folder, keyFileName))
  return kept === undefined ? undefined : verifierToText(await createNoteSigner(kept.name, kept.seed))
}

/** RFC 8410, section 7: all of a PKCS #8 private key but the seed, which ends it. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * A signer that WebCrypto made, and Node signs for: where each of many logs is signed a few times a second, a job in WebCrypto's pool costs
 * twice what the signature does.
 */
async function toSigner({ name, seed }: KeyFile): Promise<NoteSigner> {
  const signer = await createNoteSigner(name, seed)
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' })
  return { ...signer, sign: async text => new Uint8Array(sign(null, Buffer.from(text), key)) }
}

type KeyFile = { readonly name: string; readonly seed: Uint8Array }

function readKeyFile(path: string): KeyFile | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new StoreError('store-failed', `${path} could not be read. Check its permissions.`, {
      cause: error,
    })
  }
  const [name = '', encoded = ''] = text.trimEnd().split(' ')
  const seed = base64urlToBytes(encoded)
  if (!seed.ok || seed.value.length !== seedBytes || name === '')
    throw new StoreError(
      'store-corrupt',
      `${path} does not hold a relay key. It was left as it is. Restore it from a backup: with another key, members' ` +
        'software refuses this relay.',
    )
  return { name, seed: seed.value }
}

function writeKeyFile(path: string, name: string): KeyFile {
  const seed = randomBytes(seedBytes)
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, `${name} ${bytesToBase64url(seed)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return { name, seed }
}
