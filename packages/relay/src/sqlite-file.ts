import { closeSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { noticeTables } from './notice-schema.ts'
import { corrupt } from './sqlite-error.ts'
import { StoreError } from './store.ts'

export const databaseFileName = 'relay.db'

/** "GoOf": marks the file as ours, in the header where `file` and SQLite look for it. */
const applicationId = 0x476f4f66
export const schemaVersion = 3
/** The first release's: what it wrote is read, and brought here when it is opened for writing. */
const schemaVersionMin = 2

const rightTable = `
CREATE TABLE creation_right (
  name BLOB PRIMARY KEY,
  log INTEGER NOT NULL REFERENCES log (number),
  minted INTEGER NOT NULL,
  logs INTEGER NOT NULL,
  made INTEGER NOT NULL,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX creation_right_log ON creation_right (log, made);
`

const schema = `
CREATE TABLE log (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  time INTEGER NOT NULL,
  frontier BLOB NOT NULL,
  owed INTEGER NOT NULL DEFAULT 0,
  mints INTEGER NOT NULL DEFAULT 1,
  used INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE access (
  log INTEGER NOT NULL REFERENCES log (number),
  epoch INTEGER NOT NULL,
  key BLOB NOT NULL,
  steward BLOB,
  party BLOB,
  start INTEGER NOT NULL,
  frontier BLOB NOT NULL,
  PRIMARY KEY (log, epoch)
) STRICT, WITHOUT ROWID;
CREATE TABLE record (
  log INTEGER NOT NULL REFERENCES log (number),
  position INTEGER NOT NULL,
  time INTEGER NOT NULL,
  hash BLOB NOT NULL,
  envelope BLOB,
  PRIMARY KEY (log, position),
  UNIQUE (log, hash)
) STRICT;
CREATE TABLE tile (
  log INTEGER NOT NULL REFERENCES log (number),
  position INTEGER NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (log, position)
) STRICT, WITHOUT ROWID;
${rightTable}
${noticeTables.join(';\n')};
PRAGMA application_id = ${applicationId};
PRAGMA user_version = ${schemaVersion};
`

/** What a file of the first release lacks. It has what the others have, so that one step brings it here. */
const fromVersion2 = `
BEGIN IMMEDIATE;
ALTER TABLE access ADD COLUMN party BLOB;
ALTER TABLE log ADD COLUMN owed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE log ADD COLUMN mints INTEGER NOT NULL DEFAULT 1;
ALTER TABLE log ADD COLUMN used INTEGER NOT NULL DEFAULT 0;
UPDATE log SET used = unixepoch() * 1000;
${rightTable}
${noticeTables.join(';\n')};
PRAGMA user_version = ${schemaVersion};
COMMIT;
`

export type DatabaseOptions = {
  readonly path: string
  readonly mode: 'write' | 'read'
  /** A ceiling for the file; absent: the disk is the ceiling. */
  readonly databaseBytesMax?: number | undefined
}

/** Opens the file, or makes it in mode `write`; one of the release before is brought up to this one's form then. */
export function openFile(options: DatabaseOptions): DatabaseSync {
  const size = statSync(options.path, { throwIfNoEntry: false })?.size
  if (size === 0) throw corrupt(options.path, 'the file is empty')
  const isNew = size === undefined
  if (isNew && options.mode === 'read')
    throw new StoreError(
      'store-failed',
      `There is no ${options.path}. Nothing was changed. Check the folder.`,
    )
  if (isNew) createFile(options.path)
  const connection = new DatabaseSync(options.path, { readOnly: options.mode === 'read', timeout: 5_000 })
  try {
    const application = pragma(connection, 'application_id')
    if (application !== applicationId)
      throw corrupt(options.path, 'the file is a database of something else, or its header is damaged')
    const version = pragma(connection, 'user_version')
    if (version > schemaVersion)
      throw new StoreError(
        'store-version',
        `${options.path} was written by a later version (format ${version}, this one knows ${schemaVersion}). ` +
          'Nothing was changed. Start the later version, or restore a backup made by this one.',
      )
    if (version < schemaVersionMin)
      throw new StoreError(
        'store-version',
        `${options.path} was written before the first release (format ${version}, this one knows ${schemaVersionMin} to ${schemaVersion}), ` +
          'when logs had no steward keys. Nothing was changed. Start with another folder.',
      )
    if (options.mode === 'write') {
      configure(connection, options.databaseBytesMax)
      if (version < schemaVersion) connection.exec(fromVersion2)
    }
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Made under another name, so that a crash leaves no half of a database; for the owner's eyes only. */
function createFile(path: string): void {
  const draft = `${path}-new`
  rmSync(draft, { force: true })
  closeSync(openSync(draft, 'wx', 0o600))
  const connection = new DatabaseSync(draft)
  try {
    connection.exec(`PRAGMA synchronous = FULL; BEGIN; ${schema}; COMMIT`)
  } finally {
    connection.close()
  }
  renameSync(draft, path)
}

function configure(connection: DatabaseSync, databaseBytesMax: number | undefined): void {
  connection.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 0;
    PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = ON;
  `)
  if (databaseBytesMax !== undefined)
    connection.exec(
      `PRAGMA max_page_count = ${Math.floor(databaseBytesMax / pragma(connection, 'page_size'))}`,
    )
}

export function pragma(connection: DatabaseSync, name: string): number {
  return Object.values(connection.prepare(`PRAGMA ${name}`).get() ?? {})[0] as number
}
