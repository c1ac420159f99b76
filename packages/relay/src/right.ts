/** Rights to make logs, which who is in talks mints for who is invited: a host can be closed to strangers and open to guests. */

import { equalBytes } from '@goodoffices/log'
import type { RelayLimits } from './limits.ts'
import { type Outcome, refuse, succeed } from './refusal.ts'
import { currentAccess, headToState, viewLog } from './state.ts'
import type { Store } from './store.ts'

export type MintRequest = {
  readonly key: Uint8Array
  /** The right's name: the SHA-256 of the 32 random bytes that whoever spends it shows. */
  readonly right: Uint8Array
  /** How many logs it makes. */
  readonly logs: number
  /** When it ends, in milliseconds since 1970. */
  readonly until: number
}

export type RightAnswer = { readonly logs: number; readonly until: number }

export type MintTools = {
  readonly store: Store
  readonly limits: RelayLimits
  readonly now: number
  readonly isByInvitation: boolean
}

const dayMs = 86_400_000

/** REL-15: a right makes a few logs, for a while. Returns the name of the field that says otherwise. */
function findRightBeyond({ logs, until }: MintRequest, { limits, now }: MintTools): string | undefined {
  if (logs < 1 || logs > limits.rightLogsMax) return 'logs'
  return until <= now || until > now + limits.rightMsMax ? 'until' : undefined
}

/** Whether the key is the log's current one: `relay/unknown-log` for a stranger's, `relay/stale-epoch` for an old one. */
async function requireCurrentKey(
  store: Store,
  id: string,
  key: Uint8Array,
): Promise<Outcome<{ mints: boolean }>> {
  const head = await store.head(id)
  if (head === undefined || viewLog(headToState(head), key) === undefined) return refuse('relay/unknown-log')
  return equalBytes(currentAccess(headToState(head)).key, key)
    ? succeed({ mints: head.mints })
    : refuse('relay/stale-epoch')
}

/** Notes the right on the log's account. Repeating it changes nothing. */
export async function mintRight(
  tools: MintTools,
  id: string,
  asked: MintRequest,
): Promise<Outcome<RightAnswer>> {
  const { store, limits, now } = tools
  const { key, right, logs, until } = asked
  const current = await requireCurrentKey(store, id, key)
  if (!current.ok) return current
  if (!tools.isByInvitation) return refuse('relay/minting', { reason: 'creation' })
  // REL-17: who came in by a right brings nobody in on the account of what it made.
  if (!current.value.mints) return refuse('relay/minting', { reason: 'log' })
  const beyond = findRightBeyond(asked, tools)
  if (beyond !== undefined) return refuse('relay/malformed', { field: beyond })
  const max = limits.rightLogsPerDayMax
  const outcome = await store.mintRight({
    right,
    log: id,
    logs,
    made: now,
    until,
    since: now - dayMs,
    logsMax: max,
  })
  switch (outcome.kind) {
    case 'minted':
      return succeed({ logs: outcome.logs, until: outcome.until })
    case 'over':
      return refuse('relay/quota', { of: 'rights', max, waitMs: Math.max(1, outcome.oldest + dayMs - now) })
    case 'taken':
      return refuse('relay/exists')
    case 'unknown-log':
      return refuse('relay/unknown-log')
    default:
      return outcome satisfies never
  }
}

/** Takes back what is left of a right that this log minted. Returns how many logs it could still have made. */
export async function revokeRight(
  store: Store,
  id: string,
  { key, right }: { readonly key: Uint8Array; readonly right: Uint8Array },
): Promise<Outcome<{ readonly logs: number }>> {
  const current = await requireCurrentKey(store, id, key)
  return current.ok ? succeed({ logs: await store.revokeRight(id, right) }) : current
}
