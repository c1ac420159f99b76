/** AGEN-19: the working groups of an issue, each as its own room says it; and that one works on it, as all read at the table. */

import {
  type Act,
  type Issue,
  type ItemId,
  type RoomId,
  type RoomState,
  stageOf,
  standingOf,
  type Term,
  type WorkingGroup,
} from '@goodoffices/core'
import { newId } from '../../process/id.ts'

type GroupAtWork = { readonly room: RoomState; readonly group: WorkingGroup }

/** What the groups among these rooms are for; `issue`: of those that work on it alone. */
export const groupsAtWork = (rooms: readonly RoomState[], issue?: ItemId): readonly GroupAtWork[] =>
  rooms
    .filter(({ kind }) => kind === 'group')
    .flatMap(room =>
      (
        Object.values(room.items).filter(
          ({ register }) => register === 'working-group',
        ) as unknown as readonly WorkingGroup[]
      )
        .filter(group => issue === undefined || standingOf(group).fields.issue === issue)
        .map(group => ({ room, group })),
    )

/** Of which issue of the table it is, what it is to do, and by when it reports back; and whether the table reads that it works. */
export type GroupCharge = {
  readonly issue: ItemId
  readonly groupTask: string
  readonly reportBy?: Term
  readonly tellsTable?: boolean
}

type Put = Extract<Act, { kind: 'item.put' }>

/** What a group is for, as it is put in its room for the first time. */
export const chargeAct = (title: string, { issue, groupTask, reportBy }: GroupCharge): Put => ({
  kind: 'item.put',
  item: newId<ItemId>(),
  register: 'working-group',
  rev: 1,
  fields: { title, issue, groupTask, ...(reportBy === undefined ? {} : { reportBy }) },
})

/** Names the group's room in an issue of the table, which is otherwise as it stands. */
export const groupNamedAct = (issue: Issue, group: RoomId): Put => ({
  kind: 'item.put',
  item: issue.item,
  register: 'issue',
  rev: issue.revisions.length + 1,
  fields: { ...standingOf(issue).fields, stage: stageOf(issue), group },
})
