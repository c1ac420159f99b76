/** Which sentence speaks for which refusal of the area, and the words that stand around its items. */

import type { CodesOf } from '../../words/area-words.ts'

export const codes = {
  'item-malformed': 'malformed',
  'item-unknown': 'gone',
  'mark-needs': 'mark-needs',
  'nobody-named': 'not-the-one-named',
  'not-the-maker': 'not-the-maker',
  'not-the-one-named': 'not-the-one-named',
  'register-differs': 'malformed',
  'register-not-here': 'wrong-room',
  'rev-stale': 'rev-stale',
  'term-loop': 'term-loop',
  'too-many-items': 'too-much',
  'too-many-marks': 'too-much',
} as const satisfies CodesOf<'item'>

/** Sentences with places in them stand here too: those of figures and of days that follow from others. */
export type Term =
  | 'worded-again'
  | 'newer'
  | 'by-mediators'
  | 'as-recorded'
  | 'no-longer'
  | 'stands-as'
  | 'asked-to-say'
  | 'asked-to-put'
  | 'asked-by'
  | `figure.${'exactly' | 'at-least' | 'at-most' | 'about' | 'between' | 'no-number'}`
  | `term.${'said' | 'waiting' | 'open' | 'unless' | 'disputed' | 'disputed-more' | 'loop'}`
  | `term.${'after' | 'with' | 'earliest' | 'latest' | 'next' | 'previous' | 'ruled'}`
  | `unit.${'days' | 'working-days' | 'weeks' | 'months' | 'years'}`
