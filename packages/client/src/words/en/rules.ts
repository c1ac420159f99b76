import type { codes, Term } from '../../areas/rules/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const rules = {
  acts: {
    'rules.adopt': 'Rules adopted',
  },
  events: {
    'rules.adopt': '{by} moved this room to the rules of a newer version.',
  },
  refusals: {
    'rules-adopted': {
      you: 'This room is kept by these rules, or newer ones, already. Nothing was changed.',
      they: '{by} named rules that the room had already. It had no effect.',
    },
  },
  fields: {
    number: 'Version of the rules',
  },
  choices: {},
  terms: {
    'move-room': 'Move the room and go on',
    'move-room-title': 'The room is kept by older rules',
    'move-room-why':
      'This needs rules that version {version} brought. From then on everyone in this room needs version {version} or a later one to read on, and it cannot be taken back: {room}. What stands there stays as it is.',
    'ask-to-move': 'Ask one of these to move the room to the newer rules: {names}.',
  },
} as const satisfies AreaWords<'rules', typeof codes, Term>
