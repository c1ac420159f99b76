import * as v from 'valibot'
import { id } from '../ids.ts'
import { excerpt, offset, path } from '../schema.ts'

/** Something in the wording that comes from what may not pass. */
export const finding = v.strictObject({
  kind: v.picklist(['name', 'figure', 'words']),
  /** Its beginning, as it stands in the wording: code units `from` (included) to `to` (excluded). */
  text: excerpt,
  from: offset,
  to: offset,
  /** Present where it stands in the title, or in a field, and not in the wording. */
  in: v.exactOptional(v.picklist(['title', 'field'])),
  /** In which field: the path from the act, such as `thing.fields.figure.value`. */
  field: v.exactOptional(path),
  /** The message that it comes from and that may not pass; absent for a name from the roster, an offer, a read-back. */
  message: v.exactOptional(id('message')),
})
export type Finding = v.InferOutput<typeof finding>
