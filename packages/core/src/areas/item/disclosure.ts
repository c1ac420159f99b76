/** What may pass of an item and of what is said of it, by the source's own words (DISC-11, DISC-12). */

import { findRegister } from '../../item/registry.ts'
import { meetPermissions, type Permission, ruledPermission, unsaidPermission } from '../message/disclosure.ts'
import { type ItemPassage, isOfMark, type MarkPassage } from '../message/passage.ts'
import type { ItemRuling, Talking } from '../message/state.ts'
import { isMediatorsItem, isPartysMark } from './whose.ts'

const nothing: Permission = { marking: 'nothing', because: 'default' }
const free: Permission = { marking: 'verbatim', because: 'default' }

/** What may pass now of these fields of a revision, or of this mark; `nothing` of what is not there. */
export const permissionForItem = (room: Talking, of: ItemPassage | MarkPassage): Permission =>
  permission(room, of, false)

/** DISC-14: the same of what is carried itself: what was put to be shown passes where nothing else was said of it. */
export const permissionOfCarried = (room: Talking, of: ItemPassage | MarkPassage): Permission =>
  permission(room, of, true)

function permission(room: Talking, of: ItemPassage | MarkPassage, isCarried: boolean): Permission {
  const known = room.items[of.item]
  const rulings = room.itemRulings[of.item] ?? []
  if (known === undefined) return nothing
  if (isOfMark(of)) {
    const mark = known.marks[of.mark - 1]
    if (mark === undefined) return nothing
    // DISC-8
    if (!isPartysMark(room, mark)) return mark.delivery === undefined ? free : nothing
    return ruledPermission(
      unsaidPermission(mark.disclosure, room.terms),
      rulings.filter(({ passage }) => isOfMark(passage) && passage.mark === of.mark),
    )
  }
  const revision = known.revisions[of.rev - 1]
  if (revision === undefined) return nothing
  if (isMediatorsItem(room, known)) return free
  const isToPass = isCarried && findRegister(known.register)?.isToPass === true
  const start = isToPass ? free : unsaidPermission(revision.disclosure, room.terms)
  // The choice passes as all of its fields may.
  return of.fields
    .map(field => ruledPermission(start, rulings.filter(isOfField(of, field))))
    .reduce(meetPermissions)
}

const isOfField =
  ({ rev }: ItemPassage, field: string) =>
  ({ passage }: ItemRuling): boolean =>
    !isOfMark(passage) && passage.rev === rev && passage.fields.includes(field)
