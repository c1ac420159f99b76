/** A text that all have, in each of its languages: the words themselves, or a file by its hash, none of whose bytes are here. */

import * as v from 'valibot'
import { body, language, limits, sha256, title } from '../schema.ts'

/** A draft of the working text, once there is one, is a further kind beside these two. */
const held = v.variant('kind', [
  v.strictObject({ kind: v.literal('text'), language, body }),
  v.strictObject({ kind: v.literal('file'), language, sha256, fileName: title }),
])

export const heldTexts = v.pipe(v.array(held), v.minLength(1), v.maxLength(limits.languagesMax), v.readonly())
export type HeldText = v.InferOutput<typeof held>
