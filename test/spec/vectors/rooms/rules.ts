/** A room of older rules. */

import { cardOf, closed, type Draft, process, replay, type Step, say } from '../cast.ts'

/** As release 0.1 founded rooms: without a number. */
const openOlder = {
  kind: 'room.open',
  process,
  room: { kind: 'group', title: 'Working group' },
  terms: closed,
  founder: cardOf('lead'),
  history: 'all',
}

const older: readonly Step[] = [
  ['lead', openOlder],
  [
    'lead',
    {
      kind: 'item.put',
      item: 'item-flow',
      register: 'matter',
      rev: 1,
      fields: { kind: 'event', title: 'The night of the fire' },
    },
  ],
  ['lead', { kind: 'rules.adopt', number: 1 }],
  ['lead', { kind: 'rules.adopt', number: 2 }],
  [
    'lead',
    {
      kind: 'item.put',
      item: 'item-flow',
      register: 'matter',
      rev: 1,
      fields: { kind: 'event', title: 'The night of the fire' },
    },
  ],
  ['lead', { kind: 'rules.adopt', number: 9_999 }],
  ['lead', say('message-after', 'By rules that nobody here knows.')],
  { keys: 'lead', epoch: 2 },
]

export const rules: readonly Draft[] = [
  replay('a room of older rules', ['RULE-1', 'RULE-2', 'RULE-3', 'RULE-4'], 'room-older', older),
]
