/** UNDT-2: how what somebody has undertaken goes from its maker's caucus to whoever it was said to: whole, verbatim, as it stands. */

import {
  type Conveyance,
  type ItemFields,
  type ItemPassage,
  type RegisterItem,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import type { ConveyancePlan } from '../desk/conveying.ts'

/** All of a thing as it stands: what its maker is asked for, and what goes. */
export const wholeOf = (thing: RegisterItem): ItemPassage => ({
  item: thing.item,
  rev: thing.revisions.length,
  fields: Object.keys(standingOf(thing).fields),
})

/** What goes with a letter or a public statement is a paper. */
const formOf = ({ form }: ItemFields): Conveyance['form'] =>
  form === 'note-verbale' || form === 'oral-message' ? form : 'paper'

type Carried = { readonly room: RoomState; readonly thing: RegisterItem }

/** To a party's caucus, or published to all; `wording`: what the mediators say with it. Its maker is told that it went, and to whom. */
export function carryWhole({ room, thing }: Carried, to: RoomState, wording: string): ConveyancePlan {
  const { fields } = standingOf(thing)
  return {
    origin: { kind: 'item', room: room.id, ...wholeOf(thing) },
    to: to.id,
    as: 'verbatim',
    form: formOf(fields),
    binding: false,
    wording,
    thing: { register: thing.register, fields },
    timing: { kind: 'now' },
    tell: 'that',
  }
}
