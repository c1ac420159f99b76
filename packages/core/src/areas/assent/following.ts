/** ASNT-26: what a question puts where all have said yes, with the word of each. */

import type { ItemState } from '../../item/item.ts'
import type { Register } from '../../item/register.ts'
import { findRegister } from '../../item/registry.ts'
import { fail, ok } from '../../result.ts'
import type { Said } from '../../room/state.ts'
import { checkFields } from '../item/rules.ts'
import { addMark, putItem } from '../item/state.ts'
import type { MandateState } from '../mandate/state.ts'
import type { TableState } from '../table/state.ts'
import { type AssentRoom, cameAbout, type Putting, thingIdOf } from './state.ts'

export type Bringing = AssentRoom & ItemState & MandateState & TableState

/** The item, under the question's own id, and for each who was asked what its yes says of such a thing. */
export function bringAbout(room: Bringing, said: Said, put: Putting): void {
  const { question, content } = put
  const { thing, parties } = content
  if (thing === undefined) return
  const item = thingIdOf(room, put)
  const { register, fields } = thing
  putItem(room, { item, register }, { ...said, fields, question })
  const declared: Register | undefined = findRegister(register)
  if (declared?.agreed === undefined) return
  const rev = room.items[item]?.revisions.length ?? 1
  for (const { party } of parties)
    addMark(room, item, { ...said, rev, verb: declared.agreed, for: { party }, question })
}

/**
 * ASNT-26: what mediators may put in a caucus, with the fields of its register; of something that is there only where a question about
 * it came about. ITEM-6: of a register that is not known nothing more is asked.
 */
export function checkThing(room: Bringing, put: Putting) {
  const { thing, anew } = put.content
  if (thing === undefined)
    return anew === undefined && put.item === undefined ? ok(null) : fail('asked-unfit')
  if (anew !== undefined && cameAbout(room, anew) === undefined) return fail('asked-unfit')
  const item = thingIdOf(room, put)
  const known = room.items[item]
  const isThere = anew !== undefined || put.item !== undefined
  if (isThere ? known?.register !== thing.register : known !== undefined) return fail('asked-unfit')
  const register = findRegister(thing.register)
  if (register === undefined) return ok(null)
  if (register.rooms.caucus?.includes('mediators') !== true) return fail('register-not-here')
  return checkFields(room, register, { item, fields: thing.fields })
}
