/** Which sentence speaks for which refusal of the area, and the words that stand around its items. */

import type { CodesOf } from '../../words/area-words.ts'

export const codes = {
  'rules-adopted': 'rules-adopted',
} as const satisfies CodesOf<'rules'>

export type Term = 'move-room' | 'move-room-title' | 'move-room-why' | 'ask-to-move'
