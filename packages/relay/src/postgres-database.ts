import type { Client, Pool, PoolClient, PoolConfig, QueryResultRow } from 'pg'
import { toStoreError } from './postgres-error.ts'
import { bringForward } from './postgres-schema.ts'
import { StoreError } from './store.ts'

/** Connections of one relay: as many statements of different logs wait for the disk side by side. */
const connectionsMax = 16
const connectMsMax = 10_000
const statementMsMax = 30_000
/** A relay that stops in the middle of a change lets go of the log after this, and the change is undone. */
const idleInChangeMsMax = 10_000

/** What a database must keep to, and does unless somebody changed it: what is acknowledged is on its disk, and a change sees the newest row. */
const settings: readonly (readonly [name: string, isWrong: (value: string) => boolean])[] = [
  ['fsync', value => value !== 'on'],
  ['synchronous_commit', value => value === 'off'],
  ['default_transaction_isolation', value => value !== 'read committed'],
]

/** Of the numbers that columns hold, none is larger than 2^53. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  16: text => text === 't',
  17: text => Buffer.from(text.slice(2), 'hex'),
  20: Number,
  23: Number,
}

/** Runs one statement; named, so that the server reads each text once a connection. */
export type Ask = <Row extends QueryResultRow>(text: string, values: readonly unknown[]) => Promise<Row[]>

/** The way to one database. Throws StoreError, with words that show nothing of the way in. */
export class PostgresDatabase {
  readonly #pool: Pool
  readonly #makeClient: () => Client
  /** Whether a refused statement means that the store was closed. */
  #isClosed = false
  readonly #running = new Set<Promise<unknown>>()
  /** Names the database for the operator, without user or password. */
  readonly place: string

  private constructor(driver: typeof import('pg'), url: string) {
    this.#pool = new driver.Pool(configOf(url))
    this.#makeClient = () => new driver.Client(configOf(url))
    this.place = placeOf(url)
    // A connection that breaks while nobody uses it is replaced when one is needed.
    this.#pool.on('error', leaveToNext)
  }

  /** Opens the database and brings it to the present form. */
  static async open(url: string): Promise<PostgresDatabase> {
    const database = new PostgresDatabase(await loadDriver(placeOf(url)), url)
    const { place } = database
    try {
      await database.#withClient(async client => {
        for (const [name, isWrong] of settings) {
          const [row] = (await database.#guard(client.query<Record<string, string>>(`SHOW ${name}`))).rows
          const value = row?.[name] ?? ''
          if (isWrong(value))
            throw new StoreError(
              'store-failed',
              `${place} is set to ${name} = ${value}, with which what was acknowledged could be lost. Nothing was changed. ` +
                'Change that in the database, or for this user.',
            )
        }
        await database.#guard(bringForward(place, client))
      })
      return database
    } catch (error) {
      await database.#pool.end()
      throw error
    }
  }

  /** A connection of its own, for whoever keeps it; rejects with the driver's own errors. */
  async connect(): Promise<Client> {
    const client = this.#makeClient()
    client.on('error', leaveToNext)
    await client.connect()
    return client
  }

  /** One statement, a change by itself. */
  ask<Row extends QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.#run(async () => {
      const asked = this.#pool.query<Row>({ name: nameOf(text), text, values: [...values] })
      return (await this.#guard(asked)).rows
    })
  }

  /** What `work` asks is one change: all of it or, where it throws or answers `undo`, nothing. */
  transact<T>(work: (ask: Ask) => Promise<{ readonly outcome: T; readonly undo?: boolean }>): Promise<T> {
    return this.#withClient(async client => {
      const ask: Ask = async (text, values) =>
        (await this.#guard(client.query({ name: nameOf(text), text, values: [...values] }))).rows
      await this.#guard(client.query('BEGIN'))
      const { outcome, undo = false } = await work(ask)
      await this.#guard(client.query(undo ? 'ROLLBACK' : 'COMMIT'))
      return outcome
    })
  }

  /** Finishes what was asked before. */
  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    await Promise.allSettled(this.#running)
    await this.#pool.end()
  }

  #withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.#run(async () => {
      const client = await this.#guard(this.#pool.connect())
      client.on('error', leaveToNext)
      try {
        const value = await work(client)
        client.off('error', leaveToNext)
        client.release()
        return value
      } catch (error) {
        // Whatever state it is in: a connection that is closed undoes what it had begun.
        client.release(true)
        throw error
      }
    })
  }

  /** What the driver throws is told in the store's words; what we throw ourselves is left as it is. */
  #guard<T>(asked: Promise<T>): Promise<T> {
    return asked.catch((error: unknown) => {
      throw toStoreError(this.place, error)
    })
  }

  async #run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new StoreError('store-closed', 'The store is closed. Nothing was changed.')
    const running = work()
    this.#running.add(running)
    try {
      return await running
    } finally {
      this.#running.delete(running)
    }
  }
}

/** A connection may break between two statements: the next one says so. Unheard, it would end the process. */
function leaveToNext(): void {}

const names = new Map<string, string>()
function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = `goodoffices-${names.size}`
  names.set(text, name)
  return name
}

/** Host and database. The rest of an address may be a secret. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'The database'
  const { hostname, pathname, searchParams } = new URL(url)
  return `The database ${searchParams.get('host') ?? hostname}${pathname}`
}

async function loadDriver(place: string): Promise<typeof import('pg')> {
  try {
    return await import('pg')
  } catch (cause) {
    throw new StoreError(
      'store-failed',
      `${place} needs the package "pg", which is not installed. Nothing was changed. Install it: npm install pg`,
      { cause },
    )
  }
}

/**
 * A plan that is kept costs the database a third less than one made anew to leave out the parts of other logs. Where an engine does not
 * know the word, it plans as it likes.
 */
function keepPlans(client: PoolClient, done: () => void): void {
  client.query('SET plan_cache_mode = force_generic_plan', () => done())
}

function configOf(url: string): PoolConfig {
  return {
    connectionString: url,
    application_name: 'goodoffices',
    max: connectionsMax,
    connectionTimeoutMillis: connectMsMax,
    statement_timeout: statementMsMax,
    idle_in_transaction_session_timeout: idleInChangeMsMax,
    keepAlive: true,
    verify: keepPlans,
    types: { getTypeParser: (oid: number) => parsers[oid] ?? String },
  }
}
