/**
 * A vault in a directory of one's own: one SQLite file, readable by its owner alone, held by one process at a time. SQLite's lock
 * ends with the process that holds it, however it ends; there is no lock file to clean up.
 */

import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { type KeyPlace, type Vault, VaultError } from '@goodoffices/client'

export const vaultFileName = 'vault.db'
/** The key of a vault that has no passphrase. */
export const keyFileName = 'vault.key'

/** "GoOv" in the header, so that a file of another kind is not taken for a vault. */
const applicationId = 0x476f4f76
const schemaVersion = 1
/**
 * Of a vault that is made here; one that an older program made keeps the 4,096 it was made with. A value of megabytes lies in a chain of
 * pages, each a call to the system: in pages of this size it is read several times as fast.
 */
const pageBytes = 16_384
const schema = `
  CREATE TABLE held (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${schemaVersion};
`

const retryMs = 50

export const isVaultDirectory = (directory: string): boolean => existsSync(join(directory, vaultFileName))

/**
 * Opens the vault of a directory, made with mode 0700 (the file 0600) if there is none. Waits up to `waitMsMax` for another
 * process that holds it. Rejects with VaultError: `vault-in-use`, `vault-damaged`, `vault-failed`, `vault-full`.
 */
export async function openVaultDirectory(directory: string, waitMsMax = 3_000): Promise<Vault> {
  const path = join(directory, vaultFileName)
  makePrivate(directory, path)
  const deadline = Date.now() + waitMsMax
  for (;;) {
    const database = tryOpen(directory, path)
    if (database !== undefined) return toVault(database, directory)
    if (Date.now() >= deadline) {
      throw new VaultError(
        'vault-in-use',
        `Another command is using the identity in ${directory}. Nothing was changed. Wait until it has ended, and try again.`,
      )
    }
    await sleep(retryMs)
  }
}

function makePrivate(directory: string, path: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    if (readdirSync(directory).length === 0) chmodSync(directory, 0o700)
    // SQLite gives its other files the mode of this one.
    if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
  } catch (cause) {
    throw new VaultError(
      'vault-failed',
      `${directory} cannot be used: ${messageOf(cause)}. Nothing was changed. Choose a directory that you may write to.`,
      { cause },
    )
  }
}

/** Undefined while another process holds it. */
function tryOpen(directory: string, path: string): DatabaseSync | undefined {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { timeout: 0 })
    // The size of pages before anything is written.
    database.exec(
      `PRAGMA page_size = ${pageBytes}; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;`,
    )
    database.exec('BEGIN IMMEDIATE')
    const kind = read(database, 'application_id')
    const version = read(database, 'user_version')
    const isNew = kind === 0 && version === 0 && read(database, 'schema_version') === 0
    if (isNew) database.exec(schema)
    else if (kind !== applicationId)
      throw new VaultError('vault-damaged', damagedBecause(directory, 'it is not a vault'))
    else if (version !== schemaVersion)
      throw new VaultError(
        'vault-failed',
        `The identity in ${directory} was written by a later version. Nothing was changed. Use that version.`,
      )
    database.exec('COMMIT')
    return database
  } catch (error) {
    if (database?.isOpen === true) database.close()
    if (isBusy(error)) return undefined
    throw toVaultError(error, directory)
  }
}

const read = (database: DatabaseSync, pragma: string): number =>
  Number(database.prepare(`PRAGMA ${pragma}`).get()?.[pragma] ?? 0)

function toVault(database: DatabaseSync, directory: string): Vault {
  const get = database.prepare('SELECT value FROM held WHERE key = ?')
  const put = database.prepare(
    'INSERT INTO held VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  const remove = database.prepare('DELETE FROM held WHERE key = ?')
  const list = database.prepare('SELECT key, value FROM held WHERE key >= ? AND key < ? ORDER BY key LIMIT ?')
  const listAfter = database.prepare(
    'SELECT key, value FROM held WHERE key > ? AND key < ? ORDER BY key LIMIT ?',
  )
  const guarded = async <T>(work: () => T): Promise<T> => {
    if (!database.isOpen) throw new VaultError('vault-closed', 'the vault has been closed')
    try {
      return work()
    } catch (error) {
      throw toVaultError(error, directory)
    }
  }
  return {
    read: key => guarded(() => get.get(key)?.['value'] as Uint8Array | undefined),
    write: changes =>
      guarded(() => {
        database.exec('BEGIN IMMEDIATE')
        try {
          for (const [key, value] of changes) {
            if (value === null) remove.run(key)
            else put.run(key, value)
          }
          database.exec('COMMIT')
        } catch (error) {
          if (database.isTransaction) database.exec('ROLLBACK')
          throw error
        }
      }),
    scan: (prefix, { after, countMax = -1 } = {}) =>
      guarded(() => {
        const from = after ?? prefix
        const rows = (after === undefined ? list : listAfter).all(from, `${prefix}\uffff`, countMax)
        return rows.map(row => [row['key'] as string, row['value'] as Uint8Array] as const)
      }),
    keyPlace: keyPlaceIn(directory),
    compact: () =>
      guarded(() => {
        database.exec('VACUUM')
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      }),
    close: async () => {
      if (database.isOpen) database.close()
    },
  }
}

/** A file beside the vault. It is written over where it lies: a new file would leave the old bytes on the disk. */
function keyPlaceIn(directory: string): KeyPlace {
  const path = join(directory, keyFileName)
  const put = (bytes: Uint8Array): void => {
    const file = openSync(path, existsSync(path) ? 'r+' : 'wx', 0o600)
    try {
      writeSync(file, bytes, 0, bytes.length, 0)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  }
  const guarded = async <T>(work: () => T): Promise<T> => {
    try {
      return work()
    } catch (error) {
      throw toVaultError(error, directory)
    }
  }
  return {
    read: () => guarded(() => (existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined)),
    write: key =>
      guarded(() => {
        put(key)
        return true
      }),
    erase: () =>
      guarded(() => {
        if (!existsSync(path)) return
        put(randomBytes(statSync(path).size))
        rmSync(path)
      }),
  }
}

/** SQLite's primary result codes, https://sqlite.org/rescode.html */
const busy = 5
const locked = 6
const corrupt = 11
const full = 13
const notADatabase = 26

const codeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined

const isBusy = (error: unknown): boolean => [busy, locked].includes(codeOf(error) ?? -1)

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const damagedBecause = (directory: string, reason: string): string =>
  `The identity in ${directory} is damaged: ${reason}. The file was left as it is. What the relay has acknowledged is safe there: ` +
  'move the directory away and bring the identity back with the recovery words (goodoffices identity recover). ' +
  'Acts that were still waiting to be sent are in the damaged file only; keep it.'

function toVaultError(error: unknown, directory: string): VaultError {
  if (error instanceof VaultError) return error
  const code = codeOf(error)
  const options = { cause: error }
  if (code === corrupt || code === notADatabase)
    return new VaultError('vault-damaged', damagedBecause(directory, messageOf(error)), options)
  if (code === full)
    return new VaultError(
      'vault-full',
      `There is no room left for the identity in ${directory}. Nothing of this change was kept. Make room, and try again.`,
      options,
    )
  return new VaultError(
    'vault-failed',
    `The identity in ${directory} could not be read or written: ${messageOf(error)}. Nothing of this change was kept.`,
    options,
  )
}
