/** The registrations of notices in a store: one wording for every engine, since each is asked in the same language. */

import type { StoreAsk } from './store.ts'

/** What a device asks for. */
export type Registration = {
  readonly holder: string
  readonly name: string
  readonly way: string
  readonly address: string
  readonly language: string
  /** Whether each notice waits for a while that is left to chance. */
  readonly delayed: boolean
}

/** A log that is told of, as long as this is its epoch. */
export type ToldLog = { readonly log: string; readonly epoch: number }

export type KeptNotice = Registration & {
  /** Whether a code was sent there and is waited for. */
  readonly awaits: boolean
  readonly logs: readonly ToldLog[]
}

/** Somebody who is to be told of an envelope: when they were told last, at this address. */
export type Waiting = Pick<Registration, 'holder' | 'name' | 'way' | 'delayed'> & { readonly told: number }

type Row = {
  readonly holder: string
  readonly name: string
  readonly way: string
  readonly address: string
  readonly language: string
  readonly delayed: number
  readonly code: string | null
  readonly told: number
}

const toRegistration = ({ holder, name, way, address, language, delayed }: Row): Registration => ({
  holder,
  name,
  way,
  address,
  language,
  delayed: delayed === 1,
})

const batch = 16
const insertLogs = `INSERT INTO notice_log (holder, name, log, epoch) VALUES ${Array.from(
  { length: batch },
  (_, i) => `($1, $2, $${2 * i + 3}, $${2 * i + 4})`,
).join(', ')} ON CONFLICT (holder, name, log) DO NOTHING`

export class NoticeTable {
  readonly #ask: StoreAsk

  constructor(ask: StoreAsk) {
    this.#ask = ask
  }

  /** A registration again replaces its logs and says that its device is there; whether its address was confirmed stays as it was. */
  async keep(registration: Registration, logs: readonly ToldLog[], now: number): Promise<void> {
    const { holder, name, way, address, language, delayed } = registration
    await this.#ask(
      `INSERT INTO notice (holder, name, way, address, language, delayed, code, tries, asked, seen, told, news, due)
       VALUES ($1, $2, $3, $4, $5, $6, NULL, 0, 0, $7, 0, 0, 0)
       ON CONFLICT (holder, name) DO UPDATE SET address = $4, language = $5, delayed = $6, seen = $7, news = 0, due = 0`,
      [holder, name, way, address, language, delayed ? 1 : 0, now],
    )
    await this.#ask('DELETE FROM notice_log WHERE holder = $1 AND name = $2', [holder, name])
    for (let at = 0; at < logs.length; at += batch) {
      // Always as many, so that it is one statement: the last is said again until there are enough.
      const said = Array.from({ length: batch }, (_, i) => logs[Math.min(at + i, logs.length - 1)])
      const values = said.flatMap(each => [each?.log ?? '', each?.epoch ?? 0])
      await this.#ask(insertLogs, [holder, name, ...values])
    }
  }

  async of(holder: string): Promise<readonly KeptNotice[]> {
    const rows = await this.#ask<Row>('SELECT * FROM notice WHERE holder = $1 ORDER BY name', [holder])
    const logs = await this.#ask<ToldLog & { readonly name: string }>(
      'SELECT name, log, epoch FROM notice_log WHERE holder = $1 ORDER BY log',
      [holder],
    )
    return rows.map(row => ({
      ...toRegistration(row),
      awaits: row.code !== null,
      logs: logs.filter(({ name }) => name === row.name).map(({ log, epoch }) => ({ log, epoch })),
    }))
  }

  /** Forgets what a log holds under a name. Returns whether there was anything. */
  async drop(holder: string, name: string): Promise<boolean> {
    await this.#ask('DELETE FROM notice_log WHERE holder = $1 AND name = $2', [holder, name])
    const gone = await this.#ask('DELETE FROM notice WHERE holder = $1 AND name = $2 RETURNING name', [
      holder,
      name,
    ])
    return gone.length > 0
  }

  /** Forgets an address, whoever registered it. */
  async dropAddress(name: string): Promise<void> {
    await this.#ask('DELETE FROM notice_log WHERE name = $1', [name])
    await this.#ask('DELETE FROM notice WHERE name = $1 RETURNING name', [name])
  }

  /** In which language an address is told; undefined where it is none's. */
  async languageOf(name: string): Promise<string | undefined> {
    const [row] = await this.#ask<Row>('SELECT * FROM notice WHERE name = $1 LIMIT 1', [name])
    return row?.language
  }

  /** From here on nothing goes there but this code, until it comes back. */
  async awaitCode(
    { holder, name }: Registration,
    code: { readonly hash: string; readonly tries: number; readonly asked: number },
  ): Promise<void> {
    await this.#ask('UPDATE notice SET code = $3, tries = $4, asked = $5 WHERE holder = $1 AND name = $2', [
      holder,
      name,
      code.hash,
      code.tries,
      code.asked,
    ])
  }

  /** Whether this is the code that was sent since `after`; a wrong one counts as a try, and after the last none is right. */
  async confirm(
    holder: string,
    name: string,
    code: { readonly hash: string; readonly after: number },
  ): Promise<boolean> {
    const right = await this.#ask(
      'UPDATE notice SET code = NULL WHERE holder = $1 AND name = $2 AND code = $3 AND asked >= $4 AND tries > 0 RETURNING name',
      [holder, name, code.hash, code.after],
    )
    if (right.length > 0) return true
    await this.#ask('UPDATE notice SET tries = tries - 1 WHERE holder = $1 AND name = $2 AND tries > 0', [
      holder,
      name,
    ])
    return false
  }

  /** Who is told of what came in a log in this epoch. */
  async toBeTold({ log, epoch }: ToldLog): Promise<readonly Waiting[]> {
    const rows = await this.#ask<Row & { readonly last: number }>(
      `SELECT notice.*, (SELECT max(same.told) FROM notice AS same WHERE same.name = notice.name) AS last
       FROM notice_log JOIN notice ON notice.holder = notice_log.holder AND notice.name = notice_log.name
       WHERE notice_log.log = $1 AND notice_log.epoch = $2 AND notice.code IS NULL`,
      [log, epoch],
    )
    return rows.map(row => ({ ...toRegistration(row), told: row.last }))
  }

  /** Somebody is to be told of what came by `news`: at `due`, unless they are to be told before that. */
  async setDue(
    { holder, name }: Pick<Registration, 'holder' | 'name'>,
    at: { readonly news: number; readonly due: number },
  ): Promise<void> {
    await this.#ask(
      'UPDATE notice SET news = $3, due = CASE WHEN due = 0 THEN $4 ELSE due END WHERE holder = $1 AND name = $2',
      [holder, name, at.news, at.due],
    )
  }

  /** Whose devices are to be told, and since when. */
  waiting(): Promise<readonly { readonly holder: string; readonly news: number }[]> {
    return this.#ask('SELECT holder, news FROM notice WHERE due > 0', [])
  }

  /** Somebody is there: whatever was to be told, they see. */
  async see(holder: string, now: number): Promise<void> {
    await this.#ask('UPDATE notice SET seen = $2, news = 0, due = 0 WHERE holder = $1', [holder, now])
  }

  /** Takes what is due, at most so many: of relays that share a store, each notice is given to one. */
  async claim(now: number, max: number): Promise<readonly (Registration & { readonly told: number })[]> {
    const rows = await this.#ask<Row>(
      `UPDATE notice SET told = $1, news = 0, due = 0 WHERE due > 0 AND due <= $1
       AND (holder, name) IN (SELECT holder, name FROM notice WHERE due > 0 AND due <= $1 ORDER BY due LIMIT $2)
       RETURNING *`,
      [now, max],
    )
    return rows.map(row => ({ ...toRegistration(row), told: row.told }))
  }

  /**
   * A log's epoch began. What was registered for the ones before is told no more; and what the log holds itself may be of a device that was
   * taken out: its address is forgotten, but for one that was confirmed, and nothing is told there until a device asks again.
   */
  async end(log: string, epoch: number): Promise<void> {
    await this.#ask('DELETE FROM notice_log WHERE log = $1 AND epoch < $2', [log, epoch])
    await this.#ask('DELETE FROM notice_log WHERE holder = $1', [log])
    await this.#ask('UPDATE notice SET news = 0, due = 0 WHERE holder = $1', [log])
    await this.#ask(`UPDATE notice SET address = '' WHERE holder = $1 AND way <> 'mail' RETURNING name`, [
      log,
    ])
  }

  /** Whose devices have not been there since. */
  async unseen(before: number): Promise<readonly string[]> {
    const rows = await this.#ask<{ holder: string }>('SELECT DISTINCT holder FROM notice WHERE seen < $1', [
      before,
    ])
    return rows.map(({ holder }) => holder)
  }

  /** Forgets those who have not been there since `seen`, and addresses that were not confirmed since `asked`. Returns how many. */
  async expire(before: { readonly seen: number; readonly asked: number }): Promise<number> {
    const gone = await this.#ask(
      'DELETE FROM notice WHERE seen < $1 OR (code IS NOT NULL AND asked < $2) RETURNING name',
      [before.seen, before.asked],
    )
    if (gone.length > 0)
      await this.#ask(
        `DELETE FROM notice_log WHERE NOT EXISTS (
           SELECT 1 FROM notice WHERE notice.holder = notice_log.holder AND notice.name = notice_log.name)`,
        [],
      )
    return gone.length
  }
}
