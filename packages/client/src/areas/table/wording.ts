/** Which sentence speaks for which refusal of the area, and the words that stand around its items. */

import type { CodesOf } from '../../words/area-words.ts'

export const codes = {
  'caucus-missing': 'caucus-missing',
  'consent-missing': 'consent-missing',
  'limits-not-heeded': 'limits-not-heeded',
  'table-is-open': 'table-is-open',
  'table-only': 'wrong-room',
} as const satisfies CodesOf<'table'>

export type Term = 'waiting.opened'
