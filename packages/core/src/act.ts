/** Every act there is, and how a decoded value becomes one. */

import * as v from 'valibot'
import { type AgendaAct, agendaActs } from './agenda/acts.ts'
import { type DeskAct, deskActs } from './desk/acts.ts'
import type { DeviceId, EntryId } from './ids.ts'
import { type KeyringAct, keyringActs } from './keyring/acts.ts'
import { type MandateAct, mandateActs } from './mandate/acts.ts'
import { type MessageAct, messageActs } from './message/acts.ts'
import { fail, ok, type Result } from './result.ts'
import { type RosterAct, rosterActs } from './roster/acts.ts'

export type Act = RosterAct | MandateAct | AgendaAct | MessageAct | DeskAct | KeyringAct
export type ActKind = Act['kind']

const act = v.variant('kind', [
  ...rosterActs,
  ...mandateActs,
  ...agendaActs,
  ...messageActs,
  ...deskActs,
  ...keyringActs,
])
const kinds: ReadonlySet<string> = new Set(
  [...rosterActs, ...mandateActs, ...agendaActs, ...messageActs, ...deskActs, ...keyringActs].map(
    schema => schema.entries.kind.literal,
  ),
)

/** An act as it stands in a room's log: who wrote it with which device, and where the log put it. */
export type Entry = {
  readonly id: EntryId
  readonly device: DeviceId
  /** The author's clock, in ms since 1970 UTC. Shown, never judged by. */
  readonly time: number
  /** Index of its envelope in the log. */
  readonly position: number
  readonly act: Act
}

/**
 * Reads an act from a decoded value, which may be hostile. Fails with `act-unknown` for a kind this version does not
 * know and with `act-malformed` (and the path of the first thing wrong) for anything that does not fit its schema.
 */
export function parseAct(value: unknown): Result<Act> {
  const kind =
    typeof value === 'object' && value !== null && Object.hasOwn(value, 'kind')
      ? (value as { kind: unknown }).kind
      : undefined
  if (typeof kind !== 'string') return fail('act-malformed', { path: 'kind', reason: 'missing' })
  if (!kinds.has(kind)) return fail('act-unknown', { kind: kind.slice(0, 60) })
  const parsed = v.safeParse(act, value, { abortEarly: true })
  if (parsed.success) return ok(parsed.output)
  const [issue] = parsed.issues
  return fail('act-malformed', { kind, path: v.getDotPath(issue) ?? '', reason: issue.message.slice(0, 100) })
}
