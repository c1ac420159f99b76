/** Which sentence speaks for which refusal of the area, and the words that stand around its items. */

import type { CodesOf } from '../../words/area-words.ts'

export const codes = {
  'no-consent': 'no-consent',
} as const satisfies CodesOf<'mandate'>

export type Term = 'waiting.consent' | 'waiting.consent-again' | 'waiting.consent-of'
