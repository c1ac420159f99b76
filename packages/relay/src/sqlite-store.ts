import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { extname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { checkHead } from './check-store.ts'
import { Database } from './sqlite-database.ts'
import { databaseFileName } from './sqlite-file.ts'
import type { Answers, Ask, CallName, Reply, WorkerData } from './sqlite-worker.ts'
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
} from './store.ts'
import { StoreError } from './store.ts'

export type SqliteOptions = {
  readonly folder: string
  /** A ceiling for the database file. Absent: the disk is the ceiling. */
  readonly databaseBytesMax?: number
  /**
   * Above this the write-ahead log is copied into the database file. Large on purpose: while it is not, a plain
   * copy of the folder is complete, whatever the order in which the files are read.
   */
  readonly walBytesMax?: number
}

const walBytesMaxDefault = 64 * 1024 * 1024
const pageBytes = 4096
const lockFileName = 'relay.lock'
const recentLogsMax = 1000
/** What removes something, and says whether there was anything. */
const forgets = /^(DELETE|UPDATE notice SET address = '')/

/** Logs in one SQLite file, durable at each acknowledgement, many appends per fdatasync. */
export class SqliteStore implements Store {
  readonly #writer: StoreThread
  readonly #reader: StoreThread
  readonly #path: string
  readonly #lock: DatabaseSync
  readonly #walFramesMax: number
  #checkpointer: StoreThread | undefined
  #checkpointing: Promise<void> | undefined
  #closing: Promise<void> | undefined

  private constructor(options: SqliteOptions, path: string, lock: DatabaseSync) {
    const { databaseBytesMax } = options
    this.#path = path
    this.#lock = lock
    this.#walFramesMax = Math.ceil((options.walBytesMax ?? walBytesMaxDefault) / pageBytes)
    this.#writer = new StoreThread({ path, role: 'writer', mode: 'write', databaseBytesMax }, frames => {
      const isLarge = frames > this.#walFramesMax
      if (isLarge && this.#closing === undefined) this.#checkpointing ??= this.#checkpoint()
    })
    this.#reader = new StoreThread({ path, role: 'reader', mode: 'read' })
  }

  /**
   * Opens the folder, or makes a new one. Rejects with StoreError `store-in-use`, `store-corrupt`,
   * `store-version` or `store-failed`; then nothing in the folder was changed.
   */
  static async open(options: SqliteOptions): Promise<SqliteStore> {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 })
    const lock = takeLock(join(options.folder, lockFileName))
    const path = join(options.folder, databaseFileName)
    try {
      const database = new Database({ path, mode: 'write', databaseBytesMax: options.databaseBytesMax })
      try {
        for (const id of database.recentLogs(recentLogsMax)) checkHead(path, database, id)
      } finally {
        database.close()
      }
      return new SqliteStore(options, path, lock)
    } catch (error) {
      lock.close()
      throw error
    }
  }

  createLog(log: NewLog): Promise<CreateOutcome> {
    return this.#writer.call('createLog', [log])
  }

  append(change: Append): Promise<AppendOutcome> {
    return this.#writer.call('append', [change])
  }

  owe(id: string, size: number): Promise<void> {
    return this.#writer.call('owe', [id, size])
  }

  mintRight(right: NewRight): Promise<MintOutcome> {
    return this.#writer.call('mintRight', [right])
  }

  revokeRight(id: string, right: Uint8Array): Promise<number> {
    return this.#writer.call('revokeRight', [id, right])
  }

  touch(id: string, used: number): Promise<void> {
    return this.#writer.call('touch', [id, used])
  }

  expire(before: ExpireBefore): Promise<number> {
    return this.#writer.call('expire', [before])
  }

  head(id: string): Promise<LogHead | undefined> {
    return this.#reader.call('head', [id])
  }

  read(range: ReadRange): Promise<readonly StoredRecord[]> {
    return this.#reader.call('read', [range])
  }

  outline(id: string, from: number, to: number): Promise<readonly OutlineRecord[]> {
    return this.#reader.call('outline', [id, from, to])
  }

  tiles(id: string, from: number, to: number): Promise<Uint8Array> {
    return this.#reader.call('tiles', [id, from, to])
  }

  find(id: string, hashes: readonly Uint8Array[]): Promise<readonly OutlineRecord[]> {
    return this.#reader.call('find', [id, hashes])
  }

  async destroy(id: string, from: number, to: number): Promise<{ envelopes: number; bytes: number }> {
    const outcome = await this.#writer.call<{ envelopes: number; bytes: number }>('destroy', [id, from, to])
    // The write-ahead log still holds the pages as they were: empty it, so that the ciphertext is gone from disk.
    if (outcome.envelopes > 0) await this.#writer.call('checkpoint', ['TRUNCATE'])
    return outcome
  }

  usage(): Promise<StoreUsage> {
    return this.#reader.call('usage', [])
  }

  sizes(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.#reader.call('sizes', [ids])
  }

  /** Ids of logs in their order, from the one after `after`. */
  logs(after: string, limit: number): Promise<readonly string[]> {
    return this.#reader.call('logs', [after, limit])
  }

  keepRight(right: KeptRight): Promise<void> {
    return this.#writer.call('keepRight', [right])
  }

  /** What is deleted is gone from disk, as envelopes are. */
  async ask<Row extends object>(sql: string, values: readonly StoreValue[]): Promise<Row[]> {
    const rows = await this.#writer.call<Row[]>('ask', [sql, values])
    if (rows.length > 0 && forgets.test(sql)) await this.#writer.call('checkpoint', ['TRUNCATE'])
    return rows
  }

  /** REL-73: a folder is open in one process at a time, and a log has one queue in it. */
  hold<T>(_id: string, work: (held: HeldLog) => Promise<T>): Promise<T> {
    return work(this)
  }

  watch(): () => void {
    return () => {}
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await this.#checkpointing
    await this.#checkpointer?.close()
    await this.#reader.close()
    // Last, because the last connection to close folds the write-ahead log into the file.
    await this.#writer.close()
    this.#lock.close()
  }

  /**
   * The long part, copying pages, runs beside the writer; only the last few frames and the restart hold it up.
   * A failure here loses nothing and shows again at the next write.
   */
  async #checkpoint(): Promise<void> {
    try {
      this.#checkpointer ??= new StoreThread({ path: this.#path, role: 'checkpointer', mode: 'write' })
      await this.#checkpointer.call('checkpoint', ['PASSIVE'])
      await this.#writer.call('checkpoint', ['RESTART'])
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
    } finally {
      this.#checkpointing = undefined
    }
  }
}

type Waiting = { resolve(value: unknown): void; reject(error: Error): void }

/** The near end of a worker: calls out, replies in, and every caller told when the thread is gone. */
class StoreThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  readonly #outbox: Ask[] = []
  readonly #ended: Promise<void>
  #seq = 0
  #gone: StoreError | undefined

  constructor(data: WorkerData, onWritten?: (walFrames: number) => void) {
    // Beside this file, and with its extension: TypeScript in the repository, JavaScript in a bundle.
    const script = new URL(`./sqlite-worker${extname(import.meta.url)}`, import.meta.url)
    this.#worker = new Worker(script, { workerData: data })
    this.#worker.on('message', ({ replies, walFrames }: Answers) => {
      for (const reply of replies) this.#settle(reply)
      if (walFrames > 0) onWritten?.(walFrames)
    })
    this.#worker.on('error', cause => {
      this.#fail(
        new StoreError(
          'store-failed',
          'The thread that holds the database ended. Everything acknowledged before is kept. Restart the relay.',
          { cause },
        ),
      )
    })
    this.#ended = new Promise(resolve => {
      this.#worker.once('exit', () => {
        this.#fail(closedError())
        resolve()
      })
    })
  }

  call<T>(name: CallName, args: readonly unknown[]): Promise<T> {
    if (this.#gone !== undefined) return Promise.reject(this.#gone)
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const ask: Ask = { seq: ++this.#seq, name, args }
    this.#waiting.set(ask.seq, { resolve, reject })
    if (this.#outbox.length === 0) setImmediate(() => this.#send())
    this.#outbox.push(ask)
    return promise as Promise<T>
  }

  /** What one turn of the event loop asked for goes out together, and so into one transaction. */
  #send(): void {
    const asks = this.#outbox.splice(0)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    this.#worker.postMessage(asks)
  }

  async close(): Promise<void> {
    if (this.#gone === undefined) {
      const closed = this.call('close', [])
      this.#gone = closedError()
      await closed
    }
    await this.#ended
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.seq)
    this.#waiting.delete(reply.seq)
    if (reply.ok) waiting?.resolve(reply.value)
    else waiting?.reject(new StoreError(reply.code, reply.message))
  }

  #fail(error: StoreError): void {
    this.#gone ??= error
    for (const waiting of this.#waiting.values()) waiting.reject(error)
    this.#waiting.clear()
  }
}

function closedError(): StoreError {
  return new StoreError('store-closed', 'The store is closed. Nothing was changed.')
}

/** Held by an open transaction: the operating system lets go of it when the process ends, however it ends. */
function takeLock(path: string): DatabaseSync {
  let lock: DatabaseSync | undefined
  try {
    // Only where there is none: closing a file lets go of every lock that this process holds on it.
    if (!existsSync(path)) closeSync(openSync(path, 'wx', 0o600))
    lock = new DatabaseSync(path, { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (cause) {
    lock?.close()
    const isTaken = cause instanceof Error && 'errcode' in cause && cause.errcode === 5
    if (isTaken)
      throw new StoreError(
        'store-in-use',
        `Another process has ${path} open. Nothing was changed. Stop the other relay, or choose another folder.`,
        { cause },
      )
    throw new StoreError(
      'store-failed',
      `${path} could not be opened. Nothing was changed. Check the permissions of the folder, and the room on its disk.`,
      { cause },
    )
  }
}
