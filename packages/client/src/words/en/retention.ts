import type { codes, Term } from '../../areas/retention/wording.ts'
import type { AreaWords } from '../area-words.ts'

export const retention = {
  acts: {
    'retention.set': 'Time of keeping set',
    'hold.place': 'Hold placed',
    'hold.lift': 'Hold lifted',
    'record.destroy': 'Record destroyed',
  },
  events: {
    'retention.set': '{by} stated how long the record is kept.',
    'hold.place': '{by} placed a hold on the record: {about}',
    'hold.lift': '{by} lifted the hold: {about}',
    'record.destroy': '{by} destroyed the record.',
  },
  refusals: {
    'hold-in-force': {
      you: 'A hold keeps this record from being destroyed: {reason} Nothing was destroyed. Whoever placed it can lift it.',
      they: '{by} tried to destroy a record that is held. It had no effect.',
    },
    'hold-of-another': {
      you: 'This hold is another side’s. It stands. Ask whoever placed it to lift it.',
      they: '{by} tried to lift another side’s hold. It had no effect.',
    },
    'retention-not-set': {
      you: 'No time was stated after which this record may be destroyed. Nothing was destroyed. State it first.',
      they: '{by} tried to destroy a record without a rule. It had no effect.',
    },
    'retention-not-over': {
      you: 'The time for which this record is kept is not over. Nothing was destroyed. Wait until it is.',
      they: '{by} tried to destroy a record before its time. It had no effect.',
    },
    'retention-too-short': {
      you: 'Others are in this room and must have time to object. Shortest time, in days: {min, number}. Nothing was changed. Choose a longer time.',
      they: '{by} stated too short a time of keeping. It had no effect.',
    },
  },
  fields: {
    days: 'Days after the last entry',
    hold: 'Stay of destruction',
    reason: 'Why',
  },
  choices: {},
  terms: {},
} as const satisfies AreaWords<'retention', typeof codes, Term>
