import * as v from 'valibot'
import { id } from '../ids.ts'
import { excerpt, offset } from '../schema.ts'

/** Something in the wording that comes from what may not pass. */
export const finding = v.strictObject({
  kind: v.picklist(['name', 'figure', 'words']),
  /** Its beginning, as it stands in the wording: code units `from` (included) to `to` (excluded). */
  text: excerpt,
  from: offset,
  to: offset,
  /** Present where it stands in the title and not in the wording. */
  in: v.exactOptional(v.literal('title')),
  /** The message that it comes from and that may not pass; absent for a name from the roster, an offer, a read-back. */
  message: v.exactOptional(id('message')),
})
export type Finding = v.InferOutput<typeof finding>
