/** Whose word an item or a mark in a room is: a party's, or the mediators'. */

import type { Mark, RegisterItem } from '../../item/item.ts'
import { makerOf } from '../../item/who.ts'
import { isMediator } from '../../room/roles.ts'
import type { Room, Said } from '../../room/state.ts'
import type { Circumstance } from '../../schema.ts'

/** Put by a mediator and recorded in nobody's name; what they delivered among it (ITEM-8). */
export const isMediatorsWord = (
  { members }: Pick<Room, 'members'>,
  { by, recorded }: Said & { readonly recorded?: Circumstance },
): boolean => {
  const author = members[by]
  return recorded === undefined && author !== undefined && isMediator(author)
}

export const isMediatorsItem = (room: Room, thing: RegisterItem): boolean =>
  makerOf(room, thing) === 'mediators'

/** Said by the party whose caucus it is, or recorded in its name; what came from elsewhere is not. */
export const isPartysMark = (room: Pick<Room, 'members'>, mark: Mark): boolean =>
  mark.delivery === undefined && !isMediatorsWord(room, mark)
