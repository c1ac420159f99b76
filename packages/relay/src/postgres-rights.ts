import type { Ask } from './postgres-database.ts'
import type { CreateOutcome, MintOutcome, NewRight } from './store.ts'

type Reason = Extract<CreateOutcome, { readonly kind: 'no-right' }>['reason']
type RightRow = { log: string; logs: number; until: number }

const bytesOf = (name: Uint8Array): Buffer => Buffer.from(name)

/** Takes one log from the right. Returns why not. A part of the change that makes the log. */
export async function spendRight(ask: Ask, name: Uint8Array, now: number): Promise<Reason | undefined> {
  const [found] = await ask<RightRow>(
    'SELECT log, logs, until FROM creation_right WHERE name = $1 FOR UPDATE',
    [bytesOf(name)],
  )
  if (found === undefined) return 'unknown'
  if (found.until <= now) return 'expired'
  if (found.logs === 0) return 'spent'
  await ask('UPDATE creation_right SET logs = logs - 1 WHERE name = $1', [bytesOf(name)])
  return undefined
}

/** A change of its own. What one log mints is counted while its row is held. */
export async function mintRight(ask: Ask, asked: NewRight): Promise<MintOutcome> {
  const { log, logs, made, until, since, logsMax } = asked
  const held = await ask('SELECT id FROM log WHERE id = $1 FOR UPDATE', [log])
  if (held.length === 0) return { kind: 'unknown-log' }
  const known = await findRight(ask, asked)
  if (known !== undefined) return known
  const [recent] = await ask<{ minted: number; oldest: number | null }>(
    `SELECT coalesce(sum(minted), 0)::bigint AS minted, min(made) AS oldest FROM creation_right WHERE log = $1 AND made > $2`,
    [log, since],
  )
  if ((recent?.minted ?? 0) + logs > logsMax) return { kind: 'over', oldest: recent?.oldest ?? made }
  const minted = await ask(
    `INSERT INTO creation_right (name, log, minted, logs, made, until) VALUES ($1, $2, $3, $3, $4, $5)
     ON CONFLICT (name) DO NOTHING RETURNING name`,
    [bytesOf(asked.right), log, logs, made, until],
  )
  if (minted.length > 0) return { kind: 'minted', logs, until }
  // Another log minted it at the same moment.
  return (await findRight(ask, asked)) ?? { kind: 'taken' }
}

async function findRight(ask: Ask, { right, log }: NewRight): Promise<MintOutcome | undefined> {
  const [known] = await ask<RightRow>('SELECT log, logs, until FROM creation_right WHERE name = $1', [
    bytesOf(right),
  ])
  if (known === undefined) return undefined
  return known.log === log ? { kind: 'minted', logs: known.logs, until: known.until } : { kind: 'taken' }
}
