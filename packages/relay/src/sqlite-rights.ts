import type { StatementSync } from 'node:sqlite'
import type { CreateOutcome, KeptRight, MintOutcome, NewRight } from './store.ts'

type Reason = Extract<CreateOutcome, { readonly kind: 'no-right' }>['reason']

/** The table of rights to make logs. Each call is a part of the transaction that it is made in. */
export class RightTable {
  readonly #statement: (sql: string) => StatementSync

  constructor(statement: (sql: string) => StatementSync) {
    this.#statement = statement
  }

  mint(asked: NewRight): MintOutcome {
    const { right, logs, made, until, since, logsMax } = asked
    const log = this.#statement('SELECT number FROM log WHERE id = ?').get(asked.log)?.['number']
    if (log === undefined) return { kind: 'unknown-log' }
    const known = this.#statement('SELECT log, logs, until FROM creation_right WHERE name = ?').get(right) as
      | { log: number; logs: number; until: number }
      | undefined
    if (known !== undefined)
      return known.log === log ? { kind: 'minted', logs: known.logs, until: known.until } : { kind: 'taken' }
    const recent = this.#statement(
      'SELECT coalesce(sum(minted), 0) AS minted, min(made) AS oldest FROM creation_right WHERE log = ? AND made > ?',
    ).get(log, since) as { minted: number; oldest: number | null }
    if (recent.minted + logs > logsMax) return { kind: 'over', oldest: recent.oldest ?? made }
    this.#statement(
      'INSERT INTO creation_right (name, log, minted, logs, made, until) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(right, log, logs, logs, made, until)
    return { kind: 'minted', logs, until }
  }

  /** Takes one log from the right. Returns why not. */
  spend(right: Uint8Array, now: number): Reason | undefined {
    const found = this.#statement('SELECT logs, until FROM creation_right WHERE name = ?').get(right) as
      | { logs: number; until: number }
      | undefined
    if (found === undefined) return 'unknown'
    if (found.until <= now) return 'expired'
    if (found.logs === 0) return 'spent'
    this.#statement('UPDATE creation_right SET logs = logs - 1 WHERE name = ?').run(right)
    return undefined
  }

  revoke(id: string, right: Uint8Array): number {
    const found = this.#statement(`
      SELECT creation_right.logs FROM creation_right JOIN log ON log.number = creation_right.log
      WHERE log.id = ? AND creation_right.name = ?
    `).get(id, right) as { logs: number } | undefined
    if (found === undefined) return 0
    this.#statement('UPDATE creation_right SET logs = 0 WHERE name = ?').run(right)
    return found.logs
  }

  of(id: string): readonly KeptRight[] {
    const rows = this.#statement(`
      SELECT name AS "right", log.id AS log, minted, logs, made, until
      FROM creation_right JOIN log ON log.number = creation_right.log WHERE log.id = ?
    `).all(id)
    return rows.map(row => ({ ...(row as KeptRight) }))
  }

  keep({ right, log, minted, logs, made, until }: KeptRight): void {
    this.#statement(`
      INSERT INTO creation_right (name, log, minted, logs, made, until)
      SELECT ?, number, ?, ?, ?, ? FROM log WHERE id = ? ON CONFLICT (name) DO UPDATE SET logs = excluded.logs
    `).run(right, minted, logs, made, until, log)
  }

  expire(before: number): void {
    this.#statement('DELETE FROM creation_right WHERE until < ? AND made < ?').run(before, before)
  }
}
