import { type Ask, PostgresDatabase } from './postgres-database.ts'
import { isRepeatedHash } from './postgres-error.ts'
import { mintRight, spendRight } from './postgres-rights.ts'
import type {
  AccessRow,
  Append,
  AppendOutcome,
  CreateOutcome,
  ExpireBefore,
  LogHead,
  MintOutcome,
  NewLog,
  NewRight,
  OutlineRecord,
  ReadRange,
  Store,
  StoredRecord,
  StoreUsage,
} from './store.ts'
import { tileLeaves } from './store.ts'

const hashBytes = 32

/**
 * Writes a change if the log has the size that it was computed against. The row of the log is the lock: whoever comes second waits for
 * it, and then finds another size.
 */
const grow = `
WITH grown AS (
  UPDATE log SET size = size + cardinality($3::bigint[]), bytes = bytes + octet_length($5::bytea),
    time = coalesce($7::bigint, time), frontier = $8
  WHERE id = $1 AND size = $2 RETURNING id
), written AS (
  INSERT INTO record (log, position, time, hash, envelope)
  SELECT grown.id, $2::bigint + new.place - 1, new.time, substring($4::bytea FROM (${hashBytes} * (new.place - 1) + 1)::int FOR ${hashBytes}),
    CASE WHEN new.length IS NOT NULL THEN substring($5::bytea FROM new.start FOR new.length) END
  FROM grown CROSS JOIN unnest($3::bigint[], $6::int[], $9::int[]) WITH ORDINALITY AS new (time, start, length, place)
), begun AS (
  INSERT INTO access (log, epoch, key, steward, party, start, frontier)
  SELECT grown.id, new.* FROM grown CROSS JOIN unnest($10::bigint[], $11::bytea[], $12::bytea[], $13::bytea[], $14::bigint[], $15::bytea[]) AS new
), tiled AS (
  INSERT INTO tile (log, position, hash)
  SELECT grown.id, $2::bigint / ${tileLeaves} + new.place - 1, new.hash FROM grown CROSS JOIN unnest($16::bytea[]) WITH ORDINALITY AS new (hash, place)
)
SELECT count(*)::int AS grown FROM grown`

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

  private constructor(database: PostgresDatabase) {
    this.#database = database
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
    await this.#database.ask('UPDATE store_form SET relay = $1 WHERE relay IS NULL', [verifierKey])
    return (await this.owner()) ?? verifierKey
  }

  async owner(): Promise<string | undefined> {
    const [row] = await this.#database.ask<{ relay: string | null }>('SELECT relay FROM store_form', [])
    return row?.relay ?? undefined
  }

  createLog(log: NewLog): Promise<CreateOutcome> {
    return this.#database.transact<CreateOutcome>(async ask => {
      const made = await ask(
        `INSERT INTO log (id, size, bytes, time, frontier, owed, mints, used) VALUES ($1, 0, 0, 0, '', 0, $2, $3)
         ON CONFLICT (id) DO NOTHING RETURNING id`,
        [log.id, log.right === undefined, log.made],
      )
      if (made.length === 0) return { outcome: { kind: 'exists' }, undo: true }
      const reason = log.right === undefined ? undefined : await spendRight(ask, log.right, log.made)
      if (reason !== undefined) return { outcome: { kind: 'no-right', reason }, undo: true }
      if (!(await growLog(ask, log))) throw new Error('a new log has another size')
      return { outcome: { kind: 'created' } }
    })
  }

  async append(change: Append): Promise<AppendOutcome> {
    try {
      if (await growLog((text, values) => this.#database.ask(text, values), change))
        return { kind: 'appended' }
    } catch (error) {
      if (error instanceof Error && isRepeatedHash(error.cause)) return { kind: 'duplicate' }
      throw error
    }
    const [log] = await this.#database.ask<{ size: number }>('SELECT size FROM log WHERE id = $1', [
      change.id,
    ])
    return log === undefined ? { kind: 'unknown-log' } : { kind: 'conflict', size: log.size }
  }

  async owe(id: string, size: number): Promise<void> {
    await this.#database.ask('UPDATE log SET owed = greatest(owed, $2) WHERE id = $1', [id, size])
  }

  async head(id: string): Promise<LogHead | undefined> {
    // One statement, so that log and access come from the same moment.
    const rows = await this.#database.ask<HeadRow>(
      `SELECT log.size, log.bytes, log.time, log.frontier, log.owed, log.mints, log.used,
        access.epoch, access.key, access.steward, access.party, access.start, access.frontier AS reached
       FROM log JOIN access ON access.log = log.id WHERE log.id = $1 ORDER BY access.epoch`,
      [id],
    )
    const [first] = rows
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
    return { id, size, bytes, time, frontier, owed, mints, used, access }
  }

  async read(range: ReadRange): Promise<readonly StoredRecord[]> {
    const rows = await this.#database.ask<RecordRow>(
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
    return this.#database.ask<OutlineRecord>(
      'SELECT position, time, hash FROM record WHERE log = $1 AND position >= $2 AND position < $3 ORDER BY position',
      [id, from, to],
    )
  }

  async tiles(id: string, from: number, to: number): Promise<Uint8Array> {
    const rows = await this.#database.ask<{ hash: Uint8Array }>(
      'SELECT hash FROM tile WHERE log = $1 AND position >= $2 AND position < $3 ORDER BY position',
      [id, from, to],
    )
    return Buffer.concat(rows.map(({ hash }) => hash))
  }

  find(id: string, hashes: readonly Uint8Array[]): Promise<readonly OutlineRecord[]> {
    return this.#database.ask<OutlineRecord>(
      'SELECT position, time, hash FROM record WHERE log = $1 AND hash = ANY($2::bytea[])',
      [id, hashes.map(toBuffer)],
    )
  }

  async destroy(id: string, from: number, to: number): Promise<{ envelopes: number; bytes: number }> {
    const [gone] = await this.#database.ask<{ envelopes: number; bytes: number }>(destroy, [id, from, to])
    return gone ?? { envelopes: 0, bytes: 0 }
  }

  mintRight(right: NewRight): Promise<MintOutcome> {
    return this.#database.transact(async ask => ({ outcome: await mintRight(ask, right) }))
  }

  async revokeRight(id: string, right: Uint8Array): Promise<number> {
    const [left] = await this.#database.ask<{ logs: number }>(
      `WITH found AS (SELECT name, logs FROM creation_right WHERE log = $1 AND name = $2 FOR UPDATE),
         revoked AS (UPDATE creation_right SET logs = 0 FROM found WHERE creation_right.name = found.name)
       SELECT logs FROM found`,
      [id, toBuffer(right)],
    )
    return left?.logs ?? 0
  }

  async touch(id: string, used: number): Promise<void> {
    await this.#database.ask('UPDATE log SET used = $2 WHERE id = $1', [id, used])
  }

  async expire(before: ExpireBefore): Promise<number> {
    const [gone] = await this.#database.ask<{ logs: number }>(
      `WITH gone AS (DELETE FROM log WHERE size = 0 AND owed = 0 AND used < $1 RETURNING id),
         closed AS (DELETE FROM access WHERE log IN (SELECT id FROM gone)),
         ended AS (DELETE FROM creation_right WHERE (until < $2 AND made < $2) OR log IN (SELECT id FROM gone))
       SELECT count(*)::int AS logs FROM gone`,
      [before.empty, before.rights],
    )
    return gone?.logs ?? 0
  }

  async usage(): Promise<StoreUsage> {
    const [usage] = await this.#database.ask<StoreUsage>(
      'SELECT count(*)::int AS logs, coalesce(sum(bytes), 0)::bigint AS bytes FROM log',
      [],
    )
    return usage ?? { logs: 0, bytes: 0 }
  }

  close(): Promise<void> {
    return this.#database.close()
  }
}

/** Whether the log had the size that the change was computed against; otherwise nothing was written. */
async function growLog(ask: Ask, { id, expect, records, frontier, access, tiles }: Append): Promise<boolean> {
  const envelopes = records.flatMap(({ envelope }) => (envelope === undefined ? [] : [envelope]))
  let end = 1
  const starts = records.map(({ envelope }) => {
    const start = end
    end += envelope?.length ?? 0
    return start
  })
  const [row] = await ask<{ grown: number }>(grow, [
    id,
    expect,
    records.map(({ time }) => time),
    // In one piece, since an array of bytes goes over the line as text of twice the length.
    Buffer.concat(records.map(({ hash }) => hash)),
    Buffer.concat(envelopes),
    starts,
    records.at(-1)?.time ?? null,
    toBuffer(frontier),
    records.map(({ envelope }) => envelope?.length ?? null),
    access.map(({ epoch }) => epoch),
    access.map(({ key }) => toBuffer(key)),
    access.map(({ steward }) => (steward === undefined ? null : toBuffer(steward))),
    access.map(({ party }) => (party === undefined ? null : toBuffer(party))),
    access.map(({ from }) => from),
    access.map(row => toBuffer(row.frontier)),
    tiles.map(toBuffer),
  ])
  return row?.grown === 1
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

type HeadRow = {
  size: number
  bytes: number
  time: number
  frontier: Uint8Array
  owed: number
  mints: boolean
  used: number
  epoch: number
  key: Uint8Array
  steward: Uint8Array | null
  party: Uint8Array | null
  start: number
  reached: Uint8Array
}
type RecordRow = { position: number; time: number; hash: Uint8Array; envelope: Uint8Array | null }
