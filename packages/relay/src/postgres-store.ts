import { type Ask, PostgresDatabase } from './postgres-database.ts'
import { isRepeatedHash } from './postgres-error.ts'
import { findRecords, findSize, growLog, readHead, toBuffer } from './postgres-log.ts'
import { PostgresNews } from './postgres-news.ts'
import { mintRight, spendRight } from './postgres-rights.ts'
import type {
  Append,
  AppendOutcome,
  CreateOutcome,
  ExpireBefore,
  HeldLog,
  KeptRight,
  LogHead,
  MintOutcome,
  NewLog,
  NewRight,
  OutlineRecord,
  ReadRange,
  Store,
  StoredRecord,
  StoreUsage,
  StoreValue,
  WatchListener,
} from './store.ts'

const destroy = `
WITH held AS (
  SELECT id FROM log WHERE id = $1 FOR UPDATE
), found AS (
  SELECT record.log, record.position, octet_length(record.envelope) AS bytes FROM held JOIN record ON record.log = held.id
  WHERE record.position >= $2 AND record.position < $3 AND record.envelope IS NOT NULL FOR UPDATE OF record
), emptied AS (
  UPDATE record SET envelope = NULL FROM found WHERE record.log = found.log AND record.position = found.position
), smaller AS (
  UPDATE log SET bytes = log.bytes - (SELECT coalesce(sum(bytes), 0) FROM found) FROM held WHERE log.id = held.id
)
SELECT count(*)::int AS envelopes, coalesce(sum(bytes), 0)::bigint AS bytes FROM found`

/** Logs in a PostgreSQL database that several relays may use at once. */
export class PostgresStore implements Store {
  readonly #database: PostgresDatabase
  readonly #news: PostgresNews
  /** One statement, a change by itself. */
  readonly #ask: Ask = (text, values) => this.#database.ask(text, values)

  private constructor(database: PostgresDatabase) {
    this.#database = database
    this.#news = new PostgresNews(() => database.connect())
  }

  /**
   * Opens the database that the address names, and brings it to the present form. Rejects with StoreError `store-version` or
   * `store-failed`; then nothing in it was changed.
   */
  static async open(url: string): Promise<PostgresStore> {
    return new PostgresStore(await PostgresDatabase.open(url))
  }

  /** Names the database for the operator, without what opens it. */
  get place(): string {
    return this.#database.place
  }

  /** REL-121: whose logs these are. The first relay that says so keeps them; returns who did. */
  async claim(verifierKey: string): Promise<string> {
    await this.#ask('UPDATE store_form SET relay = $1 WHERE relay IS NULL', [verifierKey])
    return (await this.owner()) ?? verifierKey
  }

  async owner(): Promise<string | undefined> {
    const [row] = await this.#ask<{ relay: string | null }>('SELECT relay FROM store_form', [])
    return row?.relay ?? undefined
  }

  createLog(log: NewLog): Promise<CreateOutcome> {
    // Nobody follows a log that is not there yet: no other relay is told.
    return this.#database.transact<CreateOutcome>(async ask => {
      const made = await ask(
        `INSERT INTO log (id, size, bytes, time, frontier, owed, mints, used) VALUES ($1, 0, 0, 0, '', 0, $2, $3)
         ON CONFLICT (id) DO NOTHING RETURNING id`,
        [log.id, log.mints ?? log.right === undefined, log.made],
      )
      if (made.length === 0) return { outcome: { kind: 'exists' }, undo: true }
      const reason = log.right === undefined ? undefined : await spendRight(ask, log.right, log.made)
      if (reason !== undefined) return { outcome: { kind: 'no-right', reason }, undo: true }
      if (!(await growLog(ask, log))) throw new Error('a new log has another size')
      return { outcome: { kind: 'created' } }
    })
  }

  async append(change: Append): Promise<AppendOutcome> {
    const outcome = await appendTo(this.#ask, change)
    if (outcome.kind === 'appended') this.#news.tell(change.id)
    return outcome
  }

  async owe(id: string, size: number): Promise<void> {
    await this.#ask('UPDATE log SET owed = greatest(owed, $2) WHERE id = $1', [id, size])
  }

  head(id: string): Promise<LogHead | undefined> {
    return readHead(this.#ask, id)
  }

  async read(range: ReadRange): Promise<readonly StoredRecord[]> {
    const rows = await this.#ask<RecordRow>(
      `SELECT position, time, hash, envelope FROM (
         SELECT position, time, hash, envelope, coalesce(sum(octet_length(envelope)) OVER (ORDER BY position), 0) AS bytes,
           row_number() OVER (ORDER BY position) AS number
         FROM record WHERE log = $1 AND position >= $2 AND position < $3
       ) AS found WHERE bytes <= $4 OR number = 1 ORDER BY position`,
      [range.id, range.from, range.to, range.bytesMax],
    )
    return rows.map(({ position, time, hash, envelope }) => ({
      position,
      time,
      hash,
      envelope: envelope ?? undefined,
    }))
  }

  outline(id: string, from: number, to: number): Promise<readonly OutlineRecord[]> {
    return this.#ask<OutlineRecord>(
      'SELECT position, time, hash FROM record WHERE log = $1 AND position >= $2 AND position < $3 ORDER BY position',
      [id, from, to],
    )
  }

  async tiles(id: string, from: number, to: number): Promise<Uint8Array> {
    const rows = await this.#ask<{ hash: Uint8Array }>(
      'SELECT hash FROM tile WHERE log = $1 AND position >= $2 AND position < $3 ORDER BY position',
      [id, from, to],
    )
    return Buffer.concat(rows.map(({ hash }) => hash))
  }

  find(id: string, hashes: readonly Uint8Array[]): Promise<readonly OutlineRecord[]> {
    return findRecords(this.#ask, id, hashes)
  }

  async destroy(id: string, from: number, to: number): Promise<{ envelopes: number; bytes: number }> {
    const [gone] = await this.#ask<{ envelopes: number; bytes: number }>(destroy, [id, from, to])
    return gone ?? { envelopes: 0, bytes: 0 }
  }

  mintRight(right: NewRight): Promise<MintOutcome> {
    return this.#database.transact(async ask => ({ outcome: await mintRight(ask, right) }))
  }

  async revokeRight(id: string, right: Uint8Array): Promise<number> {
    const [left] = await this.#ask<{ logs: number }>(
      `WITH found AS (SELECT name, logs FROM creation_right WHERE log = $1 AND name = $2 FOR UPDATE),
         revoked AS (UPDATE creation_right SET logs = 0 FROM found WHERE creation_right.name = found.name)
       SELECT logs FROM found`,
      [id, toBuffer(right)],
    )
    return left?.logs ?? 0
  }

  async touch(id: string, used: number): Promise<void> {
    await this.#ask('UPDATE log SET used = $2 WHERE id = $1', [id, used])
  }

  async expire(before: ExpireBefore): Promise<number> {
    const [gone] = await this.#ask<{ logs: number }>(
      `WITH gone AS (DELETE FROM log WHERE size = 0 AND owed = 0 AND used < $1 RETURNING id),
         closed AS (DELETE FROM access WHERE log IN (SELECT id FROM gone)),
         ended AS (DELETE FROM creation_right WHERE (until < $2 AND made < $2) OR log IN (SELECT id FROM gone))
       SELECT count(*)::int AS logs FROM gone`,
      [before.empty, before.rights],
    )
    return gone?.logs ?? 0
  }

  ask<Row extends object>(sql: string, values: readonly StoreValue[]): Promise<Row[]> {
    return this.#ask<Row>(sql, values)
  }

  async usage(): Promise<StoreUsage> {
    const [usage] = await this.#ask<StoreUsage>(
      'SELECT count(*)::int AS logs, coalesce(sum(bytes), 0)::bigint AS bytes FROM log',
      [],
    )
    return usage ?? { logs: 0, bytes: 0 }
  }

  /** Ids of logs in their order, from the one after `after`. */
  async logs(after: string, limit: number): Promise<readonly string[]> {
    const rows = await this.#ask<{ id: string }>('SELECT id FROM log WHERE id > $1 ORDER BY id LIMIT $2', [
      after,
      limit,
    ])
    return rows.map(({ id }) => id)
  }

  rightsOf(id: string): Promise<readonly KeptRight[]> {
    return this.#ask<KeptRight>(
      'SELECT name AS "right", log, minted, logs, made, until FROM creation_right WHERE log = $1',
      [id],
    )
  }

  async keepRight({ right, log, minted, logs, made, until }: KeptRight): Promise<void> {
    await this.#ask(
      `INSERT INTO creation_right (name, log, minted, logs, made, until) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (name) DO UPDATE SET logs = excluded.logs`,
      [toBuffer(right), log, minted, logs, made, until],
    )
  }

  async sizes(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#ask<{ id: string; size: number }>(
      'SELECT id, size FROM log WHERE id = ANY($1::text[])',
      [ids],
    )
    return new Map(rows.map(({ id, size }) => [id, size]))
  }

  /** Who holds the row of the log is alone with it; others wait for their turn, in the order in which they came. */
  async hold<T>(id: string, work: (held: HeldLog) => Promise<T>): Promise<T> {
    let hasGrown = false
    const outcome = await this.#database.transact(async ask => {
      await ask('SELECT id FROM log WHERE id = $1 FOR UPDATE', [id])
      const held: HeldLog = {
        head: asked => readHead(ask, asked),
        find: (asked, hashes) => findRecords(ask, asked, hashes),
        append: async change => {
          const appended = await appendTo(ask, change)
          hasGrown ||= appended.kind === 'appended'
          return appended
        },
      }
      return { outcome: await work(held) }
    })
    if (hasGrown) this.#news.tell(id)
    return outcome
  }

  watch(listener: WatchListener): () => void {
    return this.#news.watch(listener)
  }

  async close(): Promise<void> {
    await this.#database.close()
    await this.#news.close()
  }
}

async function appendTo(ask: Ask, change: Append): Promise<AppendOutcome> {
  try {
    if (await growLog(ask, change)) return { kind: 'appended' }
  } catch (error) {
    if (isRepeatedHash(error)) return { kind: 'duplicate' }
    throw error
  }
  const size = await findSize(ask, change.id)
  return size === undefined ? { kind: 'unknown-log' } : { kind: 'conflict', size }
}

type RecordRow = { position: number; time: number; hash: Uint8Array; envelope: Uint8Array | null }
