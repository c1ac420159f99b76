/** Which sentence speaks for which refusal of the area, and the words that stand around its items. */

import type { WaitingAtDesk, WaitingInCaucus } from '@goodoffices/core'
import type { Urgency } from '../../waiting/wait.ts'
import type { CodesOf } from '../../words/area-words.ts'

export const codes = {
  'already-delivered': 'settled',
  'already-heard': 'settled',
  'carried-by-another': 'carried-by-another',
  'carrier-not-mediator': 'heir-not-mediator',
  'consent-not-given': 'consent-not-given',
  'consent-withdrawn': 'consent-withdrawn',
  'conveyance-settled': 'settled',
  'conveyance-unknown': 'gone',
  'delivery-differs': 'repeated',
  'mark-differs': 'mark-differs',
  'mark-lapsed': 'rev-stale',
  'message-of-mediators': 'mediators-only',
  'not-as-given': 'not-as-given',
  'not-binding': 'not-binding',
  'not-released': 'not-released',
  'not-verbatim': 'not-verbatim',
  'not-yet-given': 'not-yet-given',
  'recipient-is-source': 'recipient-is-source',
  'recipient-not-caucus': 'wrong-room',
  'released-in-other-words': 'released-in-other-words',
  'several-origins': 'several-origins',
  'source-not-caucus': 'wrong-room',
  'source-not-held': 'gone',
  'too-many-pending': 'too-much',
} as const satisfies CodesOf<'desk'>

/** What waits stands here too, said to the mediators and to the party that it waits for. */
export type Term =
  | 'not-compared'
  | 'conveyance'
  | 'prepared'
  | 'done'
  | 'cancelled'
  | 'prepared-again'
  | 'assigned'
  | 'read'
  | 'waiting.to-read'
  | `waiting.${WaitingAtDesk['kind']}`
  | `waiting-here.${WaitingInCaucus['kind']}`
  | `urgency.${Urgency}`
