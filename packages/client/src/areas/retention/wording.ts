/** Which sentence speaks for which refusal of the area, and the words that stand around its items. */

import type { CodesOf } from '../../words/area-words.ts'

export const codes = {
  'hold-in-force': 'hold-in-force',
  'hold-lifted': 'settled',
  'hold-of-another': 'hold-of-another',
  'hold-unknown': 'gone',
  'retention-not-over': 'retention-not-over',
  'retention-not-set': 'retention-not-set',
  'retention-too-short': 'retention-too-short',
  'room-holds-keys': 'wrong-room',
  'too-many-holds': 'too-much',
} as const satisfies CodesOf<'retention'>

export type Term = 'waiting.over'
