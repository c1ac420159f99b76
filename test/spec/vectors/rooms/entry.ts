/** Entries that are none: no area’s. */

import { avalon, type Draft, openDesk, opening, replay, type Step, say } from '../cast.ts'

const entries: readonly Step[] = [
  ['lead', say('message-first', 'Before all else.')],
  ['lead', openDesk, { device: 'device-second-1' }],
  ['second', opening('second', { kind: 'desk' })],
  ['lead', opening('lead', { kind: 'caucus' })],
  ['lead', opening('lead', { kind: 'desk', party: avalon })],
  ['lead', openDesk],
  ['lead', say('message-one', 'Once.'), { id: 'entry-repeated' }],
  ['lead', say('message-two', 'Twice.'), { id: 'entry-repeated' }],
  ['lead', say('message-three', 'At no time.'), { time: -1 }],
  ['lead', say('message-four', 'Where something stood.'), { position: 3 }],
]

export const entry: readonly Draft[] = [
  replay('entries that are none', ['ROOM-1', 'ROOM-2', 'ROOM-18'], 'room-entries', entries),
]
