import * as v from 'valibot'

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
