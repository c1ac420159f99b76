/** What the mediator may do, and by whose consent; what each side's people may do, and by whose word. */

import * as v from 'valibot'
import { id } from '../../ids.ts'
import { act, area, type Opening } from '../../room/area.ts'
import type { Room } from '../../room/state.ts'
import { circumstance, note } from '../../schema.ts'
import { condition } from './registers/condition.ts'
import { mandateRegister } from './registers/mandate.ts'
import { powers } from './registers/powers.ts'
import { checkConsent, checkTerms, checkWithdrawal } from './rules.ts'
import type { MandateState } from './state.ts'
import { type Terms, terms } from './terms.ts'

const mandateAct = act<Room & MandateState>()
const recorded = v.exactOptional(circumstance)

export const mandate = area({
  name: 'mandate',
  begin: ({ terms }: Opening<Terms>): MandateState => ({ terms, consents: {} }),
  acts: [
    mandateAct({
      kind: 'terms.set',
      fields: { terms, note: v.exactOptional(note) },
      about: () => '',
      check: checkTerms,
      apply: (room, _, { terms }) => {
        room.terms = terms
      },
      stands: 'as-event',
    }),
    /** A party accepts the mediator's good offices, with limits in its own words where it sets any. */
    mandateAct({
      kind: 'consent.give',
      fields: { party: id('party'), limits: v.exactOptional(note), recorded },
      about: ({ party }) => party,
      check: checkConsent,
      apply: (room, said, { party, limits, ...act }) => {
        const words = limits === undefined ? {} : { words: limits }
        room.consents[party] = { ...said, ...act, ...words, party, standing: 'given', terms: room.terms }
      },
      stands: 'as-event',
    }),
    mandateAct({
      kind: 'consent.withdraw',
      fields: { party: id('party'), note: v.exactOptional(note), recorded },
      about: ({ party }) => party,
      check: checkWithdrawal,
      apply: (room, said, { party, note, ...act }) => {
        const words = note === undefined ? {} : { words: note }
        room.consents[party] = { ...said, ...act, ...words, party, standing: 'withdrawn', terms: room.terms }
      },
      stands: 'as-event',
    }),
  ],
  registers: [mandateRegister, condition, powers],
})
