/** Which sentence speaks for which refusal of the area, and the words that stand around its items. */

import type { CodesOf } from '../../words/area-words.ts'

export const codes = {
  'nobody-named': 'not-the-one-named',
  'not-the-maker': 'not-the-maker',
  'not-the-one-named': 'not-the-one-named',
} as const satisfies CodesOf<'item'>

/** Sentences with places in them stand here too: those of figures and of days that follow from others. */
export type Term =
  | 'worded-again'
  | 'newer'
  | 'by-mediators'
  | 'as-recorded'
  | 'no-longer'
  | 'stands-as'
  | 'stands-unproved'
  | 'asked-to-say'
  | 'asked-to-put'
  | 'asked-of-say'
  | 'asked-of-put'
  | 'asked-by'
  | `figure.${'exactly' | 'at-least' | 'at-most' | 'about' | 'between' | 'no-number'}`
  | `term.${'said' | 'waiting' | 'open' | 'unless' | 'disputed' | 'disputed-more' | 'loop'}`
  | `term.${'after' | 'with' | 'earliest' | 'latest' | 'next' | 'previous' | 'ruled'}`
  | `unit.${'days' | 'working-days' | 'weeks' | 'months' | 'years'}`
