/** Which sentence speaks for which refusal of the area, and the words that stand around what is read. */

import type { CodesOf } from '../../words/area-words.ts'

export const codes = {
  'eyes-differ': 'eyes-differ',
  'eyes-missing': 'eyes-missing',
  'eyes-nobody': 'eyes-nobody',
} as const satisfies CodesOf<'eyes'>

/** Alike on screen and in the shell. */
export type Term =
  | 'eyes'
  | 'eyes-off'
  | 'eyes-wished'
  | 'eyes-required'
  | 'eyes-by'
  | 'eyes-by-nobody'
  | 'eyes-changed'
  | 'eyes-limit'
