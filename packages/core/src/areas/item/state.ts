/** How an item comes to stand as it does, whatever act puts it or says something of it. */

import type { ItemId } from '../../ids.ts'
import { type ItemState, type Mark, type RegisterItem, type Revision, standingOf } from '../../item/item.ts'
import type { Register } from '../../item/register.ts'
import { findRegister } from '../../item/registry.ts'
import type { Room } from '../../room/state.ts'
import type { MandateState } from '../mandate/state.ts'
import type { TableState } from '../table/state.ts'

export type Holding = Room & ItemState & MandateState & TableState

type Unsaid<T> = Omit<T, 'disclosure'>

/** A new item, or what it is from now on. */
export function putItem(
  room: Holding,
  { item, register }: { readonly item: ItemId; readonly register: string },
  put: Unsaid<Revision>,
): void {
  const known = room.items[item]
  const revision: Revision = { ...put, disclosure: room.terms.disclosure }
  if (known === undefined) {
    room.items[item] = { item, register, revisions: [revision], marks: [] }
    return
  }
  const declared: Register | undefined = findRegister(register)
  const before = standingOf(known).fields
  if (declared !== undefined && materialChanges(declared, before, put.fields).length > 0)
    for (const thing of [known, ...Object.values(room.items).filter(other => restsOn(other, item))])
      lapseMarks(thing, put.position)
  known.revisions.push(revision)
}

/** ITEM-4: the material fields in which one wording differs from another. */
export const materialChanges = (
  { material }: Pick<Register, 'material'>,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly string[] =>
  material.filter(field => JSON.stringify(before[field]) !== JSON.stringify(after[field]))

/** ITEM-4: whether it answers that item, as it stands. */
function restsOn(thing: RegisterItem, item: ItemId): boolean {
  const register: Register | undefined = findRegister(thing.register)
  return (register?.restsOn ?? []).some(field => standingOf(thing).fields[field] === item)
}

/** ITEM-4: ends the marks whose verb lapses. */
function lapseMarks({ register, marks }: RegisterItem, position: number): void {
  const declared: Register | undefined = findRegister(register)
  for (const mark of marks) if (declared?.verbs[mark.verb]?.lapses === true) mark.lapsed ??= position
}

export function addMark(room: Holding, item: ItemId, mark: Unsaid<Mark>): void {
  room.items[item]?.marks.push({ ...mark, disclosure: room.terms.disclosure })
}
