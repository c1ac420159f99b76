/** How an item comes to stand as it does, whatever act puts it or says something of it. */

import type { ItemId } from '../../ids.ts'
import { type ItemState, type Mark, type Revision, standingOf } from '../../item/item.ts'
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
  const declared = findRegister(register)
  const before = standingOf(known).fields
  const changed = (declared?.material ?? []).some(
    field => JSON.stringify(before[field]) !== JSON.stringify(put.fields[field]),
  )
  // ITEM-4
  for (const mark of changed ? known.marks : [])
    if (declared?.verbs[mark.verb]?.lapses === true) mark.lapsed ??= put.position
  known.revisions.push(revision)
}

export function addMark(room: Holding, item: ItemId, mark: Unsaid<Mark>): void {
  room.items[item]?.marks.push({ ...mark, disclosure: room.terms.disclosure })
}
