/** Which sentence speaks for which refusal of the area, and the words that stand around its things. */

import type { Position, Stage } from '@goodoffices/core'
import type { CodesOf } from '../../words/area-words.ts'

export const codes = {
  'deadline-not-assented': 'deadline-not-assented',
  'not-agreed-by-all': 'not-agreed-by-all',
  'raiser-not-released': 'raiser-not-released',
  'speaks-separately': 'speaks-separately',
  'stage-not-assented': 'stage-not-assented',
} as const satisfies CodesOf<'agenda'>

/** What stands in the matrix, and what is said of stages and clocks: alike on screen, on paper and in the shell. */
export type Term =
  | 'agenda'
  | 'clock-stopped'
  | 'could.agreed'
  | 'could.condition'
  | 'could.raised'
  | 'could.unanswered'
  | 'desk-only'
  | 'group-at-work'
  | 'no-longer-agreed'
  | 'not-on-table'
  | `says.${Position}`
  | 'says.met'
  | `stage-means.${Stage}`
  | 'titles-missing'
  | 'waiting.overdue'
  | 'waiting.apart'
