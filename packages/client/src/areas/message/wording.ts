/** Which sentence speaks for which refusal of the area, and the words that stand around its items. */

import type { CodesOf } from '../../words/area-words.ts'

export const codes = {
  'already-answered': 'settled',
  'already-reviewed': 'settled',
  'ask-unknown': 'gone',
  'delivery-unknown': 'gone',
  'field-unknown': 'gone',
  'issue-not-joint': 'issue-not-joint',
  'item-in-words': 'item-in-words',
  'item-of-mediators': 'mediators-only',
  'mark-unattributed': 'mark-unattributed',
  'mark-unknown': 'gone',
  'marks-own-words-only': 'marks-own-words-only',
  'message-unknown': 'gone',
  'offer-unknown': 'gone',
  'offer-withdrawn': 'offer-withdrawn',
  'part-cuts-character': 'parts',
  'part-differs': 'parts',
  'part-out-of-range': 'parts',
  'part-unknown': 'gone',
  'parts-overlap': 'parts',
  'readback-unknown': 'gone',
  'too-many-parts': 'too-much',
} as const satisfies CodesOf<'message'>

export type Term =
  | 'from-mediators'
  | 'delivered'
  | 'verbatim'
  | 'handed'
  | 'release-asked'
  | 'release-given'
  | 'release-refused'
  | 'passed-on'
  | 'read-back'
  | 'offer'
  | 'withdrawn'
  | 'marked'
  | 'sheet'
  | 'because.default'
  | 'because.marked'
  | 'because.released'
  | 'because.refused'
  | 'these-words'
  | 'waiting.told'
  | 'waiting.corrected'
