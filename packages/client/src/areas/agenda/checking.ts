/** What a device asks of its other rooms before an agenda is changed, or written on (decision 8). */

import {
  type AgendaRooms,
  checkCommonDeadline,
  checkIssue,
  type DeadlineFields,
  heldApartIn,
  type IssueFields,
  type ItemId,
  isMediator,
  type RoomState,
} from '@goodoffices/core'
import { fail, ok } from '../../result.ts'
import type { GoesWith } from '../area.ts'

/** Those of one talks; undefined where the table is not held. */
export function agendaRooms(rooms: readonly RoomState[]): AgendaRooms | undefined {
  const table = rooms.find(({ kind }) => kind === 'table')
  const desk = rooms.find(({ kind }) => kind === 'desk')
  const caucuses = rooms.filter(({ kind }) => kind === 'caucus')
  return table === undefined ? undefined : { table, caucuses, ...(desk === undefined ? {} : { desk }) }
}

/** Of all caucuses that are held, each issue once. */
export const heldApartAt = (table: RoomState, caucuses: readonly RoomState[]): readonly ItemId[] => [
  ...new Set(caucuses.flatMap(caucus => heldApartIn(caucus, table))),
]

/** AGEN-7, AGEN-9, AGEN-13: an issue and a common deadline, as they are put on the table. */
export const puttingInto: GoesWith = ({ step: { act }, room, rooms }) => {
  if (act.kind !== 'item.put' || room.kind !== 'table') return ok([])
  const held = agendaRooms(rooms())
  if (held === undefined) return ok([])
  // That the fields are those of the register is the room's own to say.
  const checked =
    act.register === 'issue'
      ? checkIssue(held, act.item, act.fields as unknown as IssueFields)
      : act.register === 'deadline'
        ? checkCommonDeadline(held, act.item, act.fields as unknown as DeadlineFields)
        : ok(null)
  return checked.ok ? ok([]) : checked
}

/** AGEN-7: whose side has asked in its caucus to speak of it separately does not write of it at the table meanwhile. */
export const writing: GoesWith = ({ step: { act }, room, by, rooms }) => {
  if (act.kind !== 'message.say' || room.kind !== 'table' || act.issue === undefined) return ok([])
  const author = room.members[by]
  if (author === undefined || isMediator(author)) return ok([])
  const { issue } = act
  const isApart = rooms().some(
    each =>
      each.kind === 'caucus' && each.party?.party === author.party && heldApartIn(each, room).includes(issue),
  )
  return isApart ? fail('speaks-separately') : ok([])
}
