/** What the mediator may do, and by whose consent. */

import * as v from 'valibot'
import { id, type PartyId } from '../ids.ts'
import { circumstance, note } from '../schema.ts'

/**
 * `role`: *carry* messages only; also *host* meetings; also *propose* solutions.
 * `disclosure`: *open*, the substance of what a party says may pass unless it is marked otherwise; *closed*, nothing passes
 * without release.
 */
export const terms = v.strictObject({
  role: v.picklist(['carry', 'host', 'propose']),
  disclosure: v.picklist(['open', 'closed']),
})
export type Terms = v.InferOutput<typeof terms>

export const mandateActs = [
  v.strictObject({ kind: v.literal('terms.set'), terms, note: v.exactOptional(note) }),
  /** A party accepts the mediator's good offices, with limits in its own words where it sets any. */
  v.strictObject({
    kind: v.literal('consent.give'),
    party: id<PartyId>(),
    limits: v.exactOptional(note),
    recorded: v.exactOptional(circumstance),
  }),
  v.strictObject({
    kind: v.literal('consent.withdraw'),
    party: id<PartyId>(),
    note: v.exactOptional(note),
    recorded: v.exactOptional(circumstance),
  }),
] as const
export type MandateAct = v.InferOutput<(typeof mandateActs)[number]>
