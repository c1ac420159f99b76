/** UNDT-2: how what somebody has undertaken goes from its maker's caucus to whoever it was said to: whole, verbatim, as it stands. */

import {
  type Conveyance,
  findRegister,
  type ItemFields,
  type ItemPassage,
  type RegisterItem,
  type RoomState,
  standingOf,
} from '@goodoffices/core'
import type { ConveyancePlan } from '../desk/conveying.ts'

/** All of a thing as it stands, in the order of its register: what its maker is asked for, and what goes. */
export function wholeOf({ item, register, revisions }: RegisterItem): ItemPassage {
  const held = Object.keys(revisions.at(-1)?.fields ?? {})
  const order = Object.keys(findRegister(register)?.fields ?? {})
  return {
    item,
    rev: revisions.length,
    fields: held.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)),
  }
}

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
