import type { Client } from 'pg'
import type { WatchListener } from './store.ts'

const channel = 'goodoffices'
/** A connection that broke is made again after this. */
const againMs = 1_000
/** Whoever wrote may have ended before it could say so: all is looked at this often. */
const lookMs = 10_000

/**
 * The connection by which relays over one database tell each other which logs have grown: the id and nothing else, once for
 * everything that became durable while the last word was on its way.
 */
export class PostgresNews {
  readonly #connect: () => Promise<Client>
  readonly #listeners = new Set<WatchListener>()
  readonly #untold = new Set<string>()
  readonly #closing = new AbortController()
  readonly #looking: NodeJS.Timeout
  readonly #kept: Promise<void>
  #client: Client | undefined
  #telling: Promise<void> | undefined

  constructor(connect: () => Promise<Client>) {
    this.#connect = connect
    this.#looking = setInterval(() => this.#hear(undefined), lookMs).unref()
    this.#kept = this.#keep()
  }

  watch(listener: WatchListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The log has grown here. Nobody waits for that to arrive. */
  tell(id: string): void {
    this.#untold.add(id)
    this.#telling ??= this.#tellAll()
  }

  async close(): Promise<void> {
    this.#closing.abort()
    clearInterval(this.#looking)
    await this.#telling
    await this.#client?.end()
    await this.#kept
  }

  #hear(id: string | undefined): void {
    for (const listener of this.#listeners) listener(id)
  }

  async #tellAll(): Promise<void> {
    // One turn of the event loop, so that what became durable together goes together.
    await Promise.resolve()
    while (this.#untold.size > 0 && this.#client !== undefined) {
      const ids = [...this.#untold]
      this.#untold.clear()
      try {
        await this.#client.query(`SELECT pg_notify('${channel}', id) FROM unnest($1::text[]) AS id`, [ids])
      } catch {
        for (const id of ids) this.#untold.add(id)
        break
      }
    }
    this.#telling = undefined
  }

  async #keep(): Promise<void> {
    const { signal } = this.#closing
    while (!signal.aborted) {
      try {
        await this.#follow(await this.#connect())
      } catch {
        // It is tried again, and meanwhile what grows is looked at.
      }
      this.#client = undefined
      if (!signal.aborted) await pause(againMs, signal)
    }
  }

  /** Resolves when the connection has ended. */
  async #follow(client: Client): Promise<void> {
    const ended = new Promise<void>(resolve => client.once('end', resolve))
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    const own = rows[0]?.pid
    client.on('notification', ({ channel: heard, payload, processId }) => {
      if (heard === channel && processId !== own) this.#hear(payload)
    })
    // What is told here is durable already.
    await client.query('SET synchronous_commit = off')
    await client.query(`LISTEN ${channel}`)
    if (this.#closing.signal.aborted) return client.end()
    this.#client = client
    this.#hear(undefined)
    if (this.#untold.size > 0) this.#telling ??= this.#tellAll()
    await ended
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
