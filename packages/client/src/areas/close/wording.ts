/** Which sentence speaks for which refusal of the area, and the words that stand around its things. */

import type { Awaits, PollStanding } from '@goodoffices/core'
import type { CodesOf } from '../../words/area-words.ts'

/** No act of its own is refused by a room alone: what is asked here other rooms, keys or arithmetic can tell. */
export const codes = {
  'correction-not-assented': 'correction-not-assented',
  'does-not-add-up': 'does-not-add-up',
  'nothing-to-place': 'nothing-to-place',
  'pack-differs': 'pack-differs',
  'pack-unreadable': 'pack-unreadable',
  'signing-not-theirs': 'signing-not-theirs',
  'signings-missing': 'signings-missing',
  'text-differs': 'text-differs',
} as const satisfies CodesOf<'close'>

export type Dispute = 'commercial' | 'consumer' | 'family' | 'employment' | 'between-states' | 'other'
/** A line of the list of article 4 of the Singapore Convention. */
export type Article = '4-1-a' | '4-1-b-i' | '4-1-b-ii' | '4-1-b-iii' | '4-1-b-iv' | '4-2'

export type Term =
  | `awaits.${Awaits['step']}`
  | `closing.${'rule' | 'hold' | 'unsigned' | 'done' | 'copy'}`
  | 'compare-same'
  | 'compare-words'
  | 'in-force-from'
  | 'in-force-never'
  | 'in-force-waiting'
  | `majority.${PollStanding}`
  | 'majority-of-group'
  | 'mandate.approval-missing'
  | `means.${'initialled' | 'signed-ad-referendum' | 'confirmed' | 'signed' | 'ratified' | 'consent-refused'}`
  | 'needed.more'
  | 'needed.exactly'
  | `of.${'valid' | 'cast' | 'eligible' | 'members'}`
  | 'not-qualified'
  | `pack.${Article}`
  | 'pack.applies'
  | 'pack.applies-not'
  | 'pack.conduct'
  | 'pack.holds'
  | 'pack.lacks'
  | 'pack.unknown-relay'
  | 'proof.given-by-party'
  | 'proof.none'
  | 'proof.recorded'
  | 'provisional-from'
  | 'signing-room'
  | 'signed-on-paper'
