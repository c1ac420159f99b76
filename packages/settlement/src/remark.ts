/** What the reader must know besides the answer: a code and data, worded by whoever shows it. */

import type { Reason } from './refusal.ts'
import type { SolutionName } from './solution-name.ts'

export type Remark =
  /** What the importer rounded, defaulted or ignored, in its own words. */
  | { readonly code: 'import'; readonly text: string }
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

export function importRemarks(texts: readonly string[]): Remark[] {
  return texts.map(text => ({ code: 'import', text }))
}
