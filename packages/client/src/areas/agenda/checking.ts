/** What a device asks of its other rooms before an agenda is changed, or written on (decision 8). */

import {
  type Act,
  type AgendaRooms,
  checkCommonDeadline,
  checkIssue,
  type DeadlineFields,
  heldApartIn,
  type IssueFields,
  type ItemId,
  issueIn,
  type RoomKind,
  type RoomState,
} from '@goodoffices/core'
import { fail, ok, type Result } from '../../result.ts'
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

/** AGEN-19, GOOD-19: a working group is for an issue of the table, a portfolio for issues that are there or drafted at the desk. */
function checkNaming(room: RoomState, act: PutAct, rooms: readonly RoomState[]) {
  const [register, kinds] = namingIssues[room.kind] ?? []
  if (act.register !== register) return ok([])
  const { issue, issues = issue === undefined ? [] : [issue] } = act.fields as Naming
  const holders = rooms.filter(({ kind }) => kinds?.includes(kind) === true)
  const isThere = (id: ItemId): boolean => holders.some(each => issueIn(each, id) !== undefined)
  return issues.every(isThere) ? ok([]) : fail('item-unknown')
}

type PutAct = Extract<Act, { readonly kind: 'item.put' }>
type Naming = { readonly issue?: ItemId; readonly issues?: readonly ItemId[] }

/** By the kind of room in which it is put, which register names issues of which rooms. */
const namingIssues: { readonly [K in RoomKind]?: readonly [string, readonly RoomKind[]] } = {
  group: ['working-group', ['table']],
  desk: ['portfolio', ['table', 'desk']],
}

/** AGEN-7, AGEN-9, AGEN-13: an issue and a common deadline, as they are put on the table; what names issues elsewhere. */
export const puttingInto: GoesWith = ({ step: { act }, room, rooms }) => {
  if (act.kind !== 'item.put') return ok([])
  if (room.kind !== 'table') return checkNaming(room, act, rooms())
  const held = agendaRooms(rooms())
  if (held === undefined) return ok([])
  // That the fields are those of the register is the room's own to say.
  const checked =
    act.register === 'issue'
      ? checkPosted(held, act.item, { put: act.fields as unknown as IssueFields, rooms: rooms() })
      : act.register === 'deadline'
        ? checkCommonDeadline(held, act.item, act.fields as unknown as DeadlineFields)
        : ok(null)
  return checked.ok ? ok([]) : checked
}

type Posted = { readonly put: IssueFields; readonly rooms: readonly RoomState[] }

/** AGEN-19: what all at the table read as the room of a group is one: the id of another is nobody's to read there. */
function checkPosted(held: AgendaRooms, item: ItemId, { put, rooms }: Posted): Result<null> {
  const named = rooms.find(({ id }) => id === put.group)
  return named === undefined || named.kind === 'group'
    ? checkIssue(held, item, put)
    : fail('reference-elsewhere')
}

/** AGEN-7: whose side has asked in its caucus to speak of it separately does not write of it at the table meanwhile. */
export const writing: GoesWith = ({ step: { act }, room, by, rooms }) => {
  if (act.kind !== 'message.say' || room.kind !== 'table' || act.issue === undefined) return ok([])
  const { issue } = act
  // ROOM-5: a caucus has a party, and mediators are of none.
  const party = room.members[by]?.party
  const isApart = rooms().some(
    each => each.kind === 'caucus' && each.party?.party === party && heldApartIn(each, room).includes(issue),
  )
  return isApart ? fail('speaks-separately') : ok([])
}
