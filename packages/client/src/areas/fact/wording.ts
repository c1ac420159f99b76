/** Which sentence speaks for which refusal of the area, and the words that stand around its things. */

import type { CustodyGap } from '@goodoffices/core'
import type { CodesOf } from '../../words/area-words.ts'
import type { Way } from './formula.ts'

/** No act of its own is refused by a room: what is asked here several rooms, or arithmetic, can tell. */
export const codes = {
  'figures-differ': 'figures-differ',
  'formula-unfit': 'formula-unfit',
  'inquiry-not-assented': 'inquiry-not-assented',
  'no-figure': 'no-figure',
  'use-not-assented': 'use-not-assented',
} as const satisfies CodesOf<'fact'>

/** What is said of a chronology, of custody, of measures: alike on screen, on paper and in the shell. */
export type Term =
  | 'chronology'
  | 'custody'
  | 'custody-none'
  | 'custody-whole'
  | 'evidence-differs'
  | 'evidence-same'
  | 'facts'
  | `gap.${CustodyGap['kind']}`
  | 'lifting'
  | 'lifting-days'
  | 'no-day'
  | 'other-speakers'
  | 'own-side-only'
  | 'same-figure'
  | 'same-figure-line'
  | 'statements'
  | `stated.${Way}`
