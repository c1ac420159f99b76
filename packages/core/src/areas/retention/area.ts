/** How long a room's record is kept, what holds it back from destruction, and the certificate that it was destroyed. */

import * as v from 'valibot'
import { id } from '../../ids.ts'
import { act, area } from '../../room/area.ts'
import type { Room } from '../../room/state.ts'
import { circumstance, limits, note, time, wholeUpTo } from '../../schema.ts'
import type { KeyringState } from '../keyring/state.ts'
import { checkDestruction, checkHold, checkLifting, checkRule } from './rules.ts'
import type { RetentionState } from './state.ts'

const retentionAct = act<Room & RetentionState & Pick<KeyringState, 'keyring'>>()
/** In the name of a party without an account. */
const recorded = v.exactOptional(circumstance)

export const retention = area({
  name: 'retention',
  begin: (): RetentionState => ({ holds: {} }),
  acts: [
    /** `days` after the room's last entry its record may be destroyed; null: it is kept until something else is decided. */
    retentionAct({
      kind: 'retention.set',
      afterwards: true,
      fields: {
        days: v.nullable(wholeUpTo(limits.retentionDaysMax)),
        /** By what rule: an article, an agreement, a law. */
        basis: note,
      },
      about: () => '',
      check: checkRule,
      apply: (room, said, { days, basis }) => {
        room.retention = { ...said, days, basis }
      },
      stands: 'as-event',
    }),
    /** Nothing of the room is destroyed while a hold stands. */
    retentionAct({
      kind: 'hold.place',
      afterwards: true,
      fields: { hold: id('hold'), reason: note, recorded },
      about: ({ hold }) => hold,
      check: checkHold,
      apply: (room, said, placed) => {
        const party = placed.recorded === undefined ? room.members[said.by]?.party : room.party?.party
        room.holds[placed.hold] = { ...said, ...placed, ...(party === undefined ? {} : { party }) }
      },
      stands: 'as-event',
    }),
    retentionAct({
      kind: 'hold.lift',
      afterwards: true,
      fields: { hold: id('hold'), note: v.exactOptional(note), recorded },
      about: ({ hold }) => hold,
      check: checkLifting,
      apply: (room, said, { hold, ...lifted }) => {
        const held = room.holds[hold]
        if (held !== undefined) held.lifted = { ...said, ...lifted }
      },
      stands: 'as-event',
    }),
    /** The certificate, and the last entry of a room: all that stood before it is destroyed. `at`: when its author says this is. */
    retentionAct({
      kind: 'record.destroy',
      afterwards: true,
      fields: { at: time },
      about: () => '',
      check: checkDestruction,
      apply: (room, said, { at }) => {
        room.destroyed = { ...said, at }
      },
      stands: 'as-event',
      scripted: false,
      ends: ({ at }) => at,
    }),
  ],
})
