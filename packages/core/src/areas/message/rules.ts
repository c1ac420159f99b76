/** Who may say, mark, release, deliver and read back. The rules are numbered in `docs/spec/messages.md`. */

import type { ItemId } from '../../ids.ts'
import type { ItemState } from '../../item/item.ts'
import { fail, ok } from '../../result.ts'
import { isMediator, listensOnly } from '../../room/roles.ts'
import type { Member, Room } from '../../room/state.ts'
import { isWrittenOn } from '../agenda/stage.ts'
import { isMediatorsItem, isPartysMark } from '../item/whose.ts'
import type { TableState } from '../table/state.ts'
import { compareMarkings, cutsCharacter, hasStretch, type Permission } from './disclosure.ts'
import {
  type AnyPassage,
  type ItemPassage,
  isOfMark,
  isOfMessage,
  type Marking,
  type MarkPassage,
  type Part,
} from './passage.ts'
import type { Message, Talking } from './state.ts'

/** MSG-1: who may write in this room. */
export function mayWrite(room: Room & TableState, member: Member): boolean {
  switch (room.kind) {
    case 'table':
      return isMediator(member) || (room.direct && !listensOnly(member))
    case 'group':
      return !listensOnly(member)
    case 'caucus':
    case 'delegation':
    case 'desk':
    case 'private':
      return true
  }
}

/** MSG-1: the same, and why not. */
export function checkWriting(room: Room & TableState, author: Member) {
  if (mayWrite(room, author)) return ok(null)
  return listensOnly(author) ? fail('role-may-not', { role: author.role }) : fail('table-is-closed')
}

/**
 * AGEN-15: of an issue. At the table parties write on what is in joint stage; while all is open, on whatever no side speaks of separately
 * again.
 */
export function checkWritingOn(room: Room & TableState & ItemState, author: Member, id: ItemId) {
  if (room.kind !== 'table') return checkWriting(room, author)
  const mayParties = isWrittenOn(room, id, room.direct)
  if (mayParties === undefined) return fail('item-unknown')
  if (isMediator(author)) return ok(null)
  if (listensOnly(author)) return fail('role-may-not', { role: author.role })
  return mayParties ? ok(null) : fail('issue-not-joint')
}

/** MSG-9: what reaches a caucus from elsewhere, and what is asked of it, is the mediators' to write. */
export const checkMediatesCaucus = (room: Room, author: Member) =>
  room.kind === 'caucus' && isMediator(author) ? ok(null) : fail('mediators-only')

/** MSG-7, MSG-13: what may be asked for and told of is there, and is the party's. */
export function checkPassage(room: Talking, of: AnyPassage) {
  if (!isOfMessage(of)) return checkItemPassage(room, of)
  const known = room.messages[of.message]
  if (!isSourceMessage(known)) return fail('message-unknown')
  if (of.part !== undefined && !Object.hasOwn(known.parts, of.part)) return fail('part-unknown')
  // MSG-16: a stretch is of the whole, and none that is a part already.
  const isThere = of.stretch === undefined || (of.part === undefined && hasStretch(known, of.stretch))
  return isThere ? ok(null) : fail('part-unknown')
}

/** DISC-11, DISC-12: fields that a revision has, or a mark; of the party, and not of the mediators. */
function checkItemPassage(room: Talking, of: ItemPassage | MarkPassage) {
  const known = room.items[of.item]
  if (known === undefined) return fail('item-unknown')
  if (isOfMark(of)) {
    const mark = known.marks[of.mark - 1]
    if (mark === undefined) return fail('mark-unknown')
    return isPartysMark(room, mark) ? ok(null) : fail('item-of-mediators')
  }
  const revision = known.revisions[of.rev - 1]
  if (revision === undefined) return fail('rev-stale', { rev: known.revisions.length })
  const missing = of.fields.find(field => !Object.hasOwn(revision.fields, field))
  if (missing !== undefined) return fail('field-unknown', { field: missing })
  return isMediatorsItem(room, known) ? fail('item-of-mediators') : ok(null)
}

export const isSourceMessage = (message: Message | undefined): message is Message => message?.side === 'party'

/** MSG-6: those who only speak may let less pass than stands, never more. */
export const letsMorePass = (marking: Marking, standing: Permission): boolean =>
  compareMarkings(marking, standing.marking) > 0 || (standing.wording !== undefined && marking !== 'nothing')

/** MSG-5: parts lie within the body, hold something, do not overlap and do not cut a character in two. */
export function checkParts(body: string, parts: readonly Omit<Part, 'marking'>[]) {
  const sorted = parts.toSorted((a, b) => a.from - b.from)
  let end = 0
  for (const { from, to } of sorted) {
    if (from >= to || to > body.length) return fail('part-out-of-range', { from, to, length: body.length })
    if (cutsCharacter(body, from) || cutsCharacter(body, to)) return fail('part-cuts-character', { from, to })
    if (from < end) return fail('parts-overlap', { from })
    end = to
  }
  return new Set(parts.map(({ part }) => part)).size === parts.length ? ok(null) : fail('id-taken')
}
