/** What the reader must know besides the answer: a code and data, worded by whoever shows it. */

import type { Reason } from './refusal.ts'
import type { SolutionName } from './solution-name.ts'

/** What an importer rounded, defaulted, cut or passed over. Numbers are exact decimals or fractions, as text. */
export type ImportRemark =
  /** The file does not say how its letters are encoded. */
  | { readonly code: 'encoding-guessed'; readonly file: string; readonly encoding: string }
  /** Files of a folder that are no part of the problem. */
  | { readonly code: 'not-read'; readonly files: readonly string[] }
  /** The issues are those of the first profile. */
  | { readonly code: 'no-domain-file'; readonly file: string }
  /** One index, two names: issues are joined by index. */
  | {
      readonly code: 'names-against-indices'
      readonly party: string
      readonly index: string
      readonly here: string
      readonly there: string
    }
  /** The weights add up to more than 1 by rounding alone, and utilities are left as they are. */
  | { readonly code: 'cap-ignored'; readonly party: string; readonly sum: string }
  /** Utilities above 1 are cut to 1; of so many packages, where they were counted. */
  | {
      readonly code: 'cut-at-one'
      readonly party: string
      readonly sum: string
      readonly packages?: number
    }
  /** Discounting is about time, of which a settlement has none. */
  | { readonly code: 'discount-not-used'; readonly party: string; readonly factor?: string }
  /** The weights are used as they stand. */
  | { readonly code: 'weights-not-one'; readonly party: string; readonly sum: string }
  /** No reserved value is stated; the least that any package is worth stands in. */
  | { readonly code: 'reservation-stood-in'; readonly party: string; readonly reservation: string }
  | { readonly code: 'rounded'; readonly places: number; readonly changed: number }

/** What the reader of a division must know: points that do not add up to the same for each. */
export type GoodsRemark = {
  readonly code: 'unequal-totals'
  readonly totals: readonly { readonly party: string; readonly total: string }[]
}

export type Remark =
  | ImportRemark
  /** Some party gains nothing in any acceptable package: products are zero, and its ratio is left out. */
  | { readonly code: 'cannot-gain' }
  /** No acceptable package gives every party a gain; `shown` says whether all tied packages are listed, or one. */
  | { readonly code: 'product-zero'; readonly solution: SolutionName; readonly shown: 'all' | 'one' }
  /** The party's ideal is the best met, and not proven. */
  | { readonly code: 'ideal-unproven'; readonly party: number }
  /** The exact frontier passed the limits: a smaller set is listed, with its guarantee. */
  | { readonly code: 'frontier-approximate' }
  /** Nor did an approximate one fit: the solutions' own points are listed. */
  | { readonly code: 'frontier-too-large' }
  /** The limits of work ended before the frontier was listed; it may be small. */
  | { readonly code: 'frontier-not-listed' }
  /** A frontier without a gap: ends and corners are listed. */
  | { readonly code: 'frontier-continuum' }
  /** Listed on a grid of the continuous issues, `guaranteed` unless a rule or bonus begins or ends on one. */
  | { readonly code: 'frontier-grid'; readonly guaranteed: boolean }
  | { readonly code: 'ties-not-counted' }
  /** Why there is no deal was not worked out. */
  | { readonly code: 'not-explained'; readonly reason: Reason }
  /** That there is no deal, and why, rests on the solver's bound. */
  | { readonly code: 'no-deal-by-solver' }
