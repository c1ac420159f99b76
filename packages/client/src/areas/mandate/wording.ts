/** Which sentence speaks for which refusal of the area, and the words that stand around its items. */

import type { CodesOf } from '../../words/area-words.ts'

export const codes = {
  'mandate-changed': 'mandate-changed',
  'no-consent': 'no-consent',
} as const satisfies CodesOf<'mandate'>

export type Term =
  | 'mandate.drafted'
  | 'mandate.suspended'
  | 'mandate.suspended-by-condition'
  | 'mandate.withdrawn'
  | 'mandate.spent'
  | 'mandate.differing'
  | 'mandate.past'
  | 'mandate.leaves-out'
  | 'mandate.not-covered'
  | 'mandate.not-allowed'
  | 'mandate.words'
  | 'mandate.within'
  | 'mandate.is-past'
  | 'mandate.until'
  | 'waiting.consent'
  | 'waiting.consent-again'
  | 'waiting.consent-of'
