/** How long a room's record is kept, what holds it back from destruction, and the certificate that it was destroyed. */

import * as v from 'valibot'
import { type HoldId, id } from '../ids.ts'
import { circumstance, limits, note, time, wholeUpTo } from '../schema.ts'

export const retentionActs = [
  /** `days` after the room's last entry its record may be destroyed; null: it is kept until something else is decided. */
  v.strictObject({
    kind: v.literal('retention.set'),
    days: v.nullable(wholeUpTo(limits.retentionDaysMax)),
    /** By what rule: an article, an agreement, a law. */
    basis: note,
  }),
  /** Nothing of the room is destroyed while a hold stands. `recorded`: in the name of a party without an account. */
  v.strictObject({
    kind: v.literal('hold.place'),
    hold: id<HoldId>(),
    reason: note,
    recorded: v.exactOptional(circumstance),
  }),
  v.strictObject({
    kind: v.literal('hold.lift'),
    hold: id<HoldId>(),
    note: v.exactOptional(note),
    recorded: v.exactOptional(circumstance),
  }),
  /** The certificate, and the last entry of a room: all that stood before it is destroyed. `at`: when its author says this is. */
  v.strictObject({ kind: v.literal('record.destroy'), at: time }),
] as const
export type RetentionAct = v.InferOutput<(typeof retentionActs)[number]>
