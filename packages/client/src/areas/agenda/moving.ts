/** AGEN-9: a common deadline as it moves: to the day that all have said yes to. */

import {
  type Act,
  assentedDay,
  type Deadline,
  isSameTerm,
  type RoomState,
  standingOf,
  type Term,
} from '@goodoffices/core'

/** The day to which all have said yes and which it does not have yet; `rooms`: what the mediators hold of the talks. */
export function dueMove(
  { table, desk }: { readonly table: RoomState; readonly desk: RoomState },
  deadline: Deadline,
): Term | undefined {
  const day = assentedDay({ table, desk, caucuses: [] }, deadline.item)
  return isSameTerm(day, standingOf(deadline).fields.due) ? undefined : day
}

/** Says it anew with another day, and otherwise as it stands. */
export const moveAct = (deadline: Deadline, due: Term): Extract<Act, { kind: 'item.put' }> => ({
  kind: 'item.put',
  item: deadline.item,
  register: 'deadline',
  rev: deadline.revisions.length + 1,
  fields: { ...standingOf(deadline).fields, due },
})
