/** Mediators of more than one institution: whom a party lets into its caucus, and the room in which that goes on with them. */

import * as v from 'valibot'
import { id } from '../../ids.ts'
import { act, area } from '../../room/area.ts'
import { circumstance, limits, name } from '../../schema.ts'
import type { Talking } from '../message/state.ts'
import { institutionOf } from './coming.ts'
import { institution } from './registers/institution.ts'
import { checkAdoption, checkOffer } from './rules.ts'
import type { TeamState } from './state.ts'

const teamAct = act<Talking & TeamState>()

export const team = area({
  name: 'team',
  begin: (): TeamState => ({}),
  acts: [
    /** The room is made, and counts for nothing until the party says so. */
    teamAct({
      kind: 'successor.offer',
      since: 2,
      fields: {
        room: id('room'),
        item: id('item'),
        coming: v.pipe(v.array(name), v.minLength(1), v.maxLength(limits.comingMax), v.readonly()),
      },
      introduces: ['coming'],
      about: ({ room }) => room,
      check: checkOffer,
      apply: (room, said, offer) => {
        room.successor = { ...said, ...offer, institution: institutionOf(room, offer.item) }
      },
      stands: 'as-event',
    }),
    teamAct({
      kind: 'successor.adopt',
      since: 2,
      fields: { room: id('room'), recorded: v.exactOptional(circumstance) },
      about: ({ room }) => room,
      check: checkAdoption,
      apply: (room, said, { recorded }) => {
        if (room.successor !== undefined)
          room.successor.adopted = { ...said, ...(recorded === undefined ? {} : { recorded }) }
      },
      stands: 'as-event',
    }),
  ],
  registers: [institution],
})
