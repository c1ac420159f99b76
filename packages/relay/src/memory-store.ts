import { DatabaseSync } from 'node:sqlite'
import { noticeTables } from './notice-schema.ts'
import { askStatement } from './sqlite-ask.ts'
import type {
  AccessRow,
  Append,
  AppendOutcome,
  CreateOutcome,
  ExpireBefore,
  HeldLog,
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
import { StoreError } from './store.ts'

type MemoryRight = {
  readonly log: string
  readonly minted: number
  readonly made: number
  readonly until: number
  logs: number
}

type MemoryLog = {
  readonly records: StoredRecord[]
  readonly positions: Map<string, number>
  readonly access: AccessRow[]
  readonly tiles: Uint8Array[]
  bytes: number
  owed: number
  readonly mints: boolean
  used: number
  frontier: Uint8Array
}

/** A store that forgets at the end of the process: for simulation and tests. */
export class MemoryStore implements Store {
  readonly #logs = new Map<string, MemoryLog>()
  readonly #rights = new Map<string, MemoryRight>()
  readonly #listeners = new Set<WatchListener>()
  #beside: DatabaseSync | undefined
  #closed = false

  async createLog(log: NewLog): Promise<CreateOutcome> {
    this.#assertOpen()
    if (this.#logs.has(log.id)) return { kind: 'exists' }
    if (log.right !== undefined) {
      const right = this.#rights.get(hashName(log.right))
      if (right === undefined) return { kind: 'no-right', reason: 'unknown' }
      if (right.until <= log.made) return { kind: 'no-right', reason: 'expired' }
      if (right.logs === 0) return { kind: 'no-right', reason: 'spent' }
      right.logs -= 1
    }
    const created: MemoryLog = {
      records: [],
      positions: new Map(),
      access: [],
      tiles: [],
      bytes: 0,
      owed: 0,
      mints: log.mints ?? log.right === undefined,
      used: log.made,
      frontier: new Uint8Array(),
    }
    write(created, log)
    this.#logs.set(log.id, created)
    return { kind: 'created' }
  }

  async append(change: Append): Promise<AppendOutcome> {
    this.#assertOpen()
    const log = this.#logs.get(change.id)
    if (log === undefined) return { kind: 'unknown-log' }
    if (log.records.length !== change.expect || log.owed > change.owed)
      return { kind: 'conflict', size: log.records.length }
    const names = new Set(change.records.map(record => hashName(record.hash)))
    if (names.size < change.records.length || [...names].some(name => log.positions.has(name)))
      return { kind: 'duplicate' }
    write(log, change)
    for (const listener of this.#listeners) listener(change.id)
    return { kind: 'appended' }
  }

  async owe(id: string, size: number): Promise<void> {
    this.#assertOpen()
    const log = this.#logs.get(id)
    if (log !== undefined) log.owed = Math.max(log.owed, size)
  }

  async head(id: string): Promise<LogHead | undefined> {
    this.#assertOpen()
    const log = this.#logs.get(id)
    if (log === undefined) return undefined
    return {
      id,
      size: log.records.length,
      bytes: log.bytes,
      time: log.records.at(-1)?.time ?? 0,
      frontier: log.frontier,
      owed: log.owed,
      mints: log.mints,
      used: log.used,
      access: [...log.access],
    }
  }

  async read(range: ReadRange): Promise<readonly StoredRecord[]> {
    this.#assertOpen()
    const found: StoredRecord[] = []
    let bytes = 0
    for (const record of this.#logs.get(range.id)?.records.slice(range.from, range.to) ?? []) {
      bytes += record.envelope?.length ?? 0
      if (bytes > range.bytesMax && found.length > 0) break
      found.push(record)
    }
    return found
  }

  async outline(id: string, from: number, to: number): Promise<readonly OutlineRecord[]> {
    this.#assertOpen()
    const records = this.#logs.get(id)?.records.slice(from, to) ?? []
    return records.map(({ position, time, hash }) => ({ position, time, hash }))
  }

  async tiles(id: string, from: number, to: number): Promise<Uint8Array> {
    this.#assertOpen()
    return Buffer.concat((this.#logs.get(id)?.tiles ?? []).slice(from, to))
  }

  async find(id: string, hashes: readonly Uint8Array[]): Promise<readonly OutlineRecord[]> {
    this.#assertOpen()
    const log = this.#logs.get(id)
    return hashes.flatMap(hash => {
      const record = log?.records[log.positions.get(hashName(hash)) ?? -1]
      return record === undefined ? [] : [{ position: record.position, time: record.time, hash }]
    })
  }

  async destroy(id: string, from: number, to: number): Promise<{ envelopes: number; bytes: number }> {
    this.#assertOpen()
    const log = this.#logs.get(id)
    let envelopes = 0
    let bytes = 0
    for (const record of log?.records.slice(from, to) ?? []) {
      if (log === undefined || record.envelope === undefined) continue
      log.records[record.position] = { ...record, envelope: undefined }
      log.bytes -= record.envelope.length
      bytes += record.envelope.length
      envelopes += 1
    }
    return { envelopes, bytes }
  }

  async mintRight(asked: NewRight): Promise<MintOutcome> {
    this.#assertOpen()
    const { log, logs, made, until, since, logsMax } = asked
    if (!this.#logs.has(log)) return { kind: 'unknown-log' }
    const known = this.#rights.get(hashName(asked.right))
    if (known !== undefined)
      return known.log === log ? { kind: 'minted', logs: known.logs, until: known.until } : { kind: 'taken' }
    const recent = [...this.#rights.values()].filter(right => right.log === log && right.made > since)
    if (recent.reduce((sum, { minted }) => sum + minted, logs) > logsMax)
      return { kind: 'over', oldest: Math.min(made, ...recent.map(right => right.made)) }
    this.#rights.set(hashName(asked.right), { log, minted: logs, made, until, logs })
    return { kind: 'minted', logs, until }
  }

  async revokeRight(id: string, name: Uint8Array): Promise<number> {
    this.#assertOpen()
    const right = this.#rights.get(hashName(name))
    if (right === undefined || right.log !== id) return 0
    const { logs } = right
    right.logs = 0
    return logs
  }

  async touch(id: string, used: number): Promise<void> {
    this.#assertOpen()
    const log = this.#logs.get(id)
    if (log !== undefined) log.used = used
  }

  async expire(before: ExpireBefore): Promise<number> {
    this.#assertOpen()
    const unused = [...this.#logs].flatMap(([id, log]) =>
      log.records.length === 0 && log.owed === 0 && log.used < before.empty ? [id] : [],
    )
    for (const id of unused) this.#logs.delete(id)
    for (const [name, { log, made, until }] of this.#rights)
      if ((until < before.rights && made < before.rights) || !this.#logs.has(log)) this.#rights.delete(name)
    return unused.length
  }

  async usage(): Promise<StoreUsage> {
    this.#assertOpen()
    let bytes = 0
    for (const log of this.#logs.values()) bytes += log.bytes
    return { logs: this.#logs.size, bytes }
  }

  async sizes(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    this.#assertOpen()
    return new Map(
      ids.flatMap(id => {
        const log = this.#logs.get(id)
        return log === undefined ? [] : [[id, log.records.length] as const]
      }),
    )
  }

  /** Others may come between: whoever holds it finds another size, and tries again. */
  hold<T>(_id: string, work: (held: HeldLog) => Promise<T>): Promise<T> {
    return work(this)
  }

  watch(listener: WatchListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async ask<Row extends object>(sql: string, values: readonly StoreValue[]): Promise<Row[]> {
    this.#assertOpen()
    if (this.#beside === undefined) {
      this.#beside = new DatabaseSync(':memory:')
      for (const table of noticeTables) this.#beside.exec(table)
    }
    return askStatement<Row>(this.#beside.prepare(sql), values)
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#beside?.close()
    this.#beside = undefined
  }

  #assertOpen(): void {
    if (this.#closed) throw new StoreError('store-closed', 'The store is closed. Nothing was changed.')
  }
}

function write(log: MemoryLog, change: Append): void {
  for (const { time, hash, envelope } of change.records) {
    const position = log.records.length
    log.records.push({ position, time, hash, envelope })
    log.positions.set(hashName(hash), position)
    log.bytes += envelope?.length ?? 0
  }
  log.access.push(...change.access)
  log.tiles.push(...change.tiles)
  log.frontier = change.frontier
}

function hashName(hash: Uint8Array): string {
  return Buffer.from(hash).toString('latin1')
}
