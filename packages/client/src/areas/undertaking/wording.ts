/** Which sentence speaks for which refusal of the area, and the words that stand around its things. */

import type { UndertakingCount } from '@goodoffices/core'
import type { CodesOf } from '../../words/area-words.ts'

/** No act of its own is refused by a room: what is asked here takes the rooms of several. */
export const codes = {
  'copy-not-found': 'copy-not-found',
} as const satisfies CodesOf<'undertaking'>

/** What is said of undertakings and of one-sided steps: alike on screen, on paper and in the shell. */
export type Term =
  | 'agreement'
  | 'copies-same'
  | `count.${Exclude<keyof UndertakingCount, 'party'>}`
  | 'maker-left'
  | 'not-carried'
  | 'nothing-owed'
  | 'one-sided-steps'
  | 'undertaking-ended'
  | 'undertaking-lapsed'
  | 'undertaking-until'
  | 'undertakings'
