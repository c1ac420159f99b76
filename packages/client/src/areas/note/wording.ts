/** Which sentence speaks for which refusal of the area, and the words that stand around its items. */

import type { CodesOf } from '../../words/area-words.ts'

export const codes = {
  'note-of-another': 'note-of-another',
} as const satisfies CodesOf<'note'>

export type Term = 'note' | 'written-again'
