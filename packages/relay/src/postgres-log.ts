import type { Ask } from './postgres-database.ts'
import { type AccessRow, type Append, type LogHead, type OutlineRecord, tileLeaves } from './store.ts'

const hashBytes = 32

/**
 * Writes a change if the log has the size that it was computed against. The row of the log is the lock: whoever comes second waits for
 * it, and then finds another size.
 */
const grow = `
WITH grown AS (
  UPDATE log SET size = size + cardinality($3::bigint[]), bytes = bytes + octet_length($5::bytea),
    time = coalesce($7::bigint, time), frontier = $8
  WHERE id = $1 AND size = $2 AND owed <= $17 RETURNING id
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

/** Whether the log was as the change was computed against it; otherwise nothing was written. */
export async function growLog(ask: Ask, change: Append): Promise<boolean> {
  const { id, expect, owed, records, frontier, access, tiles } = change
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
    owed,
  ])
  return row?.grown === 1
}

/** Why a change was not made: the size that the log has, if there is one. */
export async function findSize(ask: Ask, id: string): Promise<number | undefined> {
  const [log] = await ask<{ size: number }>('SELECT size FROM log WHERE id = $1', [id])
  return log?.size
}

export async function readHead(ask: Ask, id: string): Promise<LogHead | undefined> {
  // One statement, so that log and access come from the same moment.
  const rows = await ask<HeadRow>(
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

export function findRecords(
  ask: Ask,
  id: string,
  hashes: readonly Uint8Array[],
): Promise<readonly OutlineRecord[]> {
  return ask<OutlineRecord>(
    'SELECT position, time, hash FROM record WHERE log = $1 AND hash = ANY($2::bytea[])',
    [id, hashes.map(toBuffer)],
  )
}

export function toBuffer(bytes: Uint8Array): Buffer {
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
