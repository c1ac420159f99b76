/** A figure as somebody gives it: exactly, as a bound, as a range, or without a number. */

import * as v from 'valibot'
import { note, text } from '../schema.ts'

/** A decimal number as it was written, exact: never a float. Found by the leak check as every figure in words is. */
export const decimal = v.pipe(v.string(), v.regex(/^-?\d{1,30}(?:\.\d{1,30})?$/, 'decimal'), text('figure'))

const forms = v.variant('kind', [
  v.strictObject({ kind: v.literal('exactly'), value: decimal }),
  v.strictObject({ kind: v.literal('at-least'), value: decimal }),
  v.strictObject({ kind: v.literal('at-most'), value: decimal }),
  v.strictObject({ kind: v.literal('about'), value: decimal }),
  v.strictObject({ kind: v.literal('between'), low: decimal, high: decimal }),
  /** "Likely far higher": words, and no number is made of them. */
  v.strictObject({ kind: v.literal('no-number'), words: note }),
])

/** The schema of a figure. */
export const figure = v.pipe(forms, v.metadata({ is: 'figure' }))
export type Figure = v.InferOutput<typeof figure>
