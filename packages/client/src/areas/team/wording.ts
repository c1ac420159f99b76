/** Which sentence speaks for which refusal of the area, and the words that stand around its items. */

import type { CodesOf } from '../../words/area-words.ts'

export const codes = {
  'not-in-every-caucus': 'not-in-every-caucus',
  'successor-unknown': 'gone',
} as const satisfies CodesOf<'team'>

export type Term = never
