/** Which sentence speaks for which refusal of the area, and the words that stand around its items. */

import type { CodesOf } from '../../words/area-words.ts'

export const codes = {
  'invitation-settled': 'settled',
  'invitation-unknown': 'gone',
  'record-destroyed': 'record-destroyed',
  'room-unknown': 'gone',
} as const satisfies CodesOf<'keyring'>

export type Term =
  | 'waiting.keys'
  | 'waiting.recovery'
  | 'waiting.phrase'
  | 'waiting.phrase-new'
  | 'waiting.phrase-replacing'
  | 'waiting.renewal'
