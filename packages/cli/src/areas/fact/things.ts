/** What the commands of facts name, and the rooms in which they stand. */

import {
  findRegister,
  type ItemId,
  type Register,
  type RegisterItem,
  type RoomState,
} from '@goodoffices/core'
import type { Work } from '../../member/work.ts'
import { findItem } from '../../names/find.ts'
import { missing } from '../../shell/exit.ts'
import { itemHandles } from '../item/handles.ts'

export type Found = { readonly room: RoomState; readonly thing: RegisterItem }

/** A thing of one register that was typed; `at`: in rooms of these kinds alone. */
export function findFact(
  { session, processOf }: Work<object>,
  register: string,
  typed: string,
  at?: readonly RoomState['kind'][],
): Found {
  const rooms = session.rooms(processOf().process)
  const { room, id } = findItem(
    at === undefined ? rooms : rooms.filter(({ kind }) => at.includes(kind)),
    itemHandles.item,
    typed,
  )
  const thing = room.items[id as ItemId]
  if (thing?.register !== register) throw missing('item-unknown')
  return { room, thing }
}

export function factRegister(name: string): Register {
  const found = findRegister(name)
  if (found === undefined) throw new Error(`no such register: ${name}`)
  return found
}
