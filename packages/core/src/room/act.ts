/** How a decoded value becomes an act, and an act in a room's log. */

import * as v from 'valibot'
import { type Act, type ActKind, findSpec } from '../areas.ts'
import type { DeviceId, EntryId } from '../ids.ts'
import { fail, ok } from '../result.ts'

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

const schemas = new Map<ActKind, v.GenericSchema<unknown, Act>>()

/** The schema of one kind of act, its kind included. */
export function schemaOf(kind: ActKind): v.GenericSchema<unknown, Act> {
  const known = schemas.get(kind)
  if (known !== undefined) return known
  const made = v.strictObject({
    kind: v.literal(kind),
    ...findSpec(kind)?.fields,
  }) as unknown as v.GenericSchema<unknown, Act>
  schemas.set(kind, made)
  return made
}

/**
 * Reads an act from a decoded value, which may be hostile. Fails with `act-unknown` for a kind this version does not
 * know and with `act-malformed` for anything that does not fit its schema: with the `path` of the first thing wrong and the
 * `reason`, a code.
 */
export function parseAct(value: unknown) {
  const kind =
    typeof value === 'object' && value !== null && Object.hasOwn(value, 'kind')
      ? (value as { kind: unknown }).kind
      : undefined
  if (typeof kind !== 'string') return fail('act-malformed', { path: 'kind', reason: 'missing' })
  const spec = findSpec(kind)
  if (spec === undefined) return fail('act-unknown', { kind: quote(kind) })
  const parsed = v.safeParse(schemaOf(spec.kind), value, { abortEarly: true, message: issue => issue.type })
  if (parsed.success) return ok(parsed.output)
  const [issue] = parsed.issues
  return fail('act-malformed', { kind, path: quote(v.getDotPath(issue) ?? ''), reason: issue.message })
}

/** The beginning of a hostile string, such that it can be written down. */
const quote = (text: string): string => text.slice(0, 60).toWellFormed()
