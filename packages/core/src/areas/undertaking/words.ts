/** What somebody undertakes or does of itself, in the words that count. */

import * as v from 'valibot'
import { body, language, limits } from '../../schema.ts'

/** UNDT-2: the first wording is the one that counts; the others stand beside it, as whoever gave it put them. */
export const exactWords = v.pipe(
  v.array(v.strictObject({ language, body })),
  v.minLength(1),
  v.maxLength(limits.languagesMax),
  v.readonly(),
)
