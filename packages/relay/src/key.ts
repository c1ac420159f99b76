import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import {
  base64urlToBytes,
  bytesToBase64url,
  createNoteSigner,
  type NoteSigner,
  randomBytes,
} from '@goodoffices/log'
import { StoreError } from './store.ts'

export const keyFileName = 'relay.key'
const seedBytes = 32

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
  return createNoteSigner(kept.name, kept.seed)
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
