/** Which sentence speaks for which refusal of the area, and the words that stand around its things. */

import type { CodesOf } from '../../words/area-words.ts'

export const codes = {
  'offices-missing': 'offices-missing',
} as const satisfies CodesOf<'offices'>

/** What stands around offers of good offices, and beside what is carried. */
export type Term =
  | 'offices-apart'
  | 'offices-changed'
  | 'offices-consent'
  | 'offices-falls'
  | 'offices-late'
  | 'offices-no-day'
  | 'offices-none-needed'
  | 'offices-none-stated'
  | 'offices-only'
  | 'portfolio-notice'
