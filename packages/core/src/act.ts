/** Every act there is, and how a decoded value becomes one. */

import * as v from 'valibot'
import { type AgendaAct, agendaActs } from './agenda/acts.ts'
import { type DeskAct, deskActs } from './desk/acts.ts'
import type { DeviceId, EntryId } from './ids.ts'
import { type KeyringAct, keyringActs } from './keyring/acts.ts'
import { type MandateAct, mandateActs } from './mandate/acts.ts'
import { type MessageAct, messageActs } from './message/acts.ts'
import { fail, ok, type Result } from './result.ts'
import { type RetentionAct, retentionActs } from './retention/acts.ts'
import { type RosterAct, rosterActs } from './roster/acts.ts'

export type Act = RosterAct | MandateAct | AgendaAct | MessageAct | DeskAct | RetentionAct | KeyringAct
export type ActKind = Act['kind']

/** The rooms of this house: which area each act belongs to. */
const areas = {
  roster: rosterActs,
  mandate: mandateActs,
  agenda: agendaActs,
  message: messageActs,
  desk: deskActs,
  retention: retentionActs,
  keyring: keyringActs,
} as const
type Area = keyof typeof areas
type Schema = (typeof areas)[Area][number]

const known: ReadonlyMap<string, { readonly area: Area; readonly schema: Schema }> = new Map(
  Object.entries(areas).flatMap(([area, schemas]) =>
    schemas.map((schema: Schema) => [schema.entries.kind.literal, { area: area as Area, schema }] as const),
  ),
)

type SortedAct =
  | { readonly area: 'roster'; readonly act: RosterAct }
  | { readonly area: 'mandate'; readonly act: MandateAct }
  | { readonly area: 'agenda'; readonly act: AgendaAct }
  | { readonly area: 'message'; readonly act: MessageAct }
  | { readonly area: 'desk'; readonly act: DeskAct }
  | { readonly area: 'retention'; readonly act: RetentionAct }
  | { readonly area: 'keyring'; readonly act: KeyringAct }

/** The act with the area whose rules it comes under. */
export const sortAct = (act: Act): SortedAct => ({ area: known.get(act.kind)?.area, act }) as SortedAct

/** An act as it stands in a room's log: who wrote it with which device, and where the log put it. */
export type Entry = {
  readonly id: EntryId
  readonly device: DeviceId
  /** The author's clock, in ms since 1970 UTC. Shown, never judged by. */
  readonly time: number
  /** When the relay placed it, in ms since 1970 UTC; absent while it waits to be placed, which is taken for its author's time. */
  readonly placed?: number
  /** Index of its envelope in the log. */
  readonly position: number
  readonly act: Act
}

/**
 * Reads an act from a decoded value, which may be hostile. Fails with `act-unknown` for a kind this version does not
 * know and with `act-malformed` for anything that does not fit its schema: with the `path` of the first thing wrong and the
 * `reason`, a code.
 */
export function parseAct(value: unknown): Result<Act> {
  const kind =
    typeof value === 'object' && value !== null && Object.hasOwn(value, 'kind')
      ? (value as { kind: unknown }).kind
      : undefined
  if (typeof kind !== 'string') return fail('act-malformed', { path: 'kind', reason: 'missing' })
  const schema = known.get(kind)?.schema
  if (schema === undefined) return fail('act-unknown', { kind: quote(kind) })
  const parsed = v.safeParse(schema, value, { abortEarly: true, message: issue => issue.type })
  if (parsed.success) return ok(parsed.output)
  const [issue] = parsed.issues
  return fail('act-malformed', { kind, path: quote(v.getDotPath(issue) ?? ''), reason: issue.message })
}

/** The beginning of a hostile string, such that it can be written down. */
const quote = (text: string): string => text.slice(0, 60).toWellFormed()
