import { closeSync, fsyncSync, openSync } from 'node:fs'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { askStatement } from './sqlite-ask.ts'
import { guard } from './sqlite-error.ts'
import { type DatabaseOptions, openFile, pragma, schemaVersion } from './sqlite-file.ts'
import { RightTable } from './sqlite-rights.ts'
import type {
  AccessRow,
  Append,
  AppendOutcome,
  CreateOutcome,
  ExpireBefore,
  KeptRight,
  LogHead,
  MintOutcome,
  NewLog,
  NewRight,
  OutlineRecord,
  ReadRange,
  StoredRecord,
  StoreUsage,
  StoreValue,
} from './store.ts'
import { tileLeaves } from './store.ts'

/** One connection to the file, with every operation of the store as a plain synchronous call. Throws StoreError. */
export class Database {
  readonly #path: string
  readonly #connection: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  /** False while a file of the release before is only read: a backup that is checked, mostly. */
  readonly #isCurrent: boolean
  readonly #rights: RightTable

  constructor(options: DatabaseOptions) {
    this.#path = options.path
    this.#connection = guard(this.#path, () => openFile(options))
    this.#isCurrent = pragma(this.#connection, 'user_version') === schemaVersion
    this.#rights = new RightTable(sql => this.#statement(sql))
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

  createLog(log: NewLog): CreateOutcome {
    if (this.#statement('SELECT 1 FROM log WHERE id = ?').get(log.id) !== undefined) return { kind: 'exists' }
    const refused = log.right === undefined ? undefined : this.#rights.spend(log.right, log.made)
    if (refused !== undefined) return { kind: 'no-right', reason: refused }
    this.#statement(
      `INSERT INTO log (id, size, bytes, time, frontier, mints, used) VALUES (?, 0, 0, 0, x'', ?, ?)`,
    ).run(log.id, (log.mints ?? log.right === undefined) ? 1 : 0, log.made)
    const outcome = this.append(log)
    if (outcome.kind !== 'appended') throw new Error(`a new log answers ${outcome.kind}`)
    return { kind: 'created' }
  }

  append(change: Append): AppendOutcome {
    const log = this.#statement('SELECT number, size, bytes, time, owed FROM log WHERE id = ?').get(change.id)
    if (log === undefined) return { kind: 'unknown-log' }
    const { number, size, bytes, time, owed } = log as Readonly<
      Record<'number' | 'size' | 'bytes' | 'time' | 'owed', number>
    >
    if (size !== change.expect || owed > change.owed) return { kind: 'conflict', size }
    if (this.#holdsOneOf(number, change)) return { kind: 'duplicate' }

    const insert = this.#statement(
      'INSERT INTO record (log, position, time, hash, envelope) VALUES (?, ?, ?, ?, ?)',
    )
    let added = 0
    for (const [index, record] of change.records.entries()) {
      insert.run(number, size + index, record.time, record.hash, record.envelope ?? null)
      added += record.envelope?.length ?? 0
    }
    for (const row of change.access)
      this.#statement(
        'INSERT INTO access (log, epoch, key, steward, party, start, frontier) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ).run(number, row.epoch, row.key, row.steward ?? null, row.party ?? null, row.from, row.frontier)
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

  mintRight(right: NewRight): MintOutcome {
    return this.#rights.mint(right)
  }

  revokeRight(id: string, right: Uint8Array): number {
    return this.#rights.revoke(id, right)
  }

  touch(id: string, used: number): void {
    this.#statement('UPDATE log SET used = ? WHERE id = ?').run(used, id)
  }

  expire(before: ExpireBefore): number {
    this.#rights.expire(before.rights)
    const unused = 'SELECT number FROM log WHERE size = 0 AND owed = 0 AND used < ?'
    for (const table of ['creation_right', 'access'])
      this.#statement(`DELETE FROM ${table} WHERE log IN (${unused})`).run(before.empty)
    const gone = this.#statement(`DELETE FROM log WHERE number IN (${unused})`).run(before.empty)
    return Number(gone.changes)
  }

  owe(id: string, size: number): void {
    this.#statement('UPDATE log SET owed = max(owed, ?) WHERE id = ?').run(size, id)
  }

  head(id: string): LogHead | undefined {
    return guard(this.#path, () => {
      // One statement, so that log and access come from the same moment.
      const rows = this.#statement(`
        SELECT log.size, log.bytes, log.time, log.frontier, ${this.#isCurrent ? 'log.owed' : '0'} AS owed,
          ${this.#isCurrent ? 'log.mints' : '1'} AS mints, ${this.#isCurrent ? 'log.used' : '0'} AS used,
          access.epoch, access.key, access.steward, ${this.#isCurrent ? 'access.party' : 'NULL'} AS party, access.start, access.frontier AS reached
        FROM log JOIN access ON access.log = log.number WHERE log.id = ? ORDER BY access.epoch
      `).all(id) as HeadRow[]
      const first = rows[0]
      if (first === undefined) return undefined
      const access = rows.map(
        (row): AccessRow => ({
          epoch: row.epoch,
          key: row.key,
          ...(row.steward === null ? {} : { steward: row.steward }),
          ...(row.party === null ? {} : { party: row.party }),
          from: row.start,
          frontier: row.reached,
        }),
      )
      const { size, bytes, time, frontier, owed, mints, used } = first
      return { id, size, bytes, time, frontier, owed, mints: mints === 1, used, access }
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

  sizes(ids: readonly string[]): ReadonlyMap<string, number> {
    return guard(this.#path, () => {
      const lookup = this.#statement('SELECT size FROM log WHERE id = ?')
      const rows = ids.map(id => [id, lookup.get(id)?.['size'] as number | undefined] as const)
      return new Map(rows.flatMap(([id, size]) => (size === undefined ? [] : [[id, size] as const])))
    })
  }

  /** Ids of logs in their order, from the one after `after`. */
  logs(after: string, limit: number): readonly string[] {
    return guard(this.#path, () => {
      const rows = this.#statement('SELECT id FROM log WHERE id > ? ORDER BY id LIMIT ?').all(after, limit)
      return (rows as { id: string }[]).map(row => row.id)
    })
  }

  rightsOf(id: string): readonly KeptRight[] {
    return guard(this.#path, () => (this.#isCurrent ? this.#rights.of(id) : []))
  }

  keepRight(right: KeptRight): void {
    this.#rights.keep(right)
  }

  ask(sql: string, values: readonly StoreValue[]): readonly object[] {
    return guard(this.#path, () => askStatement(this.#statement(sql), values))
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
  owed: number
  mints: number
  used: number
  epoch: number
  key: Uint8Array
  steward: Uint8Array | null
  party: Uint8Array | null
  start: number
  reached: Uint8Array
}
type RecordRow = { position: number; time: number; hash: Uint8Array; envelope: Uint8Array | null }
