import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type {
  AccessRow,
  Append,
  AppendOutcome,
  CreateOutcome,
  LogHead,
  OutlineRecord,
  ReadRange,
  StoredRecord,
  StoreErrorCode,
  StoreUsage,
} from './store.ts'
import { StoreError, tileLeaves } from './store.ts'

export const databaseFileName = 'relay.db'

/** "GoOf": marks the file as ours, in the header where `file` and SQLite look for it. */
const applicationId = 0x476f4f66
const schemaVersion = 2

const schema = `
CREATE TABLE log (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  time INTEGER NOT NULL,
  frontier BLOB NOT NULL
) STRICT;
CREATE TABLE access (
  log INTEGER NOT NULL REFERENCES log (number),
  epoch INTEGER NOT NULL,
  key BLOB NOT NULL,
  steward BLOB,
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
PRAGMA application_id = ${applicationId};
PRAGMA user_version = ${schemaVersion};
`

export type DatabaseOptions = {
  readonly path: string
  readonly mode: 'write' | 'read'
  /** A ceiling for the file; absent: the disk is the ceiling. */
  readonly databaseBytesMax?: number | undefined
}

/** One connection to the file, with every operation of the store as a plain synchronous call. Throws StoreError. */
export class Database {
  readonly #path: string
  readonly #connection: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  constructor(options: DatabaseOptions) {
    this.#path = options.path
    this.#connection = guard(this.#path, () => open(options))
  }

  close(): void {
    this.#statements.clear()
    this.#connection.close()
  }

  /**
   * Runs all changes in one transaction, hence one fdatasync, and returns when it is durable. Each change is
   * atomic by itself: one that finds a conflict writes nothing and leaves the others alone. Throws when the
   * transaction as a whole failed; then nothing of it was kept.
   */
  transact<T>(changes: readonly (() => T)[]): readonly T[] {
    return guard(this.#path, () => {
      this.#connection.exec('BEGIN IMMEDIATE')
      try {
        const outcomes = changes.map(change => change())
        this.#connection.exec('COMMIT')
        return outcomes
      } catch (error) {
        // SQLite ends the transaction by itself after some errors, among them a full disk.
        if (this.#connection.isTransaction) this.#connection.exec('ROLLBACK')
        throw error
      }
    })
  }

  createLog(log: Append): CreateOutcome {
    const inserted = this.#statement(
      `INSERT INTO log (id, size, bytes, time, frontier) VALUES (?, 0, 0, 0, x'') ON CONFLICT DO NOTHING`,
    ).run(log.id)
    if (inserted.changes === 0) return { kind: 'exists' }
    const outcome = this.append(log)
    if (outcome.kind !== 'appended') throw new Error(`a new log answers ${outcome.kind}`)
    return { kind: 'created' }
  }

  append(change: Append): AppendOutcome {
    const log = this.#statement('SELECT number, size, bytes, time FROM log WHERE id = ?').get(change.id)
    if (log === undefined) return { kind: 'unknown-log' }
    const { number, size, bytes, time } = log as { number: number; size: number; bytes: number; time: number }
    if (size !== change.expect) return { kind: 'conflict', size }
    if (this.#holdsOneOf(number, change)) return { kind: 'duplicate' }

    const insert = this.#statement(
      'INSERT INTO record (log, position, time, hash, envelope) VALUES (?, ?, ?, ?, ?)',
    )
    let added = 0
    for (const [index, record] of change.records.entries()) {
      insert.run(number, size + index, record.time, record.hash, record.envelope)
      added += record.envelope.length
    }
    for (const row of change.access)
      this.#statement(
        'INSERT INTO access (log, epoch, key, steward, start, frontier) VALUES (?, ?, ?, ?, ?, ?)',
      ).run(number, row.epoch, row.key, row.steward ?? null, row.from, row.frontier)
    for (const [index, tile] of change.tiles.entries())
      this.#statement('INSERT INTO tile (log, position, hash) VALUES (?, ?, ?)').run(
        number,
        Math.floor(size / tileLeaves) + index,
        tile,
      )
    this.#statement('UPDATE log SET size = ?, bytes = ?, time = ?, frontier = ? WHERE number = ?').run(
      size + change.records.length,
      bytes + added,
      change.records.at(-1)?.time ?? time,
      change.frontier,
      number,
    )
    return { kind: 'appended' }
  }

  #holdsOneOf(number: number, change: Append): boolean {
    const lookup = this.#statement('SELECT 1 FROM record WHERE log = ? AND hash = ?')
    const names = new Set<string>()
    for (const { hash } of change.records) {
      names.add(Buffer.from(hash).toString('latin1'))
      if (lookup.get(number, hash) !== undefined) return true
    }
    return names.size < change.records.length
  }

  head(id: string): LogHead | undefined {
    return guard(this.#path, () => {
      // One statement, so that log and access come from the same moment.
      const rows = this.#statement(`
        SELECT log.size, log.bytes, log.time, log.frontier,
          access.epoch, access.key, access.steward, access.start, access.frontier AS reached
        FROM log JOIN access ON access.log = log.number WHERE log.id = ? ORDER BY access.epoch
      `).all(id) as HeadRow[]
      const first = rows[0]
      if (first === undefined) return undefined
      const access = rows.map(
        (row): AccessRow => ({
          epoch: row.epoch,
          key: row.key,
          ...(row.steward === null ? {} : { steward: row.steward }),
          from: row.start,
          frontier: row.reached,
        }),
      )
      return { id, size: first.size, bytes: first.bytes, time: first.time, frontier: first.frontier, access }
    })
  }

  read(range: ReadRange): readonly StoredRecord[] {
    return guard(this.#path, () => {
      const rows = this.#statement(`
        SELECT record.position, record.time, record.hash, record.envelope
        FROM log JOIN record ON record.log = log.number
        WHERE log.id = ? AND record.position >= ? AND record.position < ? ORDER BY record.position
      `).iterate(range.id, range.from, range.to)
      const found: StoredRecord[] = []
      let bytes = 0
      for (const row of rows as Iterable<RecordRow>) {
        bytes += row.envelope?.length ?? 0
        if (bytes > range.bytesMax && found.length > 0) break
        found.push({
          position: row.position,
          time: row.time,
          hash: row.hash,
          envelope: row.envelope ?? undefined,
        })
      }
      return found
    })
  }

  outline(id: string, from: number, to: number): readonly OutlineRecord[] {
    return guard(this.#path, () => {
      const rows = this.#statement(`
        SELECT record.position, record.time, record.hash FROM log JOIN record ON record.log = log.number
        WHERE log.id = ? AND record.position >= ? AND record.position < ? ORDER BY record.position
      `).all(id, from, to) as OutlineRecord[]
      return rows.map(({ position, time, hash }) => ({ position, time, hash }))
    })
  }

  tiles(id: string, from: number, to: number): Uint8Array {
    return guard(this.#path, () => {
      const rows = this.#statement(`
        SELECT tile.hash FROM log JOIN tile ON tile.log = log.number
        WHERE log.id = ? AND tile.position >= ? AND tile.position < ? ORDER BY tile.position
      `).all(id, from, to) as { hash: Uint8Array }[]
      return Buffer.concat(rows.map(row => row.hash))
    })
  }

  find(id: string, hashes: readonly Uint8Array[]): readonly OutlineRecord[] {
    return guard(this.#path, () => {
      const lookup = this.#statement(`
        SELECT record.position, record.time FROM log JOIN record ON record.log = log.number
        WHERE log.id = ? AND record.hash = ?
      `)
      return hashes.flatMap(hash => {
        const row = lookup.get(id, hash) as { position: number; time: number } | undefined
        return row === undefined ? [] : [{ position: row.position, time: row.time, hash }]
      })
    })
  }

  destroy(id: string, from: number, to: number): { envelopes: number; bytes: number } {
    const found = this.#statement(`
      SELECT log.number, count(record.envelope) AS envelopes, coalesce(sum(length(record.envelope)), 0) AS bytes
      FROM log JOIN record ON record.log = log.number
      WHERE log.id = ? AND record.position >= ? AND record.position < ? AND record.envelope IS NOT NULL
    `).get(id, from, to) as { number: number | null; envelopes: number; bytes: number }
    if (found.number === null || found.envelopes === 0) return { envelopes: 0, bytes: 0 }
    this.#statement('UPDATE record SET envelope = NULL WHERE log = ? AND position >= ? AND position < ?').run(
      found.number,
      from,
      to,
    )
    this.#statement('UPDATE log SET bytes = bytes - ? WHERE number = ?').run(found.bytes, found.number)
    return { envelopes: found.envelopes, bytes: found.bytes }
  }

  usage(): StoreUsage {
    return guard(this.#path, () => {
      const row = this.#statement('SELECT count(*) AS logs, coalesce(sum(bytes), 0) AS bytes FROM log').get()
      return row as StoreUsage
    })
  }

  /** Ids of the logs appended to last, newest first. */
  recentLogs(limit: number): readonly string[] {
    return guard(this.#path, () => {
      const rows = this.#statement('SELECT id FROM log ORDER BY time DESC LIMIT ?').all(limit)
      return (rows as { id: string }[]).map(row => row.id)
    })
  }

  /** SQLite's own check of every page and index; an empty list when all is well. Reads the whole file. */
  integrity(): readonly string[] {
    return guard(this.#path, () => {
      const rows = this.#statement('PRAGMA integrity_check').all() as { integrity_check: string }[]
      const findings = rows.map(row => row.integrity_check)
      return findings.length === 1 && findings[0] === 'ok' ? [] : findings
    })
  }

  /** Moves committed pages from the write-ahead log into the database file. Returns false where others were busy. */
  checkpoint(mode: 'PASSIVE' | 'RESTART' | 'TRUNCATE'): boolean {
    return guard(this.#path, () => {
      const row = this.#connection.prepare(`PRAGMA wal_checkpoint(${mode})`).get() as { busy: number }
      return row.busy === 0
    })
  }

  /** Frames in the write-ahead log; each is a page of 4 KiB. */
  walFrames(): number {
    return guard(this.#path, () => {
      const row = this.#statement('PRAGMA wal_checkpoint(NOOP)').get() as { log: number }
      return row.log
    })
  }

  /** Writes the state of this moment to a new file, whatever is written meanwhile, and returns when it is durable. */
  copyInto(path: string): void {
    guard(this.#path, () => {
      // SQLite takes an empty file for none, and keeps its mode.
      const file = openSync(path, 'wx', 0o600)
      try {
        this.#connection.prepare('VACUUM INTO ?').run(path)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
    })
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const prepared = this.#connection.prepare(sql)
    this.#statements.set(sql, prepared)
    return prepared
  }
}

type HeadRow = {
  size: number
  bytes: number
  time: number
  frontier: Uint8Array
  epoch: number
  key: Uint8Array
  steward: Uint8Array | null
  start: number
  reached: Uint8Array
}
type RecordRow = { position: number; time: number; hash: Uint8Array; envelope: Uint8Array | null }

function open(options: DatabaseOptions): DatabaseSync {
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
    if (version < schemaVersion)
      throw new StoreError(
        'store-version',
        `${options.path} was written before the first release (format ${version}, this one knows ${schemaVersion}), ` +
          'when logs had no steward keys. Nothing was changed. Start with another folder.',
      )
    if (options.mode === 'write') configure(connection, options.databaseBytesMax)
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

function pragma(connection: DatabaseSync, name: string): number {
  return Object.values(connection.prepare(`PRAGMA ${name}`).get() ?? {})[0] as number
}

/** SQLite's primary result codes, https://www.sqlite.org/rescode.html */
const codes: Readonly<Record<number, StoreErrorCode>> = {
  11: 'store-corrupt',
  13: 'store-full',
  26: 'store-corrupt',
}

function guard<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toStoreError(path, error)
  }
}

function toStoreError(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError || !('errcode' in error)) return error
  const detail = error.message
  switch (codes[Number(error.errcode) & 0xff]) {
    case 'store-corrupt':
      return corrupt(path, detail, error)
    case 'store-full':
      return new StoreError(
        'store-full',
        `${path} cannot grow (${detail}). Everything acknowledged before is kept; the last write was not made. ` +
          'Free space on the disk or raise the limit, and it goes on by itself.',
        { cause: error },
      )
    default:
      return new StoreError(
        'store-failed',
        `${path} could not be read or written (${detail}). Everything acknowledged before is kept. ` +
          'Check the disk and the permissions of the folder.',
        { cause: error },
      )
  }
}

export function corrupt(path: string, detail: string, cause?: Error): StoreError {
  return new StoreError(
    'store-corrupt',
    `${path} is damaged (${detail}). The files were left as they are. ` +
      'Copy the folder aside, then restore the last backup that verifies.',
    { cause },
  )
}
