/** Which sentence speaks for which refusal of the area, and the words that stand around its items. */

import type { CodesOf } from '../../words/area-words.ts'

export const codes = {
  'already-a-member': 'already-a-member',
  'contact-unknown': 'gone',
  'contact-differs': 'member-known-otherwise',
  'desk-is-for-mediators': 'mediators-only',
  'device-known': 'device-known',
  'device-of-another': 'member-known-otherwise',
  'device-removed': 'device-unknown',
  'device-twice': 'member-known-otherwise',
  'epoch-unknown': 'gone',
  'missed-told': 'settled',
  'heir-not-mediator': 'heir-not-mediator',
  'hidden-party': 'hidden-party',
  'last-administrator': 'lead-hands-over-first',
  'last-device': 'last-device',
  'lead-hands-over-first': 'lead-hands-over-first',
  'leave-instead': 'leave-instead',
  'member-of-another': 'member-known-otherwise',
  'not-in-room': 'gone',
  'not-of-this-party': 'not-of-this-party',
  'one-lead': 'one-lead',
  'role-does-not-fit': 'role-may-not',
  'room-already-open': 'wrong-room',
  'room-devices-full': 'too-much',
  'room-is-private': 'wrong-room',
  'too-many-devices': 'too-much',
  'too-many-members': 'too-much',
} as const satisfies CodesOf<'roster'>

export type Term = 'waiting.invitation' | 'waiting.asks' | 'waiting.stopped' | 'waiting.contested'
