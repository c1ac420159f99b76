import type { codes, Term } from '../../areas/retention/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const retention = {
  acts: {
    'retention.set': 'Time of keeping set',
    'hold.place': 'Destruction stayed',
    'hold.lift': 'Stay of destruction lifted',
    'record.destroy': 'Record destroyed',
  },
  events: {
    'retention.set': '{by} set how long the record is kept.',
    'hold.place': '{by} stayed the destruction of the record: {about}',
    'hold.lift': '{by} lifted the stay of destruction: {about}',
    'record.destroy': '{by} destroyed the record.',
  },
  refusals: {
    'hold-in-force': {
      you: 'The destruction of this record is stayed: {reason} Nothing was destroyed. Whoever asked for the stay can lift it.',
      they: '{by} tried to destroy a record whose destruction is stayed. It had no effect.',
    },
    'hold-of-another': {
      you: 'This stay is another party’s. It stands. Ask whoever asked for it to lift it.',
      they: '{by} tried to lift another party’s stay of destruction. It had no effect.',
    },
    'retention-not-set': {
      you: 'No time was set after which this record may be destroyed. Nothing was destroyed. Set it first.',
      they: '{by} tried to destroy a record without a rule. It had no effect.',
    },
    'retention-not-over': {
      you: 'The time for which this record is kept is not over. Nothing was destroyed. Wait until it is.',
      they: '{by} tried to destroy a record before its time. It had no effect.',
    },
    'retention-too-short': {
      you: 'Others are in this room and must have time to object. Shortest time, in days: {min, number}. Nothing was changed. Choose a longer time.',
      they: '{by} set too short a time of keeping. It had no effect.',
    },
  },
  fields: {
    days: 'Days after the last entry',
    hold: 'Stay of destruction',
    reason: 'Why',
  },
  choices: {},
  terms: {
    'waiting.over': 'The time of keeping is over',
  },
} as const satisfies AreaWords<'retention', typeof codes, Term>
