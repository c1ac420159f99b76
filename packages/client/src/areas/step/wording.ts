/** Which sentence speaks for which refusal of the area, and the words that stand around its things. */

import type { CodesOf } from '../../words/area-words.ts'

/** No act of its own is refused by a room: what is asked here several rooms can tell. */
export const codes = {
  'group-not-ready': 'group-not-ready',
  'step-not-assented': 'step-not-assented',
} as const satisfies CodesOf<'step'>

/** What is said of steps, of what may follow, of incidents: alike on screen, on paper and in the shell. */
export type Term =
  | 'calendars'
  | `degree.${0 | 1 | 2 | 3}`
  | 'count.incidents'
  | 'duty.open'
  | 'duty.over'
  | 'duty.together'
  | 'expected'
  | 'incidents'
  | 'level'
  | 'level-until'
  | 'made-good-by'
  | 'may-follow'
  | 'may-follow-none'
  | 'not-ready'
  | 'not-waived-by'
  | 'nothing-by-itself'
  | 'step-line'
  | 'steps'
  | 'supposed'
  | 'to-certify'
  | 'waiting.step-late'
  | 'waiting.step-uncured'
  | 'what-if'
